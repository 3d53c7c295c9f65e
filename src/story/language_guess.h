// Whether a story is in English, by cld2.
#pragma once
#include <string>
#include <string_view>

namespace annals {

// The ISO 639 code of the language that a text is in, if it is surely another than English; empty for English, for text
// too short or too mixed to tell, and for names and numbers. `text` is well-formed UTF-8.
std::string other_language(std::string_view text);

}  // namespace annals
