// Movements told by nouns: "his visit to Rome", "the exodus from", "on their way to".
#include "record/movement_search.h"

namespace annals {

void MovementSearch::noun(std::uint32_t n) {
  if (n == skip_) return;
  const auto* entries = words_.find(lemma(n));
  if (entries == nullptr) return;
  for (const MotionEntry& entry : *entries) {
    if (entry.pos == MotionPos::noun && of_noun(n, entry)) return;
  }
}

bool MovementSearch::of_noun(std::uint32_t n, const MotionEntry& entry) {
  if (entry.mover == Mover::carrier && !on_the_way(n)) return false;
  Movement movement = start(n, entry);
  dwelling_ = false;
  const bool own = noun_movers(n, entry, movement.who);
  std::vector<Place> to, from;
  for (const std::string& slot : entry.to) slot_places(n, slot, kNoToken, to);
  for (const std::string& slot : entry.from) slot_places(n, slot, kNoToken, from);
  modifier_places(n, entry, to);
  if (to.empty() || from.empty()) {  // "the exodus of refugees from": the parser may hang the place on the refugees
    std::vector<std::uint32_t> of;
    clauses_.prepositional(n, "of", of);
    const bool no_to = to.empty(), no_from = from.empty();
    for (const std::uint32_t o : of) {
      for (const std::string& slot : entry.to) {
        if (no_to && slot != "of" && slot != "in") slot_places(o, slot, kNoToken, to);
      }
      for (const std::string& slot : entry.from) {
        if (no_from && slot != "of") slot_places(o, slot, kNoToken, from);
      }
    }
  }
  if (movement.who.empty()) return false;
  movement.purpose = purpose(n);
  if (to.empty() && from.empty() && own && entry.mover == Mover::own && at_scene(n)) {
    add_scene(movement.who, to);
  }
  for (std::uint32_t i = n, steps = 0; movement.purpose.empty() && steps < 3 && token(i).head != i; ++steps) {
    i = token(i).head;  // "is on its way to Cairo to discuss the plan"
    if (is_verb(i)) {
      if (entry.mover == Mover::carrier) movement.purpose = purpose(i);
      break;
    }
  }
  return add(std::move(movement), to, from);
}

bool MovementSearch::at_scene(std::uint32_t n) const {
  for (const std::uint32_t c : annotation_.children(n)) {
    if (words_.is_adverb(lower(c))) return false;  // "his second trip abroad"
  }
  return lemma(n) == "visit" || lemma(n) == "trip" || lemma(n) == "arrival" || lemma(n) == "return";
}

// "his Moscow visit".
void MovementSearch::modifier_places(std::uint32_t n, const MotionEntry& entry, std::vector<Place>& to) const {
  if (entry.mover != Mover::own || !to.empty()) return;
  for (const std::uint32_t c : annotation_.children(n)) {
    if (token(c).dep == Dep::compound && named_place_at(layers_, c) < layers_.places.size()) {
      add_places(layers_, words_, c, to);
    }
  }
}

// "en route to", "on their way to".
bool MovementSearch::on_the_way(std::uint32_t n) const {
  const std::uint32_t before = token(n).left_edge;
  if (lemma(n) == "route") return n > 0 && lower(n - 1) == "en";
  for (const std::uint32_t i : {before, n, n > 1 ? n - 1 : n}) {
    if (i > 0 && lower(i - 1) == "on") return true;
  }
  return false;
}

// Says whether the noun itself names who moves.
bool MovementSearch::noun_movers(std::uint32_t n, const MotionEntry& entry, std::vector<Actor>& who) {
  if (entry.mover == Mover::self) {
    add_movers(n, who);
    return true;
  }
  const std::uint32_t owner = clauses_.child(n, Dep::poss);
  if (owner != kNoToken && entry.mover != Mover::carrier && travels(layers_, words_, owner)) add_movers(owner, who);
  if (who.empty() && entry.mover != Mover::carrier) {
    for (const std::string_view slot : {"of", "by"}) {
      if (slot == "by" && entry.mover == Mover::obj) continue;
      std::vector<std::uint32_t> objects;
      clauses_.prepositional(n, slot, objects);
      for (const std::uint32_t o : objects) {
        if (named_place_at(layers_, o) == layers_.places.size() && travels(layers_, words_, moving_head(o)))
          add_movers(o, who);
      }
    }
    for (const std::uint32_t c : annotation_.children(n)) {
      if ((token(c).dep == Dep::compound || token(c).dep == Dep::nmod) && who.empty() &&
          token(c).entity == EntityType::PERSON) {
        add_movers(c, who);
      }
    }
  }
  if (!who.empty()) return true;
  if (entry.mover == Mover::obj) return false;
  const std::uint32_t subject = subject_above(n);
  if (subject != kNoToken && travels(layers_, words_, moving_head(subject))) add_movers(subject, who);
  return false;
}

// Who makes a visit: the subject of the verb that takes the noun, or the noun that "en route" describes.
std::uint32_t MovementSearch::subject_above(std::uint32_t n) const {
  std::uint32_t i = n;
  for (int steps = 0; steps < 4 && token(i).head != i; ++steps) {
    const Dep dep = token(i).dep;
    const std::uint32_t head = token(i).head;
    if (dep != Dep::dobj && dep != Dep::pobj && dep != Dep::prep && dep != Dep::attr && dep != Dep::conj &&
        dep != Dep::pcomp && dep != Dep::advcl && dep != Dep::xcomp && dep != Dep::npadvmod) {
      return kNoToken;
    }
    if (is_verb(head)) return clauses_.of(head).surface_subject;
    if (dep == Dep::prep && token(head).pos != Pos::ADP && travels(layers_, words_, head)) return head;
    i = head;
  }
  return kNoToken;
}

}  // namespace annals
