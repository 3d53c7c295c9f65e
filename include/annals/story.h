// A news story: the unit that Annals reads.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annals {

// What a story's id is made from. A ledger needs to know: the same name in two folders is not the same story.
enum class IdSource : std::uint8_t {
  document,  // the story's own words about itself
  file,      // the name of a file that holds nothing else
  place,     // the name of a file and a place in it, which shifts when the file is written anew
};

struct Story {
  std::string id;
  IdSource id_source = IdSource::document;
  std::string origin;  // where it was read, as messages name it: "reports/port.txt", "wire.jsonl:412"; may be empty
  std::string source;  // who published it, empty where unknown
  std::string url;     // the canonical link, empty where unknown
  std::string title;   // empty where unknown
  std::optional<std::chrono::sys_days> published;

  // UTF-8 without NULs or malformed bytes: each such byte of the input has become one U+FFFD.
  std::string text;
  // Byte offsets into `text` of those replacements, ascending. Empty for nearly every story.
  std::vector<std::uint32_t> repairs;
};

}  // namespace annals
