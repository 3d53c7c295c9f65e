// A sentence in which an actor and a recipient are marked, as `annals pairs` reads it, and how lines become such.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "story/input_file.h"

namespace annals {

struct MarkedSentence {
  std::string id;
  std::string text;                          // well-formed UTF-8
  std::optional<ByteSpan> actor, recipient;  // in `text`; none where the line names none that the sentence holds
};

// Reads {"id", "text", "actor": {"text", "start", "end"}, "recipient": {...}}. "start" and "end" count code points;
// where one is null or absent, or they do not fit, the first place of the phrase's "text" in the sentence is taken.
// Throws Error{Fault::input} that names `where` if the line is no such object.
MarkedSentence parse_marked_sentence(const std::string& line, const std::string& where);

// The marked sentences of files of JSON Lines, one line held at a time.
class MarkedSentenceSource {
 public:
  // `paths` may hold "-" for standard input.
  explicit MarkedSentenceSource(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  // The next sentence, or nothing at the end. Throws Error{Fault::input} for a file or line that is refused; the next
  // call goes on behind it. A sentence without an id is called FILE:LINE.
  std::optional<MarkedSentence> next();

  std::size_t files_read() const { return files_read_; }

 private:
  std::optional<MarkedSentence> next_line();

  std::vector<std::string> paths_;
  std::size_t next_path_ = 0;
  std::size_t files_read_ = 0;
  std::optional<InputFile> file_;  // the file that is being read
  std::size_t line_number_ = 0;
  bool line_refused_ = false;  // a fault costs the line, not the file
  std::string line_;
};

}  // namespace annals
