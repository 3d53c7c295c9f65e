// A story's text, cut by code points.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annals/record.h"

namespace annals {

class StoryText {
 public:
  void reset(std::string text);

  const std::string& text() const { return text_; }
  std::uint32_t size() const { return code_points_; }

  // The byte at which a code point begins; the size of the text for one behind its end.
  std::size_t byte_of(std::uint32_t code_point) const;
  // The code points [begin, end), with these very offsets.
  Words words(std::uint32_t begin, std::uint32_t end) const;
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const;

 private:
  static constexpr std::uint32_t kStride = 64;  // code points between checkpoints

  std::string text_;
  std::uint32_t code_points_ = 0;
  std::vector<std::uint32_t> bytes_;  // of each checkpoint; empty for ASCII text
};

}  // namespace annals
