// Whose money it is where several states call theirs by the same name: lexicon/currencies.tsv.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "record/layers.h"
#include "record/quantities.h"
#include "record/semantic_classes.h"

namespace annals {

class CurrencyLexicon {
 public:
  // Columns words, unit, states, how. Throws Error{Fault::lexicon}. Tables add up.
  void add(const TsvTable& table);

  // The code of a sum: that of the state before the word ("Argentine pesos"), else of whoever pays, of the state named
  // nearest in the sentence, or of the one that the story names most; else what the unit says already. Valid as long as
  // the lexicon or the unit.
  std::string_view unit_of(const Layers& layers, const Quantity& sum) const;

 private:
  struct Money {
    std::string unit;
    std::vector<std::string> states;
    bool named = false;
  };
  static const Money* of_state(const std::vector<Money>& list, std::string_view country, bool named);
  static const Money* paid_by(const std::vector<Money>& list, const Layers& layers, const Quantity& sum);
  static const Money* nearest(const std::vector<Money>& list, const Layers& layers, const Quantity& sum);
  static const Money* most_told(const std::vector<Money>& list, const Layers& layers);

  StringMap<std::vector<Money>> words_;
};

}  // namespace annals
