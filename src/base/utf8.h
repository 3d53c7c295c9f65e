// UTF-8 text: the repair of malformed bytes, and the way from byte offsets to code points.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct Repaired {
  std::string text;                    // well-formed UTF-8 without NULs
  std::vector<std::uint32_t> repairs;  // byte offsets in `text` of the U+FFFD that were put in, ascending
};

// Replaces each NUL and each byte that belongs to no well-formed sequence (Unicode 15, table 3-7: overlong forms,
// encoded surrogates, cut-off sequences and stray bytes are malformed) by one U+FFFD. Clean bytes pass through unmoved.
Repaired repair(std::string bytes);

// Length of the well-formed sequence at the start of `s`: 1 to 4, or 0 where it is malformed or `s` is empty.
std::size_t sequence_length(std::string_view s);

// Where the byte at `offset` of a repaired text stood in the bytes that were repaired. Every repair turned one byte
// into three.
std::uint32_t original_offset(std::span<const std::uint32_t> repairs, std::uint32_t offset);

// Counts the code points of well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

// Converts byte offsets of one text to code point offsets, in any order, each in constant time. Keeps its buffer.
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text) { reset(text); }

  void reset(std::string_view text);  // borrows `text`

  // Code points before byte `offset`, which must be no larger than the text.
  std::uint32_t at(std::uint32_t offset) const;

 private:
  static constexpr std::size_t kStride = 256;  // bytes between checkpoints

  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> before_;  // code points before each checkpoint; empty for ASCII text
};

}  // namespace annals
