// The grammar of sets of times: every Friday, twice a week, daily, Mondays and Tuesdays.
#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

// "every two weeks", "each month", "every other day", "every third year".
Parsed every_unit(const TimeWords& words, std::uint32_t begin, std::uint32_t i, int row) {
  Phrase p = phrase(begin, i, Form::set, "every unit", row);
  p.amount.whole = 1;
  if (words.is(i, "of")) {
    // "each of the last three years"
    return std::nullopt;
  }
  if (words.is(i, "other")) {
    p.amount.whole = 2;
    ++i;
  } else if (const auto ordinal = ordinal_at(words, i); ordinal && ordinal->value > 0) {
    p.amount.whole = ordinal->value;
    i = ordinal->end;
  } else if (const auto amount = amount_at(words, i); amount && !amount->article) {
    p.amount = amount->amount;
    i = amount->end;
  }
  if (words.is(i, "single")) ++i;
  if (const auto unit = unit_at(words, i, true)) {
    p.unit = unit->unit;
    p.amount.whole *= unit->times;
    p.words.end = unit->end;
    if (words.is(begin, "each") && unit->unit == Unit::second) return std::nullopt;
    return p;
  }
  if (const Hit part = words.find(i, TimeClass::part)) {
    p.unit = Unit::day;
    p.part = part->value;
    p.words.end = part.end;
    return p;
  }
  for (auto* read : {weekday_at, month_date_at, festival_at}) {
    if (Parsed named = read(words, i)) {
      named->words.begin = begin;
      named->form = Form::set;
      named->rule = "every named day";
      if (const Hit part = words.find(named->words.end, TimeClass::part)) {
        named->part = part->value;
        named->words.end = part.end;
      }
      return named;
    }
  }
  if (const Hit season = words.find(i, TimeClass::season)) {
    p.date.season = season->value;
    p.words.end = season.end;
    return p;
  }
  return std::nullopt;
}

// "twice a week", "three times a day", "once every two years".
Parsed times_a_unit(const TimeWords& words, std::uint32_t i) {
  std::uint32_t at = i;
  const auto number = number_at(words, at);
  if (number) at = number->end;
  const Hit times = words.find(at, TimeClass::times);
  if (!times || (times->number == 0) != number.has_value()) return std::nullopt;
  const std::uint32_t end = times.end;
  if (const Hit each = words.find(end, TimeClass::each)) return every_unit(words, i, each.end, each->row);
  if (!words.find(end, TimeClass::per)) return std::nullopt;
  const auto unit = unit_at(words, end + 1);
  if (!unit || unit->plural) return std::nullopt;
  Phrase p = phrase(i, unit->end, Form::set, "times a unit", times->row);
  p.amount.whole = unit->times;
  p.unit = unit->unit;
  return p;
}

// "the regional daily"
bool is_newspaper(const TimeWords& words, std::uint32_t i) {
  const Token& token = words.annotation().tokens[i];
  return token.tag == Tag::NN && token.dep != Dep::compound && token.dep != Dep::nmod && token.dep != Dep::amod;
}

}  // namespace

Parsed set_at(const TimeWords& words, std::uint32_t i) {
  if (const Hit each = words.find(i, TimeClass::each)) return every_unit(words, i, each.end, each->row);
  if (Parsed p = times_a_unit(words, i)) return p;
  if (const Hit frequency = words.find(i, TimeClass::frequency); frequency && !is_newspaper(words, i)) {
    Phrase p = phrase(i, frequency.end, Form::set, "frequency", frequency->row);
    p.unit = frequency->unit;
    p.amount.whole = frequency->number;
    return p;
  }
  if (const Hit weekdays = words.find(i, TimeClass::weekdays)) {
    Phrase p = phrase(i, weekdays.end, Form::set, "weekdays", weekdays->row);
    p.date.weekday = weekdays->number;
    return p;
  }
  // "Tuesday nights"
  const Hit weekday = words.find(i, TimeClass::weekday);
  const Hit parts = weekday ? words.find(weekday.end, TimeClass::parts) : Hit{};
  if (parts) {
    Phrase p = phrase(i, parts.end, Form::set, "weekday nights", weekday->row);
    p.date.weekday = weekday->number;
    p.part = parts->value;
    return p;
  }
  if (words.is(i, "weekends")) {
    Phrase p = phrase(i, i + 1, Form::set, "weekends", 0);
    p.unit = Unit::weekend;
    p.amount.whole = 1;
    return p;
  }
  return std::nullopt;
}

}  // namespace annals
