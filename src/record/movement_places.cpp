// Where a movement goes and where it comes from.
#include <algorithm>

#include "record/movement_search.h"

namespace annals {

void MovementSearch::slot_places(std::uint32_t governor, std::string_view slot, std::uint32_t object,
                                 std::vector<Place>& out) {
  std::vector<std::uint32_t> objects;
  if (slot == "obj") {
    clauses_.conjuncts(object, objects);
  } else if (slot == "out of") {
    clauses_.prepositional(governor, "outof", objects);
  } else {
    clauses_.prepositional(governor, slot, objects);
  }
  for (const std::uint32_t o : objects) {
    dwelling_ = dwelling_ || words_.is_dwelling(lemma(o));
    if (slot == "of" && named_place_at(layers_, o) == layers_.places.size()) continue;  // "a tour of weapons sites"
    add_places(layers_, words_, o, out);
  }
  if (slot == "obj" && out.empty() && !objects.empty()) add_around(objects.front(), out);
  if (!objects.empty()) return add_nested(objects.back(), out);
  for (const std::uint32_t c : annotation_.children(governor)) {  // "from elsewhere in Africa", "from there"
    if (token(c).dep != Dep::prep || lower(c) != slot) continue;
    const std::uint32_t inner = clauses_.child(c, Dep::pcomp);
    if (inner != kNoToken) add_places(layers_, words_, inner, out);
  }
}

// "fled fighting between the army and rebels around Sake": where that is which one flees.
void MovementSearch::add_around(std::uint32_t object, std::vector<Place>& out) const {
  for (std::uint32_t i = object + 1; i <= token(object).right_edge; ++i) {
    const bool locative = lower(i) == "in" || lower(i) == "near" || lower(i) == "around" || lower(i) == "at";
    if (token(i).dep != Dep::prep || !locative) continue;
    const std::uint32_t place = clauses_.child(i, Dep::pobj);
    if (place == kNoToken || named_place_at(layers_, place) == layers_.places.size()) continue;
    return add_places(layers_, words_, place, out);
  }
}

// "Lima, Callao in the west and Quito": the parser hangs the last name on the inner one.
void MovementSearch::add_nested(std::uint32_t last, std::vector<Place>& out) const {
  if (out.size() < 2) return;
  std::vector<std::uint32_t> inner;
  clauses_.prepositional(last, "in", inner);
  for (std::size_t i = 1; i < inner.size(); ++i) add_places(layers_, words_, inner[i], out);
}

// "went there", "sent dozens of medics there".
void MovementSearch::add_adverbs(std::uint32_t governor, std::vector<Place>& to) const {
  std::vector<std::uint32_t> heads;
  clauses_.conjuncts(governor, heads);
  if (heads.empty()) heads.push_back(governor);
  for (const std::uint32_t head : heads) {
    for (const std::uint32_t c : annotation_.children(head)) {
      if (token(c).dep == Dep::advmod && words_.is_adverb(lower(c))) add_places(layers_, words_, c, to);
    }
  }
}

// Who returns goes home, if the story knows their country, or comes back to where it plays.
void MovementSearch::add_home(const std::vector<Actor>& who, std::vector<Place>& to) {
  if (who.empty() || !add_country(layers_, who.front().country, to)) add_scene(who, to);
}

// The country that the story plays in, other than that of those who come.
void MovementSearch::add_scene(const std::vector<Actor>& who, std::vector<Place>& to) {
  if (!ranked_) {
    countries_ = countries_by_weight(layers_);
    ranked_ = true;
  }
  for (const std::string_view code : countries_) {
    if (!who.empty() && who.front().country == code) continue;
    add_country(layers_, code, to);
    return;
  }
}

}  // namespace annals
