// Checkpoints from code points to bytes.
#include "ledger/story_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace annals {

void StoryText::reset(std::string text) {
  text_ = std::move(text);
  bytes_.clear();
  code_points_ = static_cast<std::uint32_t>(count_code_points(text_));
  if (code_points_ == text_.size()) return;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (is_continuation(text_[at])) continue;
    if (count++ % kStride == 0) bytes_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::size_t StoryText::byte_of(std::uint32_t code_point) const {
  if (code_point >= code_points_) return text_.size();
  if (bytes_.empty()) return code_point;
  std::size_t at = bytes_[code_point / kStride];
  for (std::uint32_t left = code_point % kStride; left > 0; --left) {
    ++at;
    while (is_continuation(text_[at])) ++at;
  }
  return at;
}

std::string_view StoryText::slice(std::uint32_t begin, std::uint32_t end) const {
  const std::size_t first = byte_of(begin);
  return std::string_view(text_).substr(first, byte_of(std::max(begin, end)) - first);
}

Words StoryText::words(std::uint32_t begin, std::uint32_t end) const {
  return {begin, end, std::string(slice(begin, end))};
}

}  // namespace annals
