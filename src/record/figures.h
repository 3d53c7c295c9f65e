// Figure records: how many of what.
#pragma once
#include <span>
#include <vector>

#include "annals/record.h"
#include "model/lexicon.h"
#include "record/counted.h"
#include "record/currencies.h"
#include "record/factuality.h"
#include "record/layers.h"
#include "record/quantities.h"

namespace annals {

class FigureFinder {
 public:
  // Reads quantities.tsv, units.tsv, currencies.tsv, measures.tsv and the number words of times.tsv; `factuality` is
  // borrowed. Throws Error{Fault::lexicon}.
  FigureFinder(const Lexicon& lexicon, const FactualityLexicon& factuality);
  FigureFinder(const FigureFinder&) = delete;
  FigureFinder& operator=(const FigureFinder&) = delete;

  // Appends the story's figures in text order. `scratch` is emptied and keeps its memory.
  void find(const Layers& layers, std::vector<Quantity>& scratch, std::vector<Record>& records) const;

 private:
  bool is_unsure(const Annotation& annotation, std::uint32_t governor) const;
  bool is_worth_it(const Quantity& quantity, const Counted& counted) const;
  Figure figure(const Layers& layers, const Quantity& quantity, const Counted& counted,
                std::span<const Quantity> all) const;

  QuantityLexicon words_;
  CurrencyLexicon currencies_;
  MeasureLexicon measures_;
  QuantityFinder quantities_;
  CountedFinder counted_;
  const FactualityLexicon& factuality_;
};

}  // namespace annals
