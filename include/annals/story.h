// A news story: the unit that Annals reads.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annals {

struct Story {
  std::string id;
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
