// The words of lexicon/place_words.tsv: what a word beside a name says about it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "place/gazetteer.h"

namespace annals {

enum PlaceWordClass : std::uint8_t {
  kTypeWord = 1 << 0,
  kFacilityWord = 1 << 1,
  kDirectionWord = 1 << 2,
  kLocativeWord = 1 << 3,
  kTitleWord = 1 << 4,
  kLinkWord = 1 << 5,
  kArticleWord = 1 << 6,
};

class PlaceWords {
 public:
  struct Entry {
    std::uint8_t classes = 0;  // PlaceWordClass bits
    PlaceKind kind = PlaceKind::none;
  };

  // Reads the table. Throws Error{Fault::lexicon} naming the line at fault.
  explicit PlaceWords(std::string_view table);

  // What is known of a lower-cased word.
  Entry find(std::string_view lower) const;
  bool is(std::string_view lower, PlaceWordClass word_class) const { return (find(lower).classes & word_class) != 0; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

}  // namespace annals
