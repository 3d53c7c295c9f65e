// Talks records: where a negotiation stands.
#pragma once
#include <vector>

#include "actor/actor_lexicon.h"
#include "annals/record.h"
#include "model/lexicon.h"
#include "record/factuality.h"
#include "record/layers.h"
#include "record/talks_lexicon.h"

namespace annals {

class TalksFinder {
 public:
  // Reads talks.tsv; the other two are borrowed. Throws Error{Fault::lexicon}.
  TalksFinder(const Lexicon& lexicon, const ActorLexicon& actors, const FactualityLexicon& factuality);

  // Appends the story's talks in text order.
  void find(const Layers& layers, std::vector<Record>& records) const;

 private:
  TalksLexicon words_;
  const ActorLexicon& actors_;
  const FactualityLexicon& factuality_;
};

}  // namespace annals
