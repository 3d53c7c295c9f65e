// Numbers without a noun: "200 more", "down from 5,000", "is 700 metres long".
#include "record/counted_reading.h"

namespace annals {

// A number without a noun.
void CountedReading::bare() {
  people_ = quantity_.kind == UnitKind::count;
  result_.rule = "number alone";
  if (quantity_.kind != UnitKind::count && aid()) result_.of = "aid";
  if (compared() || value_of_noun() || state_after()) return;
  top_ = quantity_.anchor;
  const bool more = quantity_.kind == UnitKind::count && quantity_.number.end < size() &&
                    (lower(quantity_.number.end) == "more" || lower(quantity_.number.end) == "others");
  if (more) {
    take_up();
    if (result_.of.empty()) result_.of = "people";
  }
  if (event_measure(top_)) {
    if (result_.noun == kNoToken && !more) result_.people = true;
    return;
  }
  const std::uint32_t verb = governing_verb(top_);
  result_.governor = verb != kNoToken ? verb : top_;
  if (!result_.of.empty()) return;
  if (quantity_.kind != UnitKind::count) return measured(verb);
  same_again(verb);
}

// "The Greens have 11 seats and the Liberals have 10."
void CountedReading::same_again(std::uint32_t verb) {
  if (verb == kNoToken || before_ == nullptr || before_->governor == kNoToken || token(top_).dep != Dep::dobj) return;
  if (token(before_->governor).sentence != token(verb).sentence) return;
  if (lemma_of(before_->governor) == lemma_of(verb)) take_up();
}

// "down from 5,000 last year", "compared with 300 in May": of the same thing as the number before.
bool CountedReading::compared() {
  const std::uint32_t begin = quantity_.words.begin;
  if (begin < 2 || before_ == nullptr || before_->of.empty()) return false;
  const std::string_view last = lower(begin - 1), first = lower(begin - 2);
  const bool from = last == "from" && (first == "down" || first == "up");
  const bool with = (last == "with" || last == "to") && first == "compared";
  const bool against = last == "against" || last == "versus";
  if (!from && !with && !against) return false;
  const std::uint32_t governor = before_->governor;
  if (governor == kNoToken || token(governor).sentence != token(quantity_.anchor).sentence) return false;
  result_ = *before_;
  result_.rule = "compared with the number before";
  result_.value = true;
  return true;
}

// A length, weight or sum whose bearer is the subject: "the bridge is 700 metres long".
void CountedReading::measured(std::uint32_t verb) {
  if (verb == kNoToken) return;
  const Clause& clause = clauses_.of(verb);
  const std::uint32_t bearer = clause.surface_subject;
  if (bearer == kNoToken || quantity_.number.contains(bearer)) return;
  result_.of = phrase_text(layers_, bearer);
  const std::string act(annotation_.text(verb));
  if (const ActorEntity* actor = layers_.actors.actor_at(bearer); actor != nullptr && token(bearer).pos == Pos::PRON) {
    result_.of = actor->name;
  }
  if (quantity_.kind == UnitKind::money) result_.of += " " + act;  // "the party spent"
  if (quantity_.kind == UnitKind::time) {                          // "years they lived"
    result_.of = std::string(annotation_.text(quantity_.number.end - 1)) + " " + result_.of + " " + act;
  }
  result_.governor = verb;
}

std::uint32_t CountedReading::governing_verb(std::uint32_t i) const {
  while (token(i).head != i) {
    i = token(i).head;
    if (is_verb(i)) return i;
  }
  return kNoToken;
}

}  // namespace annals
