// Which series a counted thing belongs to.
#include "record/measures.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr std::pair<std::string_view, MeasurePos> kPos[] = {{"verb", MeasurePos::verb},     {"noun", MeasurePos::noun},
                                                            {"adj", MeasurePos::adj},       {"aid", MeasurePos::aid},
                                                            {"appeal", MeasurePos::appeal}, {"home", MeasurePos::home}};
constexpr std::pair<std::string_view, MeasureSlot> kSlots[] = {{"obj", MeasureSlot::obj},
                                                               {"subj", MeasureSlot::subj},
                                                               {"self", MeasureSlot::self},
                                                               {"", MeasureSlot::self},
                                                               {"of", MeasureSlot::of}};

template <typename T, std::size_t N>
std::optional<T> named(const std::pair<std::string_view, T> (&names)[N], std::string_view name) {
  for (const auto& [n, value] : names) {
    if (n == name) return value;
  }
  return std::nullopt;
}

}  // namespace

void MeasureLexicon::add(const TsvTable& table, std::string_view where) {
  const std::size_t measure = table.column("measure"), word = table.column("word"), pos = table.column("pos");
  const std::size_t slot = table.column("slot"), state = table.column("state"), needs = table.column("needs");
  for (const TsvRow& row : table) {
    const auto part = named(kPos, row[pos]);
    const auto place = named(kSlots, row[slot]);
    if (!part || !place) {
      throw table.error(
          row, "\"" + std::string(row[pos]) + " " + std::string(row[slot]) + "\" is no part of speech and slot",
          "The head of lexicon/measures.tsv lists them.");
    }
    const std::string_view words = row[word];
    const auto space = words.rfind(' ');
    auto& list = entries_[std::string(space == std::string_view::npos ? words : words.substr(space + 1))];
    MeasureEntry entry{std::string(row[measure]),
                       std::string(words),
                       *part,
                       *place,
                       std::string(row[state]),
                       row[needs] == "people" || row[needs] == "home",
                       row[needs] == "home",
                       std::string(where) + ":" + std::to_string(row.line)};
    std::erase_if(list, [&](const MeasureEntry& e) {
      return e.words == entry.words && e.pos == entry.pos && e.slot == entry.slot;
    });
    list.push_back(std::move(entry));
    std::stable_sort(list.begin(), list.end(),
                     [](const MeasureEntry& a, const MeasureEntry& b) { return a.words.size() > b.words.size(); });
  }
}

const MeasureEntry* MeasureLexicon::find(const Annotation& annotation, std::uint32_t token, MeasurePos pos,
                                         MeasureSlot slot) const {
  for (const std::string_view form : {annotation.lemma(token), annotation.lower(token)}) {
    const auto found = entries_.find(form);
    if (found == entries_.end()) continue;
    for (const MeasureEntry& entry : found->second) {
      if (entry.pos == pos && entry.slot == slot && is_phrase(annotation, token, entry.words)) return &entry;
    }
  }
  return nullptr;
}

}  // namespace annals
