// The key by which the gazetteer knows a name: its letters without case, accents or punctuation, hashed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

// Builds a folded name piece by piece, so that "Ust-Kamenogorsk" as one string and as the tokens "Ust", "-",
// "Kamenogorsk" come to the same: lower case, accents stripped, apostrophes and stops dropped, hyphens and white space
// one space. "Saint", "Mount" and "Fort" fold to their abbreviations, and a leading "the" is left out.
class NameFolder {
 public:
  void clear() {
    text_.clear();
    word_ = 0;
    space_ = false;
  }
  void add(std::string_view utf8);
  void add_space() { space_ = true; }

  // The folded name up to here, which must be the end of a word. Valid until the next call.
  std::string_view text();
  // The hash of text(); 0 where nothing is left of the name.
  std::uint64_t key();

 private:
  void put(std::string_view letters);
  void end_word();

  std::string text_;
  std::size_t word_ = 0;  // where the word under way begins
  bool space_ = false;    // a space is due before the next letter
};

// The key of a whole name.
std::uint64_t name_key(std::string_view name);

// The key of an abbreviation, which counts only in the very letters in which it is listed ("US", never "us").
std::uint64_t exact_key(std::string_view text);

}  // namespace annals
