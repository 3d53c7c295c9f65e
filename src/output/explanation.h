// Why a record says what it says: the record in a line, its sentence as a tree, and the lexicon line and rule at work.
//
//   2. event  SANCTION/withdraw recalled: Norway (NOR)
//      | Norway recalled its envoy.
//        word         lemma   tag   label  head
//      * recalled     recall  VBD   ROOT
//          Norway ...
//      lexicon  lexicon/acts/sanction.tsv:88
//               lemma: recall; pos: verb; object: OFFICIAL; type: SANCTION; ...
//      rule     active
//      words    "recalled"
#pragma once
#include <span>
#include <string>

#include "annals/record.h"
#include "language/annotation.h"
#include "language/engine.h"
#include "model/lexicon.h"

namespace annals {

struct Explainer {
  const Annotation& annotation;  // of the story that the records were read from, as the record stage saw it
  const PipelineLabels& labels;
  const Lexicon& lexicon;
  bool bold = false;  // heads and words that fired in bold, for a terminal

  // Appends record `number` (from 1, for the reader to refer to).
  void append(std::string& out, const Record& record, std::size_t number) const;
};

}  // namespace annals
