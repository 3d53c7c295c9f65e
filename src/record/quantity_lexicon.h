// The words of quantities and units: lexicon/quantities.tsv and lexicon/units.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "base/tsv.h"
#include "language/annotation.h"
#include "record/semantic_classes.h"

namespace annals {

enum class UnitKind : std::uint8_t { count, percent, money, measure, time };

// What a word does in a quantity: lexicon/quantities.tsv explains each.
enum class QuantityClass : std::uint8_t {
  number,
  scale,
  plural,
  few,
  fraction,
  bound,
  change,
  sets,
  has,
  tally,
  member,
  name,
  no_count,
  street,
  people,
  unsure,
  way
};

class QuantityLexicon {
 public:
  // Number words of lexicon/times.tsv, the rest of lexicon/quantities.tsv and lexicon/units.tsv. Later rows win. Each
  // throws Error{Fault::lexicon}.
  void add_numbers(const TsvTable& times);
  void add_words(const TsvTable& table);
  void add_units(const TsvTable& table);

  // The value of `word` in a class, or nothing.
  std::optional<double> find(QuantityClass of, std::string_view word) const;
  bool is(QuantityClass of, std::string_view word) const { return find(of, word).has_value(); }
  std::optional<Qualifier> bound_verb(std::string_view lemma) const;

  struct Unit {
    std::string code;
    UnitKind kind;
    bool before;
  };
  // The unit whose words start at `token`, the longest, and where they end.
  struct UnitHit {
    const Unit* unit = nullptr;
    std::uint32_t end = 0;
  };
  UnitHit unit_at(const Annotation& annotation, std::uint32_t token) const;
  const Unit* unit_before(std::string_view sign) const;

  // The qualifying words that end before `token` or begin at it, the longest.
  struct BoundHit {
    std::optional<Qualifier> qualifier;
    std::uint32_t edge = 0;  // where they begin, or end
  };
  BoundHit bound_before(const Annotation& annotation, std::uint32_t token) const;
  BoundHit bound_after(const Annotation& annotation, std::uint32_t token) const;

 private:
  struct Bound {
    std::vector<std::string> words;
    Qualifier qualifier;
  };
  void add_bound(StringMap<std::vector<Bound>>& map, bool by_last, std::string_view words, Qualifier qualifier);

  StringMap<double> words_[static_cast<int>(QuantityClass::way) + 1];
  StringMap<Qualifier> bound_verbs_;
  StringMap<std::vector<Bound>> before_, after_;  // by the word next to the number
  struct UnitWords {
    std::vector<std::string> words;
    Unit unit;
  };
  StringMap<std::vector<UnitWords>> units_;  // by first word
  StringMap<Unit> signs_;
};

}  // namespace annals
