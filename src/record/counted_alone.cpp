// Numbers without a noun: "200 more", "down from 5,000", "is 700 metres long".
#include <algorithm>

#include "record/counted_reading.h"

namespace annals {

// A number without a noun.
void CountedReading::bare() {
  people_ = quantity_.kind == UnitKind::count;
  result_.rule = "number alone";
  if (quantity_.kind != UnitKind::count && aid()) result_.of = "aid";
  if (quantity_.kind == UnitKind::money) spent_on();
  if (distance() || compared() || value_of_noun() || state_after()) return;
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
  if (result_.of.empty() && verb != kNoToken) left_out(verb);
}

// "gave $3.5 million for emergency relief": what a sum is for names it.
void CountedReading::spent_on() {
  std::vector<std::uint32_t> objects;
  clauses_.prepositional(quantity_.anchor, "for", objects);
  const std::uint32_t verb = governing_verb(quantity_.anchor);
  if (objects.empty() && verb != kNoToken) clauses_.prepositional(verb, "for", objects);
  for (const std::uint32_t object : objects) {
    if (object < quantity_.number.end || !is_noun(object) || in_time(layers_, object)) continue;
    result_.of = phrase_text(layers_, object);
    return;
  }
}

// A number in the place of a noun that the sentence leaves out: "Another 3,000 crossed the border", "six are in Lima",
// "last month fewer than 20 did", "102 were children".
void CountedReading::left_out(std::uint32_t verb) {
  std::uint32_t i = quantity_.anchor;
  while (token(i).dep == Dep::conj && token(i).head != i) i = token(i).head;
  const Dep dep = token(i).dep;
  const bool subject = dep == Dep::nsubj || dep == Dep::nsubjpass;
  if (token(i).head != verb && !(dep == Dep::pobj && token(token(i).head).head == verb)) return;
  if (!subject && dep != Dep::dobj && !(dep == Dep::pobj && lower(token(i).head) == "of")) return;
  if (const std::uint32_t what = subject ? clauses_.child(verb, Dep::attr) : kNoToken; what != kNoToken) {
    result_.noun = what;
    result_.of = phrase_text(layers_, what);
    result_.measure = part_measure(verb);
    return;
  }
  const bool near = before_ != nullptr && before_->governor != kNoToken &&
                    token(before_->governor).sentence + 1 >= token(verb).sentence;
  const bool same_deed = subject && lemma(verb) == "do" && !clauses_.has_child(verb, Dep::dobj);
  if (near && same_deed) {
    const std::uint32_t governor = verb;
    result_ = *before_;
    result_.governor = governor;
    result_.again = true;
    return;
  }
  if (near) {
    take_up();
  } else if (subject && quantity_.bounded) {
    result_.of = "people";
    result_.people = true;
  }
  if (result_.of.empty()) return;
  result_.thing = result_.of;
  if (subject) result_.of += deed_text(verb);
}

// "Of the dead, 102 were children": the series of those that the number is a part of.
const MeasureEntry* CountedReading::part_measure(std::uint32_t verb) const {
  std::vector<std::uint32_t> wholes;
  clauses_.prepositional(verb, "of", wholes);
  clauses_.prepositional(quantity_.anchor, "of", wholes);
  for (const std::uint32_t whole : wholes) {
    if (const MeasureEntry* entry = any_measure(whole)) return entry;
  }
  return nullptr;
}

// " who crossed the border": what the clause says of them, for the name of what is counted.
std::string CountedReading::deed_text(std::uint32_t verb) const {
  std::uint32_t begin = verb;
  for (const std::uint32_t c : annotation_.children(verb)) {
    if (c < verb && c >= quantity_.number.end && (token(c).dep == Dep::aux || token(c).dep == Dep::auxpass)) {
      begin = std::min(begin, c);
    }
  }
  std::uint32_t end = verb + 1;
  for (const std::uint32_t c : annotation_.children(verb)) {
    const Dep dep = token(c).dep;
    const bool part = dep == Dep::dobj || dep == Dep::prep || dep == Dep::acomp || dep == Dep::prt;
    if (c < verb || token(c).left_edge != end || !part || in_time(layers_, token(c).right_edge)) continue;
    end = token(c).right_edge + 1;
  }
  const std::string deed = clipped_text(layers_, begin, end);
  return deed.empty() ? deed : (result_.people ? " who " : " that ") + deed;
}

// "The Greens have 11 seats and the Liberals have 10."
void CountedReading::same_again(std::uint32_t verb) {
  if (verb == kNoToken || before_ == nullptr || before_->governor == kNoToken || token(top_).dep != Dep::dobj) return;
  if (token(before_->governor).sentence != token(verb).sentence) return;
  if (lemma(before_->governor) == lemma(verb)) take_up();
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
  result_.again = true;
  result_.value = true;
  return true;
}

// "25 km to the east", "15 miles from the border": the way that is measured.
bool CountedReading::distance() {
  const std::uint32_t next = quantity_.number.end;
  if (quantity_.kind != UnitKind::measure || next >= size() || token(next).is(kIsSpace)) return false;
  const Token& t = token(next);
  const bool way = t.pos == Pos::ADP || t.pos == Pos::SCONJ || t.tag == Tag::RB;
  if (!way || !quantities_.is(QuantityClass::way, lower(next))) return false;
  std::uint32_t end = next + 1;
  while (end < size() && end < next + 8 && !token(end).is(kIsPunct) && !token(end).is(kIsSpace) && !is_verb(end)) ++end;
  result_.of = "distance " + clipped_text(layers_, next, end);
  const std::uint32_t verb = governing_verb(quantity_.anchor);
  result_.governor = verb != kNoToken ? verb : quantity_.anchor;
  result_.rule = "distance";
  return true;
}

// "Only 12 percent has been received": of what the number before counts, else of people: "58 percent did not vote".
void CountedReading::share_of_before(std::uint32_t verb) {
  if (quantity_.kind == UnitKind::money) {
    result_.of = "sum" + deed_text(verb);  // "$3 million came from a fund"
  } else if (quantity_.kind == UnitKind::percent) {
    take_up();
    result_.people = result_.people || result_.of.empty();
    result_.of = result_.of.empty() ? "people" + deed_text(verb) : result_.of + " " + verb_text(verb);
  }
}

// The verb with its auxiliaries: "had been blocked".
std::string CountedReading::verb_text(std::uint32_t verb) const {
  std::uint32_t begin = verb;
  for (const std::uint32_t c : annotation_.children(verb)) {
    if (c < verb && (token(c).dep == Dep::aux || token(c).dep == Dep::auxpass)) begin = std::min(begin, c);
  }
  return std::string(annotation_.text(TokenSpan{begin, verb + 1}));
}

// A length, weight or sum whose bearer is the subject: "the bridge is 700 metres long".
void CountedReading::measured(std::uint32_t verb) {
  if (verb == kNoToken) return;
  const Clause& clause = clauses_.of(verb);
  const std::uint32_t bearer = clause.surface_subject;
  if (bearer != kNoToken && quantity_.number.contains(bearer)) return share_of_before(verb);
  if (bearer == kNoToken) return;
  result_.of = phrase_text(layers_, bearer);
  const std::string act(annotation_.text(verb));
  if (const ActorEntity* actor = layers_.actors.actor_at(bearer); actor != nullptr && token(bearer).pos == Pos::PRON) {
    result_.of = actor->name;
  }
  if (quantity_.kind == UnitKind::money) result_.of += " " + act;  // "the party spent"
  if (quantity_.kind == UnitKind::time) result_.of = "time that " + result_.of + " " + verb_text(verb);
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
