// Movement records: what all of them have, one record a stop, and none told twice.
#include <algorithm>

#include "record/movement_search.h"

namespace annals {

void MovementSearch::find() {
  std::uint32_t sentence = 0;
  for (std::uint32_t i = 0; i < annotation_.tokens.size(); ++i) {
    const Token& t = token(i);
    if (t.sentence != sentence) {
      flush();
      sentence = t.sentence;
    }
    if (t.pos == Pos::VERB || t.pos == Pos::AUX) {
      verb(i);
    } else if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) {
      noun(i);
    }
  }
  flush();
  share_times();
}

Movement MovementSearch::start(std::uint32_t trigger, const MotionEntry& entry) const {
  Movement movement;
  movement.doc = layers_.story->id;
  movement.evidence = sentence_of(annotation_, trigger);
  movement.factuality = factuality_.read(clauses_, trigger).factuality;
  if (movement.factuality == Factuality::actual && words_.is_awaited(lemma(trigger))) {
    movement.factuality = Factuality::future;
  }
  movement.when = when_of(layers_, trigger);
  movement.why.entry = entry.source;
  movement.why.rule = entry.pos == MotionPos::verb ? "verb of motion" : "noun of motion";
  movement.why.words.push_back(words_of(annotation_, {trigger, trigger + 1}));
  return movement;
}

// "to submit the document", "for talks".
std::string MovementSearch::purpose(std::uint32_t governor) const {
  for (const std::uint32_t c : annotation_.children(governor)) {
    const Token& t = token(c);
    const bool infinitive = (t.dep == Dep::advcl || t.dep == Dep::xcomp || t.dep == Dep::acl) && t.tag == Tag::VB;
    if (infinitive && c > governor && lower(t.left_edge) == "to")
      return clipped_text(layers_, t.left_edge, t.right_edge + 1);
  }
  for (const std::uint32_t c : annotation_.children(governor)) {
    if (token(c).dep != Dep::prep || lower(c) != "for") continue;
    const std::uint32_t object = clauses_.child(c, Dep::pobj);
    if (object == kNoToken || in_time(layers_, object) || named_place_at(layers_, object) < layers_.places.size())
      continue;
    return phrase_text(layers_, token(object).left_edge, object);
  }
  return {};
}

// One record a destination; with one destination or none, one an origin.
bool MovementSearch::add(Movement movement, const std::vector<Place>& to, const std::vector<Place>& from) {
  if (to.empty() && from.empty()) return false;
  const bool nowhere =
      to.empty() && std::all_of(from.begin(), from.end(), [](const Place& p) { return p.country.empty(); });
  if (nowhere && dwelling_) return false;  // "driven from their homes" says neither from where nor to where
  if (to.size() <= 1) {
    if (!to.empty()) movement.to = to.front();
    if (from.empty()) return push(std::move(movement));
    for (const Place& place : from) {
      movement.from = place;
      push(movement);
    }
    return true;
  }
  if (!from.empty()) movement.from = from.front();
  for (const Place& place : to) {
    movement.to = place;
    push(movement);
  }
  return true;
}

// "His trip", told of again: of the same journey the time is said once.
void MovementSearch::share_times() {
  const auto name = [](const std::optional<Place>& p) { return p ? std::string_view(p->name) : std::string_view(); };
  for (std::size_t i = first_; i < records_.size(); ++i) {
    auto* movement = std::get_if<Movement>(&records_[i]);
    if (movement == nullptr || movement->when || movement->who.empty()) continue;
    for (std::size_t k = first_; k < records_.size(); ++k) {
      const auto* other = std::get_if<Movement>(&records_[k]);
      if (other == nullptr || !other->when || other->who.empty() || other->factuality != movement->factuality) continue;
      const bool same = other->who.front().name == movement->who.front().name && name(other->to) == name(movement->to);
      if (!same || other->evidence.begin == movement->evidence.begin) continue;
      movement->when = other->when;
      break;
    }
  }
}

// Leaves out what the sentence has said in other words: "left for a visit to Paris".
bool MovementSearch::push(Movement movement) {
  const auto place_name = [](const std::optional<Place>& p) {
    return p ? std::string_view(p->name) : std::string_view();
  };
  for (std::size_t i = first_; i < records_.size(); ++i) {
    Movement* other = std::get_if<Movement>(&records_[i]);
    if (other == nullptr || other->evidence.begin != movement.evidence.begin) continue;
    const bool same_to = !other->to || !movement.to || place_name(other->to) == place_name(movement.to);
    const bool same_from = !other->from || !movement.from || place_name(other->from) == place_name(movement.from);
    const bool same_who =
        !other->who.empty() && !movement.who.empty() && other->who.front().name == movement.who.front().name;
    const bool both = (other->to && movement.to) || (other->from && movement.from);
    if (!same_to || !same_from || !same_who || !both) continue;
    if (!other->to) other->to = movement.to;
    if (!other->from) other->from = movement.from;
    if (other->purpose.empty()) other->purpose = movement.purpose;
    return true;
  }
  records_.emplace_back(std::move(movement));
  return true;
}

void MovementSearch::flush() {
  if (!pending_.who.empty()) add(std::move(pending_), pending_to_, {});
  pending_ = {};
  pending_to_.clear();
  skip_ = kNoToken;
}

MovementFinder::MovementFinder(const Lexicon& lexicon, const FactualityLexicon& factuality) : factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("motion.tsv")) words_.add(TsvTable(t.text, t.where), t.where);
}

void MovementFinder::find(const Layers& layers, std::vector<Record>& records) const {
  MovementSearch(words_, factuality_, layers, records).find();
}

}  // namespace annals
