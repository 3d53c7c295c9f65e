// Stories out of files of all kinds, told apart by what is in them: the one road by which commands get their stories.
#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "annals/story.h"
#include "story/document_reader.h"
#include "story/input_file.h"
#include "story/input_walk.h"
#include "story/json_story.h"
#include "story/page_words.h"
#include "story/warc.h"

namespace annals {

struct StorySourceOptions {
  std::optional<std::chrono::sys_days> published;        // the day of every story, over what they say themselves
  bool any_language = false;                             // hand out stories in other languages than English, too
  const PageWords* page_words = &PageWords::built_in();  // borrowed
};

// What was passed over without being at fault.
struct PassedOver {
  std::map<std::string, std::size_t> other_languages;  // stories by the code of their language
  std::size_t without_text = 0;                        // pages and items: front pages, pictures, videos

  std::size_t in_other_languages() const;
};

// Folders are walked, archives opened, compression is undone; then a file is JSON Lines (a story a line), a web archive
// (WARC), a feed, a page, a PDF, or plain text. One line, record or document is held at a time, so that an archive of
// any size streams through.
class StorySource {
 public:
  // `paths` may hold folders, and "-" for standard input.
  explicit StorySource(std::vector<std::string> paths, StorySourceOptions options = {});
  StorySource(std::vector<std::string> paths, std::optional<std::chrono::sys_days> published);

  // The next story, or nothing at the end. Throws Error{Fault::input} for a file, line, record or item that is refused;
  // the next call goes on behind it.
  std::optional<Story> next();

  // Files so far that could be read. A file of which some lines were refused, or that had nothing in it, is among them.
  std::size_t files_read() const { return files_read_; }

  const PassedOver& passed_over() const { return passed_over_; }

 private:
  // A file of JSON Lines that is being read.
  struct Lines {
    InputFile file;
    std::size_t number = 0;
    bool refused = false;  // a fault costs the line, not the file

    std::string where() const { return file.name() + ":" + std::to_string(number); }
  };

  bool open_next();
  void open_document(InputFile file, MediaKind kind);
  std::optional<Story> next_of_open();
  std::optional<Story> next_line(Lines& lines);
  bool goes_on() const;
  bool wanted(const Story& story);

  InputWalk walk_;
  StorySourceOptions options_;
  std::size_t files_read_ = 0;
  PassedOver passed_over_;

  std::variant<std::monostate, Lines, WarcReader> open_;  // what holds many
  std::optional<DocumentReader> document_;                // the one at hand, of its own or of the web archive
  std::string line_;
  JsonStoryParser parser_;
};

}  // namespace annals
