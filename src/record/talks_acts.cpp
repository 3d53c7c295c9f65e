// Acts that try to bring about a deal: "failed to persuade", "will meet on Monday".
#include <algorithm>

#include "record/talks_search.h"

namespace annals {

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

// "The two sides remain at odds over the border": talks, told of before, that do not come to an end.
void TalksSearch::disagreement(std::uint32_t v) {
  if (!mentioned_ || !words_.is(TalksWord::copula, lemma(v))) return;
  const std::uint32_t who = clauses_.of(v).surface_subject;
  if (who == kNoToken) return;
  const auto* entry = words_.odds(annotation_, v + 1, std::min(token(v).right_edge + 1, v + 8));
  if (entry == nullptr || is_yet_to_come(v)) return;
  Talks talks = start(v);
  talks.status = entry->status;
  talks.why.entry = entry->source;
  talks.why.rule = "sides that disagree";
  add_conjuncts(who, talks.parties);
  const bool sides = words_.is(TalksWord::sides, lemma(who)) || words_.is(TalksWord::sides, lower(who));
  if (talks.parties.empty() && sides) talks.parties = last_parties_;
  if (talks.parties.size() < 2) return;
  for (std::uint32_t i = v + 1; i <= token(v).right_edge; ++i) {
    if (token(i).dep != Dep::prep || !words_.is(TalksWord::obstacle, lower(i))) continue;
    const std::uint32_t object = clauses_.child(i, Dep::pobj);
    if (object == kNoToken || in_time(layers_, object)) continue;
    talks.obstacle = phrase_text_with_article(object);
    break;
  }
  push(std::move(talks));
}

}  // namespace annals
