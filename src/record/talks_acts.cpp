// Acts that try to bring about a deal: "failed to persuade", "will meet on Monday".
#include "record/talks_search.h"

namespace annals {

// ---- acts
// "failed to persuade X to accept a truce".
void TalksSearch::persuasion(std::uint32_t v) {
  if (!words_.is(TalksWord::persuade, lemma(v))) return;
  const Clause& clause = clauses_.of(v);
  const std::uint32_t deed = clauses_.infinitive(v);
  if (clause.object == kNoToken || deed == kNoToken) return;
  if (factuality_.read(clauses_, v).factuality != Factuality::negated) return;
  const std::uint32_t object = clauses_.child(deed, Dep::dobj);
  if (object != kNoToken && words_.noun(annotation_, object) != TalksNoun::deal) return;
  Talks talks = start(v);
  talks.factuality = Factuality::actual;
  talks.status = TalksStatus::failed;
  talks.why.rule = "failed persuasion";
  talks.subject = object != kNoToken ? phrase_text(layers_, object)
                                     : clipped_text(layers_, token(deed).left_edge, token(deed).right_edge + 1);
  add_conjuncts(clause.subject, talks.parties);
  add_conjuncts(clause.object, talks.parties);
  taken_ = object;
  push(std::move(talks));
}

// "X and Y meet on Monday": talks to come, in a story of talks.
void TalksSearch::meeting(std::uint32_t v) {
  if (lemma(v) != "meet" || !mentioned_) return;
  Talks talks = start(v);
  const bool ahead = talks.factuality == Factuality::future ||
                     (talks.factuality == Factuality::actual && talks.when && layers_.story->published &&
                      talks.when->first > *layers_.story->published);
  if (!ahead) return;
  talks.factuality = Factuality::future;
  talks.status = TalksStatus::planned;
  talks.why.rule = "meeting to come";
  const bool apart = has_particle(v, "separately");
  add_conjuncts(clauses_.of(v).surface_subject, talks.parties);
  if (clauses_.of(v).object != kNoToken) add_conjuncts(clauses_.of(v).object, talks.parties);
  add_objects(v, {"with"}, apart ? talks.mediator : talks.parties);
  if (talks.parties.size() < 2) return;
  push(std::move(talks));
}

}  // namespace annals
