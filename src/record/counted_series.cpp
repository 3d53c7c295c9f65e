// The series that a counted thing stands in.
#include <algorithm>

#include "record/counted_reading.h"

namespace annals {

// A word by itself, whatever its part of speech.
const MeasureEntry* CountedReading::any_measure(std::uint32_t i) const {
  if (const auto* m = measures_.find(annotation_, i, MeasurePos::adj, MeasureSlot::self)) return m;
  if (const auto* m = measures_.find(annotation_, i, MeasurePos::noun, MeasureSlot::self)) return m;
  return measures_.find(annotation_, i, MeasurePos::verb, MeasureSlot::obj);
}

bool CountedReading::is_people(std::uint32_t i) const {
  const ActorEntity* entity = layers_.actors.actor_at(i);
  return (entity != nullptr && entity->actor && entity->person) || token(i).entity == EntityType::NORP ||
         token(i).entity == EntityType::PERSON || quantities_.is(QuantityClass::people, annotation_.lemma(i));
}

const MeasureEntry* CountedReading::fitting(const MeasureEntry* entry) const {
  if (entry != nullptr && entry->people && !people_) return nullptr;
  return entry;
}

const MeasureEntry* CountedReading::verb_measure(std::uint32_t verb, MeasureSlot slot) const {
  const MeasureEntry* entry = fitting(measures_.find(annotation_, verb, MeasurePos::verb, slot));
  return entry != nullptr && entry->home && !of_home(verb) ? nullptr : entry;
}

// "drove 600,000 people from their homes", "have left their homes".
bool CountedReading::of_home(std::uint32_t verb) const {
  std::vector<std::uint32_t> homes{clauses_.of(verb).object};
  for (const std::string_view preposition : {"from", "outof", "out"}) {
    clauses_.prepositional(verb, preposition, homes);
  }
  return std::any_of(homes.begin(), homes.end(), [&](std::uint32_t i) {
    return i != kNoToken && measures_.find(annotation_, i, MeasurePos::home, MeasureSlot::self) != nullptr;
  });
}

bool CountedReading::set(const MeasureEntry* entry, std::uint32_t governor, bool say_state) {
  if (entry == nullptr) return false;
  result_.measure = entry;
  result_.governor = governor;
  if (say_state && !entry->state.empty() && result_.of.find(entry->state) == std::string::npos) {
    result_.of += result_.of.empty() ? "people " + entry->state : " " + entry->state;
  }
  return true;
}

// Of a noun that is counted.
void CountedReading::noun_measure() {
  people_ = is_people(result_.noun) || is_people(top_);
  result_.people = people_;
  result_.governor = result_.noun;
  const MeasureEntry* held = measures_.find(annotation_, result_.noun, MeasurePos::noun, MeasureSlot::self);
  if (held != nullptr && held->measure == "hostages" && governing_verb(top_) != kNoToken) {
    // "94 captives are still held": what holds them is no jail.
    const auto* verb = verb_measure(governing_verb(top_), MeasureSlot::obj);
    if (verb != nullptr && verb->measure == "detained") {
      set(held, governing_verb(top_), false);
      return;
    }
  }
  for (std::uint32_t i = top_, steps = 0; steps < 3; ++steps) {
    if (modifier_measure(i) || event_measure(i)) return;
    const std::uint32_t outer = partitive(i);
    if (outer == kNoToken) break;
    i = top_ = outer;
  }
  if (result_.noun != top_ && modifier_measure(result_.noun)) return;
  if (included() || aid() || others()) return;
  const std::uint32_t verb = governing_verb(top_);
  if (const auto* self = fitting(measures_.find(annotation_, result_.noun, MeasurePos::noun, MeasureSlot::self))) {
    set(self, verb != kNoToken ? verb : result_.noun, false);
    return;
  }
  if (verb != kNoToken) result_.governor = verb;
}

// "people killed in", "injured people", "refugees who fled".
bool CountedReading::modifier_measure(std::uint32_t noun) {
  for (const std::uint32_t c : annotation_.children(noun)) {
    const Token& t = token(c);
    if (t.dep == Dep::amod) {
      if (set(fitting(measures_.find(annotation_, c, MeasurePos::adj, MeasureSlot::self)), noun, false)) return true;
      if (t.tag == Tag::VBN && set(verb_measure(c, MeasureSlot::obj), noun, false)) return true;
    }
    if (t.dep == Dep::prep) {  // "people without shelter", "families in need"
      const std::uint32_t object = clauses_.child(c, Dep::pobj);
      const MeasureEntry* state =
          object == kNoToken ? nullptr : measures_.find(annotation_, object, MeasurePos::noun, MeasureSlot::self);
      if (state != nullptr && state->words.find(' ') != std::string::npos && set(fitting(state), noun, false))
        return true;
    }
    if (t.dep == Dep::acl || t.dep == Dep::relcl) {
      const Clause& clause = clauses_.of(c);
      const bool undergoes = clause.passive || t.tag == Tag::VBN || (t.tag == Tag::VBD && t.dep == Dep::acl);
      if (set(verb_measure(c, undergoes ? MeasureSlot::obj : MeasureSlot::subj), c, true)) return true;
    }
  }
  return false;
}

// The noun around it in "a total of 12 people", "a convoy of 40 trucks".
std::uint32_t CountedReading::partitive(std::uint32_t noun) const {
  if (token(noun).dep != Dep::pobj) return kNoToken;
  const std::uint32_t of = token(noun).head;
  if (lower(of) != "of" || token(of).head == of || !is_noun(token(of).head)) return kNoToken;
  return token(of).head;
}

// "12 people were killed, including 3 children", "along with 3 guards".
bool CountedReading::included() {
  if (token(top_).dep != Dep::pobj || before_ == nullptr) return false;
  if (before_->measure == nullptr || before_->governor == kNoToken) return false;
  if (token(before_->governor).sentence != token(top_).sentence) return false;
  const std::uint32_t preposition = token(top_).head;
  const std::uint32_t outer = token(preposition).head;
  const bool adds = lower(preposition) == "including" || lower(preposition) == "besides" ||
                    (lower(preposition) == "with" && lower(outer) == "along") ||
                    (lower(preposition) == "of" && lower(outer) == "addition") ||
                    (lower(preposition) == "to" && lower(outer) == "addition");
  result_.part = adds;
  return adds && set(before_->measure, before_->governor, true);
}

// "12 hostages were freed, 20 others remain": of the same series.
bool CountedReading::others() {
  if (annotation_.lemma(result_.noun) != "other" || before_ == nullptr || before_->measure == nullptr) return false;
  if (before_->measure->pos != MeasurePos::noun || before_->noun == kNoToken) return false;
  if (token(before_->noun).sentence != token(top_).sentence) return false;
  result_.measure = before_->measure;
  return true;
}

// "The agency needs $250 million": money that a body of aid asks for or has been given.
bool CountedReading::appeal() {
  const std::uint32_t verb = governing_verb(quantity_.anchor);
  if (verb == kNoToken || quantity_.kind != UnitKind::money) return false;
  const auto* entry = measures_.find(annotation_, verb, MeasurePos::appeal, MeasureSlot::self);
  const std::uint32_t who = clauses_.of(verb).surface_subject;
  const ActorEntity* body = who == kNoToken ? nullptr : layers_.actors.actor_at(who);
  if (entry == nullptr || body == nullptr) return false;
  if (body->sector != Sector::IGO && body->sector != Sector::NGO) return false;
  result_.measure = entry;
  return true;
}

// Money and weight are aid where the clause speaks of it.
bool CountedReading::aid() {
  if (quantity_.kind != UnitKind::money && quantity_.unit != "t") return false;
  const TokenSpan sentence = annotation_.sentences[token(quantity_.anchor).sentence];
  const std::uint32_t begin = std::max(sentence.begin, quantity_.words.begin > 6 ? quantity_.words.begin - 6 : 0);
  const std::uint32_t end = std::min(sentence.end, quantity_.words.end + 8);
  for (std::uint32_t i = begin; i < end; ++i) {
    const auto* entry = measures_.find(annotation_, i, MeasurePos::aid, MeasureSlot::self);
    if (entry == nullptr) continue;
    result_.measure = entry;
    return true;
  }
  return appeal();
}

}  // namespace annals
