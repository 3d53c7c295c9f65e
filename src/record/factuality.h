// How the story puts an act: whether it happened, will, may, or did not.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "annals/record.h"
#include "base/tsv.h"
#include "record/clauses.h"
#include "record/semantic_classes.h"

namespace annals {

// What a word makes of the clause or noun below it, by lexicon/factuality.tsv. Beyond the four factualities: `attempt`
// is for deeds of which trying is doing, `decided` for measures that are taken by deciding them, `absorbed` for what is
// part of the act above, `context` for what the clause around decides.
enum class Effect : std::uint8_t { actual, future, hypothetical, negated, attempt, decided, absorbed, context };

struct FactualityEntry {
  Effect affirmed = Effect::actual;  // when the word stands plain
  Effect negated = Effect::actual;   // when it stands under "not"
};

struct FactualityReading {
  Factuality factuality = Factuality::actual;
  bool attempt = false;   // the words say that it was tried
  bool decided = false;   // that those who can carry it out have decided it
  bool failed = false;    // that the attempt came to nothing: "was unable to"
  bool refused = false;   // "will not": the one who acts says no
  bool absorbed = false;  // a word of promise, threat or refusal above has taken it in
};

class FactualityLexicon {
 public:
  // Columns word, pos, complement, affirmed, negated. Throws Error{Fault::lexicon}. Later tables win.
  void add(const TsvTable& table);

  // Of the act named by the verb or noun at `token`: from its negation and modals, and from everything above it
  // (Saurí & Pustejovsky, "FactBank", 2009: factuality is composed from the top of the clause down).
  FactualityReading read(const Clauses& clauses, std::uint32_t token) const;

 private:
  struct Step;  // what the next word above makes of a token
  const FactualityEntry* find(std::string_view pos, std::string_view word, std::string_view complement) const;
  const FactualityEntry* any_of(std::string_view pos, std::string_view word,
                                std::initializer_list<std::string_view> complements) const;
  // Negation and modals of the word itself.
  FactualityReading own(const Clauses& clauses, std::uint32_t token) const;
  Step above(const Clauses& clauses, std::uint32_t token) const;
  Step above_clause(const Clauses& clauses, std::uint32_t token) const;
  Step above_noun(const Clauses& clauses, std::uint32_t token) const;
  const FactualityEntry* governing_verb(const Clauses& clauses, std::uint32_t verb, std::uint32_t inner) const;
  FactualityReading read(const Clauses& clauses, std::uint32_t token, int depth) const;

  StringMap<FactualityEntry> entries_;  // "pos|word|complement"
};

}  // namespace annals
