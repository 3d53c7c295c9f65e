// Buffered reading of a stream of bytes.
#include "story/input_file.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

}  // namespace

InputFile::InputFile(const std::string& path)
    : InputFile(file_bytes(path), path == "-" ? "standard input" : path,
                path == "-" ? "stdin" : std::filesystem::path(path).stem().string()) {}

InputFile::InputFile(ByteReader bytes, std::string name, std::string stem)
    : bytes_(std::move(bytes)), name_(std::move(name)), stem_(std::move(stem)) {}

bool InputFile::fill() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(std::max(kChunk, buffer_.size() * 2));
  const std::size_t got = bytes_({buffer_.data() + end_, buffer_.size() - end_});
  end_ += got;
  return got > 0;
}

std::string_view InputFile::peek(std::size_t count) {
  while (end_ - at_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(at_, std::min(count, end_ - at_));
}

void InputFile::skip(std::size_t count) { at_ += std::min(count, end_ - at_); }

std::size_t InputFile::read(std::span<char> room) {
  if (at_ == end_ && !fill()) return 0;
  const std::size_t count = std::min(room.size(), end_ - at_);
  std::memcpy(room.data(), buffer_.data() + at_, count);
  at_ += count;
  return count;
}

InputFile::Line InputFile::next_line(std::string& line, std::size_t limit) {
  line.clear();
  bool any = false;
  bool too_long = false;
  for (bool found = false; !found;) {
    if (at_ == end_ && !fill()) break;
    any = true;
    const char* begin = buffer_.data() + at_;
    const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', end_ - at_));
    found = newline != nullptr;
    const std::size_t count = found ? static_cast<std::size_t>(newline - begin) : end_ - at_;
    too_long = too_long || count > limit - line.size();
    if (too_long) line.clear();
    if (!too_long) line.append(begin, count);
    at_ += count + (found ? 1 : 0);
  }
  if (!any) return Line::end;
  if (too_long) return Line::too_long;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Line::read;
}

bool InputFile::read_rest(std::string& text, std::size_t limit) {
  text.clear();
  do {
    if (end_ - at_ > limit - text.size()) return false;
    text.append(buffer_, at_, end_ - at_);
    at_ = end_;
  } while (fill());
  return true;
}

}  // namespace annals
