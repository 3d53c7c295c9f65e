// Words of motion and their slots.
#include "record/motion_lexicon.h"

#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr std::pair<std::string_view, Mover> kMovers[] = {{"subj", Mover::subj},
                                                          {"obj", Mover::obj},
                                                          {"own", Mover::own},
                                                          {"self", Mover::self},
                                                          {"carrier", Mover::carrier}};

std::optional<Mover> mover_named(std::string_view name) {
  for (const auto& [n, mover] : kMovers) {
    if (n == name) return mover;
  }
  return std::nullopt;
}

std::vector<std::string> slots(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string_view part : split_cell(cell)) {
    if (!part.empty()) out.emplace_back(part);
  }
  return out;
}

}  // namespace

void MotionLexicon::add(const TsvTable& table, std::string_view where) {
  const std::size_t word = table.column("word"), pos = table.column("pos"), particle = table.column("particle");
  const std::size_t mover = table.column("mover"), to = table.column("to"), from = table.column("from");
  const std::pair<std::string_view, StringMap<bool>*> sets[] = {
      {"mover", &movers_}, {"place", &places_}, {"adverb", &adverbs_},     {"last", &last_},
      {"first", &first_},  {"part", &parts_},   {"dwelling", &dwellings_}, {"awaited", &awaited_}};
  for (const TsvRow& row : table) {
    bool taken = false;
    for (const auto& [name, set] : sets) {
      if (row[pos] != name) continue;
      set->emplace(row[word], true);
      taken = true;
    }
    if (taken) continue;
    const auto who = mover_named(row[mover]);
    if (!who || (row[pos] != "verb" && row[pos] != "noun")) {
      throw table.error(
          row, "\"" + std::string(row[pos]) + " " + std::string(row[mover]) + "\" is no kind of word of motion",
          "The head of lexicon/motion.tsv lists them.");
    }
    entries_[std::string(row[word])].push_back({row[pos] == "verb" ? MotionPos::verb : MotionPos::noun,
                                                std::string(row[particle]), *who, slots(row[to]), slots(row[from]),
                                                std::string(where) + ":" + std::to_string(row.line)});
  }
}

const std::vector<MotionEntry>* MotionLexicon::find(std::string_view lemma) const {
  const auto found = entries_.find(lemma);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace annals
