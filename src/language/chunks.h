// The runs of white space and of other characters in a text.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annals {

namespace chunks_detail {

enum ByteKind : std::uint8_t { kOther, kAsciiSpace, kMaybeSpace };

// First bytes of white space as str.isspace() of Python has it (base/unicode.h: kWhiteSpace).
inline constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (int c = 0x9; c <= 0xD; ++c) kinds[c] = kAsciiSpace;
  for (int c = 0x1C; c <= 0x20; ++c) kinds[c] = kAsciiSpace;
  kinds[0xC2] = kinds[0xE1] = kinds[0xE2] = kinds[0xE3] = kMaybeSpace;
  return kinds;
}();

// The length of the white-space character of several bytes that starts at `at`, or 0.
inline std::size_t wide_space(std::string_view text, std::size_t at) {
  const std::string_view s = text.substr(at, 3);
  if (s.starts_with("\xC2\x85") || s.starts_with("\xC2\xA0")) return 2;
  if (s == "\xE1\x9A\x80" || s == "\xE2\x81\x9F" || s == "\xE3\x80\x80") return 3;
  if (!s.starts_with("\xE2\x80") || s.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(s[2]);
  return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
}

// The length of the white-space character at `at`, or 0.
inline std::size_t space_at(std::string_view text, std::size_t at) {
  switch (kByteKinds[static_cast<unsigned char>(text[at])]) {
    case kAsciiSpace:
      return 1;
    case kMaybeSpace:
      return wide_space(text, at);
    default:
      return 0;
  }
}

}  // namespace chunks_detail

// Calls chunk(begin, end) for every chunk of `text` in order, and space() after a chunk that one U+0020 follows; that
// space belongs to no chunk. spacy/tokenizer.pyx: _tokenize_affixes.
template <typename OnChunk, typename OnSpace>
void for_each_chunk(std::string_view text, const OnChunk& chunk, const OnSpace& space) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t white_begin = at;
    for (std::size_t size; at < text.size() && (size = chunks_detail::space_at(text, at)) != 0;) at += size;
    if (at > white_begin) chunk(white_begin, at);
    const std::size_t word_begin = at;
    while (at < text.size() && chunks_detail::space_at(text, at) == 0) ++at;
    if (at == word_begin) return;
    chunk(word_begin, at);
    if (at < text.size() && text[at] == ' ') {
      space();
      ++at;
    }
  }
}

}  // namespace annals
