// Text as a terminal may show it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

// One line: white space and line breaks become single spaces, and control characters, with which a story could steer
// the terminal, U+FFFD.
std::string one_line(std::string_view text);

// Columns that well-formed UTF-8 takes on a terminal: two for East Asian wide characters, none for combining marks.
std::size_t display_width(std::string_view text);

}  // namespace annals
