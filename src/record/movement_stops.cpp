// Where someone stands or a tour ends: "now in Japan for a meeting", "talks in Ankara ended a tour".
#include <algorithm>

#include "record/movement_search.h"

namespace annals {

// "now in Japan for a meeting", "is in Cairo to attend": who is there has gone there.
void MovementSearch::stands_in(std::uint32_t v) {
  const Clause& clause = clauses_.of(v);
  const std::uint32_t who = clause.surface_subject;
  if (who == kNoToken || clause.passive) return;
  const bool copula = lemma(v) == "be";
  for (const std::uint32_t c : annotation_.children(v)) {
    if (copula && words_.is_awaited(lower(c)) && is_due(v, c, who)) return;
    if (token(c).dep != Dep::prep || lower(c) != "in") continue;
    const std::uint32_t place = clauses_.child(c, Dep::pobj);
    if (place == kNoToken || named_place_at(layers_, place) == layers_.places.size()) continue;
    const std::uint32_t now = clauses_.child(c, Dep::advmod);
    const bool moved_on = now != kNoToken && lower(now) == "now";
    const bool visiting = copula && (clauses_.infinitive(v) != kNoToken || purpose_noun(v));
    if (!moved_on && !visiting) continue;
    if (!travels(layers_, words_, who) || words_.find(lemma(v)) != nullptr) continue;
    Movement movement = start(v, {});
    movement.why.rule = "being in a place on an errand";
    add_movers(who, movement.who);
    std::vector<Place> to, from;
    add_places(layers_, words_, place, to);
    const std::uint32_t tour = clause.object;
    if (words_.ends_tour(lemma(v)) && tour != kNoToken && is_tour(tour)) slot_places(tour, "of", kNoToken, from);
    movement.purpose = purpose(v);
    if (moved_on) movement.when = now_of(now);
    add(std::move(movement), to, from);
    skip_ = tour;
    return;
  }
}

// "is due in Washington on Monday for talks".
bool MovementSearch::is_due(std::uint32_t v, std::uint32_t due, std::uint32_t who) {
  if (!travels(layers_, words_, moving_head(who))) return false;
  std::vector<Place> to;
  for (const std::uint32_t governor : {due, v}) {
    for (const std::string_view slot : {"in", "at"}) {
      if (to.empty()) slot_places(governor, slot, kNoToken, to);
    }
  }
  if (to.empty()) return false;
  Movement movement = start(v, {});
  movement.why.rule = "due in a place";
  if (movement.factuality == Factuality::actual) movement.factuality = Factuality::future;
  add_movers(who, movement.who);
  movement.purpose = purpose(due);
  if (movement.purpose.empty()) movement.purpose = purpose(v);
  if (movement.who.empty()) return false;
  return add(std::move(movement), to, {});
}

std::optional<When> MovementSearch::now_of(std::uint32_t now) const {
  for (const Timex& time : layers_.times) {
    if (!time.words.contains(now) || !time.first || !time.last) continue;
    When when;
    when.words = words_of(annotation_, time.words);
    when.first = *time.first;
    when.last = *time.last;
    return when;
  }
  return std::nullopt;
}

bool MovementSearch::purpose_noun(std::uint32_t v) const {
  for (const std::uint32_t c : annotation_.children(v)) {
    if (token(c).dep == Dep::prep && lower(c) == "for" && clauses_.has_child(c, Dep::pobj) &&
        !in_time(layers_, clauses_.child(c, Dep::pobj))) {
      return true;
    }
  }
  return false;
}

bool MovementSearch::is_tour(std::uint32_t noun) const {
  const auto* entries = words_.find(lemma(noun));
  return entries != nullptr && std::any_of(entries->begin(), entries->end(), [](const MotionEntry& e) {
           return e.pos == MotionPos::noun && e.mover == Mover::own;
         });
}

// "A stop in Lima ended a trip that took her to ...": a stop of that tour.
void MovementSearch::ends_tour(std::uint32_t v) {
  const bool last = words_.ends_tour(lemma(v));
  if (!last && !words_.begins_tour(lemma(v))) return;
  const Clause& clause = clauses_.of(v);
  if (clause.object == kNoToken || clause.subject == kNoToken || !is_tour(clause.object)) return;
  if (travels(layers_, words_, clause.subject)) return starts_in(v, last);
  std::vector<Place> to;
  slot_places(clause.subject, "in", kNoToken, to);
  slot_places(clause.subject, "at", kNoToken, to);
  if (to.empty()) return;
  Movement movement = start(v, {});
  movement.why.rule = "stop that ends or begins a tour";
  add_movers(tour_owner(clause.object), movement.who);
  if (movement.who.empty()) return;
  if (last) {
    pending_ = std::move(movement);
    pending_to_ = std::move(to);
  } else {
    add(std::move(movement), to, {});
  }
}

// "began a week-long tour of the region in Muscat".
void MovementSearch::starts_in(std::uint32_t v, bool last) {
  const Clause& clause = clauses_.of(v);
  std::vector<Place> to;
  for (const std::uint32_t governor : {v, clause.object}) {
    for (const std::string_view slot : {"in", "at", "with"}) {
      if (to.empty()) slot_places(governor, slot, kNoToken, to);
    }
  }
  std::vector<std::uint32_t> lands;  // "a tour of Asia in Tokyo", which the parser may hang on Asia
  clauses_.prepositional(clause.object, "of", lands);
  for (const std::uint32_t land : lands) {
    if (to.empty()) slot_places(land, "in", kNoToken, to);
  }
  if (to.empty()) return;
  Movement movement = start(v, {});
  movement.why.rule = last ? "end of a tour" : "begin of a tour";
  add_movers(clause.subject, movement.who);
  if (!movement.who.empty()) add(std::move(movement), to, {});
}

std::uint32_t MovementSearch::tour_owner(std::uint32_t tour) const {
  const std::uint32_t owner = clauses_.child(tour, Dep::poss);
  if (owner != kNoToken) return owner;
  for (const std::uint32_t c : annotation_.children(tour)) {
    if (token(c).dep != Dep::relcl && token(c).dep != Dep::acl) continue;
    const Clause& inner = clauses_.of(c);
    for (const std::uint32_t who : {inner.object, inner.surface_subject}) {
      if (who != kNoToken && travels(layers_, words_, who)) return who;
    }
  }
  return kNoToken;
}

}  // namespace annals
