// Words that say where a negotiation stands: lexicon/talks.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "base/tsv.h"
#include "record/semantic_classes.h"

namespace annals {

enum class TalksNoun : std::uint8_t { none, talk, deal, effort };
enum class TalksWord : std::uint8_t {
  aim,
  mediate,
  persuade,
  obstacle,
  reason,
  gap,
  round,
  copula,
  until,
  sides,
  envoy
};

struct TalksStatusEntry {
  std::string particle;
  bool subject = false;            // the noun is the verb's logical subject, else its object
  TalksNoun of = TalksNoun::none;  // none: any
  TalksStatus status;
  std::string source;  // "lexicon/talks.tsv:12"
};

class TalksLexicon {
 public:
  // Columns word, pos, particle, slot, of, status. Throws Error{Fault::lexicon}. Tables add up.
  void add(const TsvTable& table, std::string_view where);

  TalksNoun noun(const Annotation& annotation, std::uint32_t token) const;
  bool is(TalksWord word, std::string_view lemma) const { return words_[static_cast<int>(word)].contains(lemma); }
  // Entries of a verb or adjective, or nullptr.
  const std::vector<TalksStatusEntry>* verb(std::string_view lemma) const { return find(verbs_, lemma); }
  const std::vector<TalksStatusEntry>* adjective(std::string_view word) const { return find(adjectives_, word); }
  // Nouns of what became of talks: "the collapse of the talks".
  const std::vector<TalksStatusEntry>* fate(std::string_view lemma) const { return find(fates_, lemma); }
  // The predicate whose words stand somewhere in [begin, end), or nullptr.
  const TalksStatusEntry* predicate(const Annotation& annotation, std::uint32_t begin, std::uint32_t end) const {
    return first_in(predicates_, annotation, begin, end);
  }
  // The same of words that say that two sides disagree: "at odds".
  const TalksStatusEntry* odds(const Annotation& annotation, std::uint32_t begin, std::uint32_t end) const {
    return first_in(odds_, annotation, begin, end);
  }

 private:
  using Entries = StringMap<std::vector<TalksStatusEntry>>;
  static const std::vector<TalksStatusEntry>* find(const Entries& entries, std::string_view word) {
    const auto found = entries.find(word);
    return found == entries.end() ? nullptr : &found->second;
  }

  struct Noun {
    std::string words;
    TalksNoun of;
  };
  StringMap<std::vector<Noun>> nouns_;  // by last word
  StringMap<bool> words_[static_cast<int>(TalksWord::envoy) + 1];
  Entries verbs_, adjectives_, fates_;
  struct Predicate {
    std::vector<std::string> words;
    TalksStatusEntry entry;
  };
  static const TalksStatusEntry* first_in(const StringMap<std::vector<Predicate>>& all, const Annotation& annotation,
                                          std::uint32_t begin, std::uint32_t end);
  StringMap<std::vector<Predicate>> predicates_, odds_;  // by first word
};

}  // namespace annals
