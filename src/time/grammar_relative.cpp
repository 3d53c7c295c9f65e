// The grammar of what is counted from the day of publication or from the time last spoken of.
#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

bool names_calendar_unit(const CalendarFields& date) { return !date.year && !date.year_step && date.day == 0; }

// What "last" or "next" can stand before: "last Friday", "next March", "this fall", "the latest quarter".
Parsed named_after(const TimeWords& words, std::uint32_t i) {
  Parsed p;
  if (const Hit season = words.find(i, TimeClass::season)) {
    p = phrase(i, season.end, Form::calendar, "season", season->row);
    p->date.season = season->value;
    return p;
  }
  for (auto* read : {month_date_at, weekday_at, festival_at, quarter_at}) {
    p = read(words, i);
    if (p && (names_calendar_unit(p->date) || p->date.weekday > 0) && p->words.begin == i) return p;
  }
  return std::nullopt;
}

Parsed step_of_unit(std::uint32_t begin, const UnitHit& unit, const TimeEntry& position, std::string_view rule) {
  Phrase p = phrase(begin, unit.end, Form::step, rule, position.row);
  p.unit = unit.unit;
  p.step = Step{position.number, position.origin};
  return p;
}

// "past three months", "next few years", "recent weeks", "the past decade": a stretch that touches its origin.
Parsed stretch(std::uint32_t begin, const UnitHit& unit, Amount amount, const TimeEntry& position) {
  Phrase p = phrase(begin, unit.end, Form::duration, "stretch of time", position.row);
  p.amount = amount;
  p.amount.whole *= unit.times;
  p.unit = unit.unit;
  p.step = Step{position.number, position.origin};
  // "recent weeks" is a time and not a length.
  if (amount.vague && !position.value.empty()) {
    p.form = Form::reference;
    p.code = position.value;
  }
  return p;
}

Parsed unit_after_position(const TimeWords& words, std::uint32_t begin, const Hit& position) {
  std::uint32_t i = position.end;
  if (words.find(i, TimeClass::fiscal) || words.is(i, "calendar")) ++i;
  if (const auto unit = unit_at(words, i)) {
    if (unit->plural) {
      if (position->number == 0 || (!position->span && position->origin == Origin::now)) return std::nullopt;
      return stretch(begin, *unit, {.whole = 0, .half = false, .vague = true}, *position);
    }
    const bool long_unit = unit->unit >= Unit::decade && position->number != 0 && position->origin == Origin::now;
    if ((position->span || long_unit) && unit->unit != Unit::weekend) {
      return stretch(begin, *unit, {.whole = 1, .half = false, .vague = false}, *position);
    }
    if (unit->unit < Unit::day) return std::nullopt;
    return step_of_unit(begin, *unit, *position, "step of a unit");
  }
  const auto amount = amount_at(words, i);
  if (!amount || amount->article || position->number == 0) return std::nullopt;
  std::uint32_t end = skip_hyphen(words, amount->end);
  if (const Hit filler = words.find(end, TimeClass::filler)) end = filler.end;
  const auto unit = unit_at(words, end);
  if (!unit) return std::nullopt;
  return stretch(begin, *unit, amount->amount, *position);
}

// "this morning", "the next night", "that evening".
Parsed part_after_position(const TimeWords& words, std::uint32_t begin, const Hit& position) {
  const Hit part = words.find(position.end, TimeClass::part);
  if (!part) return std::nullopt;
  Phrase p = phrase(begin, part.end, Form::step, "part of a day", part->row);
  p.unit = Unit::day;
  p.step = Step{position->number, position->origin};
  p.part = part->value;
  return p;
}

// "the next day" follows the day that the story spoke of; "next week" follows this one.
Parsed from_story(const TimeWords& words, Phrase p, bool article) {
  const bool next = article && words.is(p.words.begin + 1, "next");
  if (p.form != Form::step) return p;
  if (next) p.step->origin = Origin::then;
  const bool today = p.step->origin == Origin::now && p.step->by > 0 && !p.part.empty();
  return today ? std::nullopt : Parsed{p};
}

}  // namespace

Parsed relative_at(const TimeWords& words, std::uint32_t i) {
  for (auto* read : {year_back_at, position_at, deictic_at, reference_at, bare_unit_at}) {
    if (Parsed p = read(words, i)) return p;
  }
  return std::nullopt;
}

Parsed deictic_at(const TimeWords& words, std::uint32_t i) {
  const Hit day = words.find(i, TimeClass::deictic);
  if (!day) return std::nullopt;
  Phrase p = phrase(i, day.end, Form::step, "day from today", day->row);
  p.unit = day->unit;
  p.step = Step{day->number, Origin::now};
  p.part = day->value;
  return p;
}

Parsed position_at(const TimeWords& words, std::uint32_t i) {
  const bool article = words.is(i, "the");
  const std::uint32_t start = article ? i + 1 : i;
  const Hit position = words.find(start, TimeClass::position);
  if (!position) {
    // "the first nine months", "the final two weeks".
    const auto ordinal = ordinal_at(words, start);
    if (!ordinal || (ordinal->value != 1 && ordinal->value != -1)) return std::nullopt;
    const auto amount = amount_at(words, ordinal->end);
    if (!amount || amount->article) return std::nullopt;
    const auto unit = unit_at(words, skip_hyphen(words, amount->end));
    if (!unit) return std::nullopt;
    Phrase p = phrase(i, unit->end, Form::duration, "first part", unit->row);
    p.amount = amount->amount;
    p.unit = unit->unit;
    return p;
  }
  if (Parsed p = unit_after_position(words, i, position)) return from_story(words, *p, article);
  if (Parsed p = part_after_position(words, i, position)) return from_story(words, *p, article);
  if (Parsed p = named_after(words, position.end)) {
    p->words.begin = i;
    if (p->date.day == 0) p->step = Step{position->number, position->origin};
    return p;
  }
  return std::nullopt;
}

Parsed bare_unit_at(const TimeWords& words, std::uint32_t i) {
  if (!words.is(i, "the")) return std::nullopt;
  std::uint32_t at = i + 1;
  if (words.find(at, TimeClass::fiscal)) ++at;
  const auto unit = unit_at(words, at);
  if (!unit || unit->plural || unit->times != 1) return std::nullopt;
  const bool calendar = unit->unit == Unit::year || unit->unit == Unit::quarter || unit->unit == Unit::weekend;
  const bool placed = i > 0 && words.tag(i - 1) == Tag::IN && unit->unit >= Unit::day && unit->unit <= Unit::month;
  // "the day he was born"
  for (const std::uint32_t child : words.annotation().children(unit->end - 1)) {
    if (words.annotation().tokens[child].dep == Dep::relcl) return std::nullopt;
  }
  if ((!calendar && !placed) || words.is_any(unit->end, {"of", "-", "after", "before", "when", "that"})) {
    return std::nullopt;
  }
  Phrase p = phrase(i, unit->end, Form::step, "the unit", unit->row);
  p.unit = unit->unit;
  // "the year ended Aug. 31" is how long the accounts run.
  if (p.unit == Unit::year && words.is_any(unit->end, {"ended", "ending", "to", "through"})) {
    p.form = Form::duration;
    p.amount.whole = 1;
    return p;
  }
  p.step = Step{};
  p.bare = true;
  return p;
}

Parsed year_back_at(const TimeWords& words, std::uint32_t i) {
  std::uint32_t year = i;
  while (year < i + 2 && words.is_any(year, {"the", "comparable", "same", "corresponding"})) ++year;
  if (!words.is(year, "year") || !words.is(year + 1, "-") || !words.is_any(year + 2, {"ago", "earlier", "before"})) {
    return std::nullopt;
  }
  std::uint32_t end = year + 3;
  Phrase p = phrase(i, end, Form::year_back, "a year back", 0);
  const auto unit = unit_at(words, end);
  if (unit && !unit->plural) p.unit = unit->unit;
  if (unit || words.is(end, "period")) p.words.end = end + 1;
  return p;
}

Parsed reference_at(const TimeWords& words, std::uint32_t i) {
  const Hit reference = words.find(i, TimeClass::reference);
  if (!reference) return std::nullopt;
  // "as soon as", "soon after": a comparison.
  if (words.is(i, "soon") && (words.is(reference.end, "as") || words.is(reference.end, "after"))) return std::nullopt;
  Phrase p = phrase(i, reference.end, Form::reference, "reference", reference->row);
  p.code = reference->value;
  return p;
}

}  // namespace annals
