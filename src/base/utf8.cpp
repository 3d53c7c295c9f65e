// Repair of malformed UTF-8 and counting of code points.
#include "base/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace annals {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// A code point begins at every byte that continues none; bytes below -64 as signed are 10xxxxxx. The loop has no
// branch, so that compilers turn it into SIMD.
std::uint32_t count_starts(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += static_cast<signed char>(c) >= -64;
  return count;
}

}  // namespace

std::size_t sequence_length(std::string_view s) {
  if (s.empty()) return 0;
  const auto lead = static_cast<unsigned char>(s[0]);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (s.size() < length) return 0;
  // The second byte's range rules out overlong forms, surrogates and code points beyond U+10FFFF.
  const auto second = static_cast<unsigned char>(s[1]);
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(s[i])) return 0;
  }
  return length;
}

Repaired repair(std::string bytes) {
  const bool clean =
      std::memchr(bytes.data(), '\0', bytes.size()) == nullptr && simdjson::validate_utf8(bytes.data(), bytes.size());
  if (clean) return {std::move(bytes), {}};
  Repaired out;
  out.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = bytes[i] == '\0' ? 0 : sequence_length(std::string_view(bytes).substr(i));
    if (length == 0) {
      out.repairs.push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text.append(kReplacement);
      ++i;
    } else {
      out.text.append(bytes, i, length);
      i += length;
    }
  }
  return out;
}

std::uint32_t original_offset(std::span<const std::uint32_t> repairs, std::uint32_t offset) {
  const auto before = std::lower_bound(repairs.begin(), repairs.end(), offset) - repairs.begin();
  return offset - static_cast<std::uint32_t>(before) * static_cast<std::uint32_t>(kReplacement.size() - 1);
}

std::size_t count_code_points(std::string_view text) { return count_starts(text); }

void CodePointIndex::reset(std::string_view text) {
  text_ = text;
  ascii_ = is_ascii(text);
  before_.clear();
  if (ascii_) return;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i <= text.size(); i += kStride) {
    before_.push_back(count);
    count += count_starts(text.substr(i, kStride));
  }
}

std::uint32_t CodePointIndex::at(std::uint32_t offset) const {
  if (ascii_) return offset;
  const std::size_t checkpoint = offset / kStride;
  return before_[checkpoint] + count_starts(text_.substr(checkpoint * kStride, offset - checkpoint * kStride));
}

}  // namespace annals
