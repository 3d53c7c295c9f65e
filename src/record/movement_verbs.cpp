// Movements told by verbs: "flew to Rome", "were deported to Libya".
#include <algorithm>

#include "record/movement_search.h"

namespace annals {

void MovementSearch::verb(std::uint32_t v) {
  stands_in(v);
  ends_tour(v);
  const auto* entries = words_.find(lemma(v));
  if (entries == nullptr) return;
  const Clause& clause = clauses_.of(v);
  const bool has_object = clause.object != kNoToken && travels(layers_, words_, moving_head(clause.object));
  for (const bool object : {true, false}) {  // "flew aid workers to", else "flew to"
    if (object && !has_object) continue;
    for (const MotionEntry& entry : *entries) {
      if (entry.pos != MotionPos::verb || (entry.mover == Mover::obj) != object) continue;
      if (!entry.particle.empty() && !has_particle(v, entry.particle)) continue;
      if (of_verb(v, entry, clause)) return;
    }
  }
}

bool MovementSearch::of_verb(std::uint32_t v, const MotionEntry& entry, const Clause& clause) {
  if (entry.mover == Mover::subj && !clause.passive && clauses_.has_child(v, Dep::dobj) && !takes_object(entry)) {
    return false;  // "stopped the fighting in", "moved the goods to"
  }
  const std::uint32_t mover = entry.mover == Mover::obj ? clause.object
                              : clause.passive          ? clause.object
                                                        : clause.surface_subject;
  if (mover == kNoToken || !travels(layers_, words_, moving_head(mover))) return false;
  Movement movement = start(v, entry);
  dwelling_ = false;
  add_movers(mover, movement.who);
  if (entry.mover == Mover::subj) add_company(v, movement.who);
  if (movement.who.empty()) return false;
  std::vector<Place> to, from;
  for (const std::string& slot : entry.to) {
    if (slot != "obj" || to.empty()) slot_places(v, slot, clause.object, to);  // "crossed the border into Rwanda"
  }
  for (const std::string& slot : entry.from) slot_places(v, slot, clause.object, from);
  add_adverbs(v, to);
  if (to.empty() && entry.mover == Mover::obj) add_adverbs(mover, to);
  movement.purpose = purpose(v);
  if (to.empty() && from.empty() && may_be_at_scene(v, entry)) {
    lemma(v) == "return" ? add_home(movement.who, to) : add_scene(movement.who, to);
  }
  return add(std::move(movement), to, from);
}

bool MovementSearch::has_particle(std::uint32_t v, std::string_view particle) const {
  for (const std::uint32_t c : annotation_.children(v)) {
    if (lower(c) == particle &&
        (token(c).dep == Dep::prt || token(c).dep == Dep::advmod || token(c).dep == Dep::prep)) {
      return true;
    }
  }
  return false;
}

bool MovementSearch::takes_object(const MotionEntry& entry) {
  const auto object = [](const std::vector<std::string>& slots) {
    return std::find(slots.begin(), slots.end(), "obj") != slots.end();
  };
  return object(entry.to) || object(entry.from);
}

// Verbs of coming say where without saying it: to where the story plays.
bool MovementSearch::may_be_at_scene(std::uint32_t v, const MotionEntry& entry) const {
  if (entry.mover != Mover::subj || clauses_.of(v).object != kNoToken) return false;
  if (lemma(v) != "arrive" && lemma(v) != "return") return false;
  for (const std::uint32_t c : annotation_.children(v)) {  // "returned to his themes" is no journey
    if (token(c).dep == Dep::prep &&
        (lower(c) == "to" || lower(c) == "into" || lower(c) == "at" || lower(c) == "from")) {
      return false;
    }
  }
  return true;
}

}  // namespace annals
