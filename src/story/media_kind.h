// What kind of document some bytes are, by their look.
#pragma once
#include <cstdint>
#include <string_view>

#include "story/input_file.h"

namespace annals {

enum class MediaKind : std::uint8_t {
  empty,        // nothing but white space
  json_lines,   // an object a line
  json_array,   // "[{"
  json_spread,  // an object over several lines
  html,
  feed,       // RSS 0.9 to 2.0, Atom
  other_xml,  // XML of another root
  warc,
  pdf,
  plain,  // anything else
};

// `head` is the start of the document, or all of it.
MediaKind media_kind(std::string_view head);

// Looks as far into a file as it must.
MediaKind media_kind(InputFile& file);

}  // namespace annals
