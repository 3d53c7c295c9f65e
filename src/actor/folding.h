// Folds names to the form in which they are looked up: lower case, no accents, points or apostrophes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

// Appends `text` folded: Latin letters lower-cased without their marks, other letters lower-cased, runs of blanks,
// hyphens and slashes as one space, `&` as "and", and points, commas, apostrophes, quotation marks and brackets
// dropped. "Côte d’Ivoire" is "cote divoire", "U.S." is "us", "al-Qaida" is "al qaida".
void append_folded(std::string& out, std::string_view text);

inline std::string folded(std::string_view text) {
  std::string out;
  append_folded(out, text);
  return out;
}

// The key of a folded name; never 0.
std::uint64_t fold_key(std::string_view folded_name);

}  // namespace annals
