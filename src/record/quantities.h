// Numbers with their bounds and units, in figures and in words: "at least $1.2 million", "tens of thousands".
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "language/annotation.h"
#include "record/quantity_lexicon.h"

namespace annals {

struct Quantity {
  TokenSpan words;           // bounds and currency sign included
  TokenSpan number;          // from the first word of the number to the last of its unit
  std::uint32_t anchor = 0;  // the token of `number` that hangs on the rest of the sentence
  std::optional<double> low, high;
  Qualifier qualifier = Qualifier::exact;
  std::string_view unit = "count";  // borrowed from the lexicon
  UnitKind kind = UnitKind::count;
  bool hyphened = false;                 // "a seven-member panel"
  bool bounded = false;                  // words around it say so
  bool round = false;                    // "hundreds"
  bool share = false;                    // "a third of", "one in five"
  double value = 0;                      // as written, before bounds
  std::uint32_t unit_word = 0xFFFFFFFF;  // the last word or the sign of the unit
};

class QuantityFinder {
 public:
  explicit QuantityFinder(const QuantityLexicon& lexicon) : lexicon_(lexicon) {}  // borrowed

  // Appends the quantities of the story in text order. What is numbered but not counted (names, ages, scores) is left
  // out; dates are for the caller to leave out.
  void find(const Annotation& annotation, std::vector<Quantity>& out) const;

 private:
  const QuantityLexicon& lexicon_;
};

}  // namespace annals
