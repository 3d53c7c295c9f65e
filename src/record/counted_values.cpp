// Numbers that are the value of a noun: "the toll rose to 12", "the number is closer to 30".
#include "record/counted_reading.h"

namespace annals {

// "the toll rose to 12", "brought the toll to 12", "the number is closer to 30", "the toll, initially 10".
bool CountedReading::value_of_noun() {
  std::uint32_t i = quantity_.anchor;
  std::uint32_t head = token(i).head;
  if (head == i) return false;
  if ((token(i).dep == Dep::appos || token(i).dep == Dep::nummod || token(i).dep == Dep::npadvmod) && head < i &&
      is_tally(head)) {
    return value(head, head);
  }
  bool through_preposition = false;
  while (token(i).dep == Dep::pobj || token(i).dep == Dep::prep || token(i).dep == Dep::acomp ||
         token(i).dep == Dep::advmod || token(i).dep == Dep::pcomp || token(i).dep == Dep::quantmod ||
         token(i).dep == Dep::conj) {
    if (head == i) return false;
    if (token(i).dep == Dep::pobj && !changes_to(head)) return false;
    through_preposition |= token(i).dep == Dep::pobj;
    i = head;
    head = token(i).head;
    if (is_verb(i)) break;
    if (is_noun(i)) return value_behind(i);
  }
  std::uint32_t verb = is_verb(i) ? i : head;
  if (!is_verb(verb)) return false;
  return value_in_clause(verb, token(quantity_.anchor).dep, through_preposition);
}

// "a toll of 12", "a cost of 5 million pounds", "a crowd of 300".
bool CountedReading::value_behind(std::uint32_t noun) {
  if (is_tally(noun)) return value(noun, noun);
  if (is_people(noun) && token(noun).tag == Tag::NN) return false;  // "a mother of five"
  const std::uint32_t begin = quantity_.words.begin;
  if (begin == 0 || lower(begin - 1) != "of") return false;
  if (quantity_.kind != UnitKind::count) return value(noun, noun);
  if (measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::of) != nullptr) return false;
  result_.noun = top_ = noun;
  result_.of = phrase_text_until(layers_, noun, begin - 1);
  noun_measure();
  return true;
}

bool CountedReading::changes_to(std::uint32_t preposition) const {
  const std::string_view p = lower(preposition);
  return p == "to" || p == "from" || p == "by" || p == "at" || p == "of" || p == "above" || p == "with";
}

bool CountedReading::value_in_clause(std::uint32_t verb, Dep dep, bool through_preposition) {
  const std::string_view lemma = annotation_.lemma(verb);
  const Clause& clause = clauses_.of(verb);
  const bool bound = quantities_.bound_verb(lemma).has_value();
  const bool has = quantities_.is(QuantityClass::has, lemma) || bound;
  const bool changes = quantities_.is(QuantityClass::change, lemma);
  const bool sets = quantities_.is(QuantityClass::sets, lemma);
  if (dep == Dep::nsubj || dep == Dep::nsubjpass) return false;
  const std::uint32_t object = clause.passive ? clause.surface_subject : clause.object;
  if (sets && through_preposition && object != kNoToken && !quantity_.number.contains(object))
    return value(object, verb);
  const std::uint32_t subject = clause.surface_subject;
  if (subject == kNoToken || quantity_.number.contains(subject)) return false;
  if ((has && (!through_preposition || lemma == "be" || lemma == "stand" || lemma == "remain")) ||
      (changes && !clause.passive)) {
    return value(subject, verb);
  }
  if (is_tally(subject) && measures_.find(annotation_, verb, MeasurePos::verb, MeasureSlot::obj) == nullptr)
    return value(subject, verb);
  return false;
}

// The number is that of `noun`: a toll, a count, or a thing that goes up and down.
bool CountedReading::value(std::uint32_t noun, std::uint32_t governor) {
  result_.value = true;
  const bool changed = is_verb(governor) && (quantities_.is(QuantityClass::change, annotation_.lemma(governor)) ||
                                             quantities_.is(QuantityClass::sets, annotation_.lemma(governor)));
  result_.rule = changed ? "changed value of a noun" : "value of a noun";
  const Token& t = token(noun);
  const bool pronoun = t.pos == Pos::PRON || t.pos == Pos::DET;
  // "that number", "the figure": what was counted before.
  const bool pointing = is_tally(noun) && !clauses_.has_child(noun, Dep::prep) && !clauses_.has_child(noun, Dep::acl) &&
                        !clauses_.has_child(noun, Dep::amod) && !clauses_.has_child(noun, Dep::compound) &&
                        !clauses_.has_child(noun, Dep::relcl) &&
                        measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::self) == nullptr;
  if (pronoun || pointing) {
    if (before_ == nullptr || before_->of.empty()) return false;
    result_.of = before_->of;
    result_.measure = before_->measure;
    result_.noun = before_->noun;
    result_.governor = governor;
    return true;
  }
  result_.noun = noun;
  std::uint32_t thing = noun;
  if (is_tally(noun)) {
    std::vector<std::uint32_t> of;
    clauses_.prepositional(noun, "of", of);
    if (!of.empty()) thing = of.front();
  }
  const bool bare_count = annotation_.lemma(noun) == "number" || annotation_.lemma(noun) == "total";
  std::uint32_t stop = noun < quantity_.words.begin ? quantity_.words.begin : size();
  if (stop < size() && lower(stop - 1) == "of") --stop;  // "the toll of 12"
  if (thing != noun && quantity_.number.contains(thing)) thing = noun;
  result_.of = phrase_text_until(layers_, bare_count ? thing : noun, stop);
  people_ = true;
  if (!tally_measure(noun) && thing != noun && !modifier_measure(thing)) {
    result_.measure = fitting(measures_.find(annotation_, thing, MeasurePos::noun, MeasureSlot::self));
  }
  result_.governor = governor;
  return true;
}

// "the death toll", "the number injured", "the number of those killed".
bool CountedReading::tally_measure(std::uint32_t noun) {
  if (modifier_measure(noun)) return true;
  for (const std::uint32_t c : annotation_.children(noun)) {
    if (token(c).dep != Dep::compound && token(c).dep != Dep::amod && token(c).dep != Dep::nmod) continue;
    result_.measure = any_measure(c);
    if (result_.measure != nullptr) return true;
  }
  result_.measure = measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::self);
  return result_.measure != nullptr;
}

}  // namespace annals
