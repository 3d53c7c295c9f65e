// A stream of bytes with a name, read once from front to back by lines or whole.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "story/byte_reader.h"

namespace annals {

// The longest line or text file that is read, in bytes. A story beyond it is refused: the annotation of a text takes
// some twenty times its size in memory.
inline constexpr std::size_t kMaxStoryBytes = std::size_t{256} << 20;

class InputFile {
 public:
  // A file, "-" is standard input. Throws Error{Fault::input} in one line if there is no such file, it may not be read,
  // or it is a directory.
  explicit InputFile(const std::string& path);
  // Any bytes, under the name that messages use and the stem that names the stories in it that have no id.
  InputFile(ByteReader bytes, std::string name, std::string stem);

  const std::string& name() const { return name_; }
  const std::string& stem() const { return stem_; }

  // The next bytes without taking them: `count` of them, or fewer where the file ends. Valid until the next call.
  std::string_view peek(std::size_t count);
  void skip(std::size_t count);  // takes bytes that were peeked at

  // Takes bytes into the front of `room`; 0 at the end.
  std::size_t read(std::span<char> room);

  enum class Line { read, end, too_long };
  // Reads up to the next newline, which is dropped together with a carriage return before it. A line of more than
  // `limit` bytes is passed over without being held.
  Line next_line(std::string& line, std::size_t limit);

  // Reads the rest; false if it is more than `limit` bytes.
  bool read_rest(std::string& text, std::size_t limit);

 private:
  bool fill();  // reads more behind what is buffered; false at the end of the file

  ByteReader bytes_;
  std::string name_;
  std::string stem_;
  std::string buffer_;
  std::size_t at_ = 0;   // buffered bytes already taken
  std::size_t end_ = 0;  // buffered bytes
};

}  // namespace annals
