// Compiles the tables of words: titles, descriptors, given names and the words that steer reading.
#include <algorithm>
#include <array>

#include "actor/actor_cells.h"
#include "actor/actor_lexicon.h"
#include "actor/folding.h"

namespace annals {

void ActorLexicon::read_titles(const TsvTable& table) {
  const auto words = table.column("words");
  const auto plural = table.find_column("plural");
  const auto sector = table.find_column("sector");
  const auto office = table.find_column("office");
  const auto gender = table.find_column("gender");
  const auto kind = table.find_column("kind");
  for (const TsvRow& row : table) {
    const auto index = static_cast<std::uint32_t>(titles_.size());
    titles_.push_back({row[words], read_sector(table, row, cell(row, sector)),
                       read_office(table, row, cell(row, office)), read_gender(cell(row, gender)),
                       cell(row, kind) == "group", row.line});
    const auto add = [&](std::string_view part, bool many) {
      std::uint32_t& slot = title_words_[key_of(part)];
      if (slot == kNoEntry) slot = index << 1 | static_cast<std::uint32_t>(many);
    };
    add(row[words], false);
    each_part(cell(row, plural), [&](auto part) { add(part, true); });
  }
}

void ActorLexicon::read_descriptors(const TsvTable& table) {
  const auto words = table.column("words");
  const auto kinds = table.column("kinds");
  const auto names = table.find_column("names");
  for (const TsvRow& row : table) {
    std::uint32_t& slot = descriptor_words_[key_of(row[words])];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(descriptors_.size());
    descriptors_.push_back({split_cell(row[kinds]), split_cell(cell(row, names))});
  }
}

void ActorLexicon::read_given_names(const TsvTable& table) {
  const auto name = table.column("name");
  const auto gender = table.column("gender");
  const auto kind = table.column("kind");
  for (const TsvRow& row : table) {
    // Honorifics and given names are apart: "Sister" is the one, "Christian" the other.
    const bool honorific = row[kind] == "honorific";
    std::uint32_t& slot = (honorific ? honorifics_ : given_names_)[key_of(row[name])];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(read_gender(row[gender]));
  }
}

void ActorLexicon::read_words(const TsvTable& table) {
  const auto word = table.column("word");
  const auto role = table.column("class");
  constexpr std::array<std::pair<std::string_view, WordRole>, 10> kRoles = {{{"counter", kCounter},
                                                                             {"dispatch", kDispatch},
                                                                             {"heads", kHeads},
                                                                             {"where", kWhere},
                                                                             {"former", kFormer},
                                                                             {"quantity", kQuantity},
                                                                             {"within", kWithin},
                                                                             {"local", kLocal},
                                                                             {"belongs", kBelongs},
                                                                             {"kind", kTellsKind}}};
  for (const TsvRow& row : table) {
    const auto known = std::ranges::find(kRoles, row[role], &std::pair<std::string_view, WordRole>::first);
    if (known == kRoles.end()) {
      throw table.error(row, "\"" + std::string(row[role]) + "\" is no class of words",
                        "Use one that the head of lexicon/actor_words.tsv lists.");
    }
    std::uint32_t& bits = words_[fold_key(row[word])];
    bits = (bits == kNoEntry ? 0 : bits) | known->second;
  }
}

}  // namespace annals
