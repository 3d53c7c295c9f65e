// Stories out of files: JSON Lines or plain text, told apart by what is in them.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "annals/story.h"
#include "story/input_file.h"
#include "story/json_story.h"

namespace annals {

// A file that opens with a JSON object is JSON Lines, a story a line; any other is one story of plain text, named
// after the file. One line is held at a time, so that an archive of any size streams through.
class StorySource {
 public:
  // `paths` may hold "-" for standard input. `published`, where given, is the date of every story.
  explicit StorySource(std::vector<std::string> paths, std::optional<std::chrono::sys_days> published = {});

  // The next story, or nothing at the end. Throws Error{Fault::input} for a file or line that is refused; the next
  // call goes on behind it.
  std::optional<Story> next();

  // Files so far that could be read. A file of which some lines were refused, or that had nothing in it, is among them.
  std::size_t files_read() const { return files_read_; }

 private:
  void open(const std::string& path);
  std::optional<Story> next_line_story();
  Story plain_story();
  std::string where() const;  // "wire.jsonl:412"

  std::vector<std::string> paths_;
  std::size_t next_path_ = 0;
  std::size_t files_read_ = 0;
  std::optional<std::chrono::sys_days> published_;

  std::optional<InputFile> file_;  // the file that is being read
  bool json_lines_ = false;
  std::string stem_;  // names its stories that have no id
  std::size_t line_number_ = 0;
  bool line_refused_ = false;  // a fault costs the line, not the file
  std::string line_;
  JsonStoryParser parser_;
};

}  // namespace annals
