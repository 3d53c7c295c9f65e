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

// What opens a wire story before its first sentence, as "NAIROBI, Kenya, Nov. 7 (AP) - " does. It stays in the text, so
// that offsets are those of what was read, but nothing in it is news.
struct Dateline {
  std::uint32_t begin = 0, end = 0;  // bytes of the story's text, the dash and the white space behind it included
  std::string place;                 // "NAIROBI, Kenya"
  std::string agency;                // "AP", empty where none is named
  std::string day;                   // "Nov. 7" as written, empty where none is named

  bool operator==(const Dateline&) const = default;
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
  std::optional<Dateline> dateline;
};

}  // namespace annals
