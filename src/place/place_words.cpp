// Reading of lexicon/place_words.tsv.
#include "place/place_words.h"

#include <array>
#include <utility>

#include "base/tsv.h"

namespace annals {
namespace {

constexpr std::array<std::pair<std::string_view, PlaceWordClass>, 7> kClasses = {{{"type", kTypeWord},
                                                                                  {"facility", kFacilityWord},
                                                                                  {"direction", kDirectionWord},
                                                                                  {"locative", kLocativeWord},
                                                                                  {"title", kTitleWord},
                                                                                  {"link", kLinkWord},
                                                                                  {"article", kArticleWord}}};

std::uint8_t class_of(std::string_view name) {
  for (const auto& [known, bit] : kClasses) {
    if (known == name) return bit;
  }
  return 0;
}

}  // namespace

PlaceWords::PlaceWords(std::string_view text) {
  const TsvTable table(text, "lexicon/place_words.tsv");
  const std::size_t words = table.column("words"), word_class = table.column("class"), kind = table.column("kind");
  for (const TsvRow& row : table) {
    const std::uint8_t bit = class_of(row[word_class]);
    if (bit == 0) {
      throw table.error(row, "\"" + std::string(row[word_class]) + "\" is no class of place words",
                        "Use one of the classes that the head of the table lists.");
    }
    Entry& entry = entries_[std::string(row[words])];
    entry.classes |= bit;
    if (row[kind].empty()) continue;
    entry.kind = place_kind_of(row[kind]);
    if (entry.kind == PlaceKind::none) {
      throw table.error(row, "\"" + std::string(row[kind]) + "\" is no kind of place",
                        "Use one of the kinds that docs/places.md lists.");
    }
  }
}

PlaceWords::Entry PlaceWords::find(std::string_view lower) const {
  const auto it = entries_.find(lower);
  return it == entries_.end() ? Entry{} : it->second;
}

}  // namespace annals
