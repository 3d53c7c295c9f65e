// Movement records: who went where.
#pragma once
#include <vector>

#include "annals/record.h"
#include "model/lexicon.h"
#include "record/factuality.h"
#include "record/layers.h"
#include "record/motion_lexicon.h"

namespace annals {

class MovementFinder {
 public:
  // Reads motion.tsv; `factuality` is borrowed. Throws Error{Fault::lexicon}.
  MovementFinder(const Lexicon& lexicon, const FactualityLexicon& factuality);

  // Appends the story's movements in text order, the stops of a tour in the order told.
  void find(const Layers& layers, std::vector<Record>& records) const;

 private:
  MotionLexicon words_;
  const FactualityLexicon& factuality_;
};

}  // namespace annals
