// The grammar of amounts of time: durations ("two weeks", "two-day"), and steps of so many units ("two weeks ago").
#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

// "52 years old", "25-year-old", "aged 30 years" tell an age, which is no time of the story.
bool is_age(const TimeWords& words, std::uint32_t begin, std::uint32_t end) {
  return words.is(skip_hyphen(words, end), "old") || (begin > 0 && words.is(begin - 1, "aged"));
}

struct Measured {
  Amount amount;
  UnitHit unit;
  bool article;
  std::uint32_t end;
  int row;
};

// "two weeks", "two-week", "an additional year", "several more days".
std::optional<Measured> measured_at(const TimeWords& words, std::uint32_t i) {
  const auto amount = amount_at(words, i);
  if (!amount) return std::nullopt;
  std::uint32_t at = skip_hyphen(words, amount->end);
  bool filled = false;
  while (const Hit filler = words.find(at, TimeClass::filler)) {
    at = filler.end;
    filled = true;
  }
  const auto unit = unit_at(words, at, !amount->article);
  if (!unit || unit->unit == Unit::weekend) return std::nullopt;
  const bool one = amount->amount.whole <= 1 && !amount->amount.vague;
  // "$1.5 million a year": a plural wants more than one, and a singular no more than one unless it is hyphened.
  if (!one && !unit->plural && at == amount->end && words.tag(unit->end) != Tag::NN) return std::nullopt;
  if (one && unit->plural && !amount->amount.half) return std::nullopt;
  return Measured{{amount->amount.whole * unit->times, amount->amount.half, amount->amount.vague},
                  *unit,
                  amount->article && !filled,
                  unit->end,
                  unit->row};
}

// The rest of "two hours and 30 minutes", "a minute and a half".
void take_rest(const TimeWords& words, Phrase& p) {
  std::uint32_t i = p.words.end;
  if (!words.is_any(i, {"and", ","}) && !words.numeral(i).is(Numeral::Kind::plain)) return;
  if (words.is_any(i, {"and", ","})) ++i;
  const Hit half = words.is(i, "a") ? words.find(skip_hyphen(words, i + 1), TimeClass::fraction) : Hit{};
  if (half && words.is(i - 1, "and")) {
    p.amount.half = true;
    p.words.end = half.end;
    return;
  }
  const auto rest = measured_at(words, i);
  if (!rest || rest->unit.unit >= p.unit || rest->amount.vague || rest->article) return;
  p.rest = rest->amount;
  p.rest_unit = rest->unit.unit;
  p.words.end = rest->end;
}

// "a year" after an amount of something is a rate: "$1 billion a year", "four flights a week".
bool is_rate(const TimeWords& words, std::uint32_t begin, std::uint32_t end) {
  if (begin == 0) return false;
  const Tag before = words.tag(begin - 1);
  const bool governed = before == Tag::IN || words.find(begin - 1, TimeClass::amount_mod) ||
                        words.is_any(begin - 1, {"barely", "only", "just", "than", "half", "least", "quite", "such"});
  if (governed) return false;
  const Annotation& annotation = words.annotation();
  const Token& unit = annotation.tokens[end - 1];
  return unit.dep != Dep::dobj && unit.dep != Dep::attr;
}

// "one day" outside a prepositional phrase is some day.
bool is_some_day(const TimeWords& words, std::uint32_t begin, std::uint32_t end) {
  return words.is(begin, "one") && words.is(begin + 1, "day") && end == begin + 2 && begin > 0 &&
         words.tag(begin - 1) != Tag::IN;
}

// "before" and "after" are steps only where nothing follows that they govern: "two days before (the election)".
bool stands_alone(const TimeWords& words, const Hit& shift) {
  const std::uint32_t last = shift.end - 1;
  const Token& token = words.annotation().tokens[last];
  if (token.tag != Tag::IN) return true;
  if (words.is_any(last, {"ago", "earlier", "later", "hence"})) return true;
  return token.dep != Dep::mark && words.annotation().children(last).empty() && token.dep == Dep::advmod;
}

Parsed shifted(const TimeWords& words, Phrase p) {
  const Hit shift = words.find(p.words.end, TimeClass::shift);
  // Hours and minutes away from an unknown hour stay an amount: "two minutes later".
  if (p.unit < Unit::day) return std::nullopt;
  if (!shift || !stands_alone(words, shift)) return std::nullopt;
  p.form = Form::shifted;
  p.rule = "step of an amount";
  p.step = Step{shift->number, shift->origin};
  p.row = shift->row;
  p.words.end = shift.end;
  return p;
}

// "years", "months ago", "decades-long".
Parsed bare_plural_at(const TimeWords& words, std::uint32_t i) {
  const auto unit = unit_at(words, i);
  if (!unit || unit->unit < Unit::day || unit->unit == Unit::weekend) {
    return std::nullopt;
  }
  Phrase p = phrase(i, unit->end, Form::duration, "bare units", unit->row);
  p.unit = unit->unit;
  const bool hyphen = words.is(unit->end, "-") && words.is_any(unit->end + 1, {"long", "old"});
  if (!unit->plural) {
    if (!hyphen || words.is(unit->end + 1, "old")) return std::nullopt;
    p.amount.whole = 1;
    p.words.end = unit->end + 2;
    return p;
  }
  p.amount.vague = true;
  if (hyphen) {
    p.words.end = unit->end + 2;
    return p;
  }
  if (Parsed step = shifted(words, p)) return step;
  const bool after_preposition = i > 0 && words.tag(i - 1) == Tag::IN && !words.is_any(i - 1, {"than", "as", "like"});
  const bool before_event = words.is_any(unit->end, {"before", "after"});
  return (after_preposition || before_event) ? Parsed{p} : std::nullopt;
}

}  // namespace

Parsed amount_phrase_at(const TimeWords& words, std::uint32_t i) {
  const Hit mod = words.find(i, TimeClass::amount_mod);
  const std::uint32_t start = mod ? mod.end : i;
  const std::uint32_t article = !mod && words.is(start, "the") ? 1 : 0;  // "the nine months"
  const auto measured = measured_at(words, start + article);
  if (!measured) return mod ? std::nullopt : bare_plural_at(words, i);
  if (is_age(words, start, measured->end)) return std::nullopt;
  Phrase p = phrase(i, measured->end, Form::duration, "duration", measured->row);
  if (mod) {
    if (mod->outside) return std::nullopt;  // read again from the amount on
    p.mod = mod->value;
  } else if (i > 0) {
    const Hit before = words.find(i - 1, TimeClass::amount_mod);
    if (before && before->outside && before.end == i) p.mod = before->value;
  }
  p.amount = measured->amount;
  p.unit = measured->unit.unit;
  take_rest(words, p);
  if (Parsed step = shifted(words, p)) return step;
  const bool hyphened = words.is(measured->end, "-");
  if (hyphened && words.is(measured->end + 1, "long")) p.words.end = measured->end + 2;
  if (hyphened || mod) return p;
  if (measured->article && is_rate(words, i, measured->end)) return std::nullopt;
  return is_some_day(words, i, measured->end) ? std::nullopt : Parsed{p};
}

}  // namespace annals
