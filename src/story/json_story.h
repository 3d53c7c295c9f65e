// One line of JSON Lines to a story: {"id", "published", "text", "title", "source", "url"}.
#pragma once
#include <memory>
#include <string>

#include "annals/story.h"

namespace annals {

class JsonStoryParser {
 public:
  JsonStoryParser();
  ~JsonStoryParser();

  // `line` is changed. Its NULs, malformed bytes and escapes of lone surrogates become U+FFFD one for one.
  // "text" is needed; "published" may be null, a date or a date and time; a story without "id" leaves it empty; other
  // members are passed over.
  // Throws Error{Fault::input} that names `where` if the line is not such an object.
  Story parse(std::string& line, const std::string& where);

 private:
  struct State;  // keeps simdjson out of this header
  std::unique_ptr<State> state_;
};

}  // namespace annals
