// Half-open intervals that carry their unit in their type, so that bytes and tokens cannot be mixed up.
#pragma once
#include <cstdint>

namespace annals {

// Bytes of a story's UTF-8 text: [begin, end).
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  bool operator==(const ByteSpan&) const = default;
};

// Tokens of a story's annotation: [begin, end).
struct TokenSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  bool overlaps(TokenSpan other) const { return begin < other.end && other.begin < end; }
  bool operator==(const TokenSpan&) const = default;
};

}  // namespace annals
