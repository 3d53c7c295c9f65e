// Buffered reading by POSIX calls.
#include "story/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "annals/error.h"

namespace annals {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

std::string remedy_for(int error) {
  if (error == ENOENT) return "Check the name.";
  if (error == EACCES) return "Check that you may read it.";
  return "Check the file and the disk.";
}

}  // namespace

InputFile::InputFile(const std::string& path) : name_(path == "-" ? "standard input" : path) {
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw Error{Fault::input, name_, std::strerror(errno), remedy_for(errno)};
  struct stat info {};
  if (::fstat(descriptor_, &info) == 0 && S_ISDIR(info.st_mode)) {
    if (path != "-") ::close(descriptor_);
    throw Error{Fault::input, name_, "this is a directory", "Name the files in it, as in " + name_ + "/*.txt."};
  }
  buffer_.resize(kChunk);
}

InputFile::~InputFile() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

bool InputFile::fill() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  ssize_t got;
  do {
    got = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw Error{Fault::input, name_, std::strerror(errno), remedy_for(errno)};
  end_ += static_cast<std::size_t>(got);
  return got > 0;
}

std::string_view InputFile::peek(std::size_t count) {
  while (end_ - at_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(at_, std::min(count, end_ - at_));
}

void InputFile::skip(std::size_t count) { at_ += count; }

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
