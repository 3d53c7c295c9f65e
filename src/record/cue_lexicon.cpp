// Reads lexicon/cues.tsv.
#include "record/cue_lexicon.h"

#include <array>
#include <utility>

namespace annals {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 8> kFrames = {{{"clause", kTakesClause},
                                                                                {"quote", kTakesQuote},
                                                                                {"object", kTakesObject},
                                                                                {"small-clause", kTakesSmallClause},
                                                                                {"as", kTakesAs},
                                                                                {"gerund", kTakesGerund},
                                                                                {"infinitive", kTakesInfinitive},
                                                                                {"predicate", kTakesPredicate}}};
constexpr std::array<std::string_view, 6> kClasses = {"say", "ask", "believe", "intend", "judge", "show"};

CueClass class_of(const TsvTable& table, const TsvRow& row, std::string_view name) {
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (kClasses[i] == name) return static_cast<CueClass>(i);
  }
  throw table.error(row, "\"" + std::string(name) + "\" is no class of cues",
                    "Use say, ask, believe, intend, judge or show in the column class.");
}

void take(Cue& cue, std::string_view frame) {
  if (frame == "hearer") {
    cue.object_hears = true;
    return;
  }
  for (const auto& [name, bit] : kFrames) {
    if (name == frame) {
      cue.takes |= bit;
      return;
    }
  }
  cue.prepositions.emplace_back(frame);
}

}  // namespace

void CueLexicon::add(const TsvTable& table, std::string where) {
  const std::size_t word = table.column("word"), pos = table.column("pos");
  const std::size_t takes = table.column("takes"), kind = table.column("class");
  tables_.push_back(std::move(where));
  for (const TsvRow& row : table) {
    Cue cue;
    cue.table = static_cast<std::uint32_t>(tables_.size() - 1);
    cue.line = static_cast<std::uint32_t>(row.line);
    cue.kind = class_of(table, row, row[kind]);
    for (const std::string_view frame : split_cell(row[takes])) take(cue, frame);
    StringMap<Cue>* words = words_of(row[pos]);
    if (words == nullptr) {
      throw table.error(
          row, "\"" + std::string(row[pos]) + "\" is no part of speech of a cue",
          "Use verb, noun, adjective, preposition, in-the-of, light, direction or source in the column pos.");
    }
    (*words)[std::string(row[word])] = std::move(cue);
  }
}

StringMap<Cue>* CueLexicon::words_of(std::string_view pos) {
  if (pos == "verb") return &verbs_;
  if (pos == "noun") return &nouns_;
  if (pos == "adjective") return &adjectives_;
  if (pos == "preposition") return &prepositions_;
  if (pos == "source") return &sources_;
  if (pos == "light") return &light_;
  if (pos == "direction") return &directions_;
  return pos == "in-the-of" ? &in_the_of_ : nullptr;
}

const Cue* CueLexicon::find_in(const StringMap<Cue>& words, std::string_view word) {
  const auto found = words.find(word);
  if (found == words.end()) return nullptr;
  const Cue& cue = found->second;
  return cue.takes == 0 && cue.prepositions.empty() ? nullptr : &cue;
}

const Cue* CueLexicon::find(Pos pos, std::string_view word) const {
  switch (pos) {
    case Pos::VERB:
      return find_in(verbs_, word);
    case Pos::NOUN:
      return find_in(nouns_, word);
    case Pos::ADJ:
      return find_in(adjectives_, word);
    default:
      return nullptr;
  }
}

const Cue* CueLexicon::preposition(std::string_view words) const { return find_in(prepositions_, words); }

const Cue* CueLexicon::in_the_of(std::string_view noun) const { return find_in(in_the_of_, noun); }

}  // namespace annals
