// Anchors time expressions.
#include "time/time_resolver.h"

#include <algorithm>

#include "time/timex_value.h"

namespace annals {
namespace {

using Form = Phrase::Form;
using std::chrono::days;

// The whole months that the days are, or 0.
int months_in(DayInterval all) {
  if (day_of_month(all.first) != 1 || day_of_month(all.last + days{1}) != 1) return 0;
  const sys_days next = all.last + days{1};
  return (year_of(next) - year_of(all.first)) * 12 + static_cast<int>(month_of(next)) -
         static_cast<int>(month_of(all.first));
}

// The first, middle or last third of the days, for START, MID and END; in whole months where there are three or more,
// so that early 2019 is January to April.
DayInterval third_of(DayInterval all, std::string_view mod) {
  const int months = months_in(all);
  const bool whole = months >= 3 && months % 3 == 0;
  const int third = whole ? months / 3 : static_cast<int>((all.last - all.first).count() + 1) / 3;
  if (third == 0) return all;
  const auto moved = [&](sys_days day, int by) { return whole ? add_units(day, by, Unit::month) : day + days{by}; };
  const sys_days second = moved(all.first, third), next = all.last + days{1}, last = moved(next, -third);
  if (mod == "START") return {all.first, second - days{1}};
  if (mod == "MID") return {second, last - days{1}};
  if (mod == "END") return {last, all.last};
  return all;
}

// "earlier this month" ends with the day that it is counted from, and "later this month" begins with it.
DayInterval beside(DayInterval all, std::string_view mod, DayInterval origin) {
  if (mod == "START" && origin.last >= all.first) return {all.first, std::min(origin.last, all.last)};
  if (mod == "END" && origin.first <= all.last) return {std::max(origin.first, all.first), all.last};
  return all;
}

}  // namespace

Timex TimeResolver::resolve(const Phrase& phrase, Tense tense, std::optional<sys_days> event) {
  event_ = event;
  const auto from = phrase.step ? origin(phrase.step->origin) : std::nullopt;
  Resolved resolved;
  Timex timex;
  switch (phrase.form) {
    case Form::calendar:
      resolved = calendar(phrase, tense);
      break;
    case Form::step:
      resolved = step(phrase, tense);
      break;
    case Form::shifted:
      resolved = shifted(phrase);
      break;
    case Form::year_back:
      resolved = year_back(phrase);
      break;
    case Form::reference:
      resolved = reference(phrase);
      break;
    case Form::duration:
      resolved = duration(phrase), timex.type = TimexType::duration;
      break;
    case Form::set:
      resolved = set(phrase), timex.type = TimexType::set;
      break;
  }
  remember(phrase, resolved);
  if (phrase.form != Form::set && (phrase.minute || !phrase.part.empty())) {
    timex.type = TimexType::time;
    resolved.value += phrase.minute ? clock_value(*phrase.minute) : std::string("T").append(phrase.part);
  }
  timex.words = phrase.words;
  timex.value = std::move(resolved.value);
  timex.mod = phrase.mod;
  timex.rule = phrase.rule;
  timex.lexicon_row = phrase.row;
  if (resolved.days) {
    const DayInterval covered = phrase.beside_origin && from ? beside(*resolved.days, phrase.mod, from->days)
                                                             : third_of(*resolved.days, phrase.mod);
    timex.first = covered.first;
    timex.last = covered.last;
  }
  return timex;
}

std::optional<PlacedTime> TimeResolver::origin(Origin origin) const {
  if (event_) return PlacedTime{{*event_, *event_}, Unit::day};
  if (origin == Origin::then && spoken_) return spoken_;
  if (!published_) return std::nullopt;
  return PlacedTime{{*published_, *published_}, Unit::day};
}

TimeResolver::Resolved TimeResolver::in_year(const CalendarFields& date, int year) const {
  const auto named = named_in(date, year);
  if (!named) return {unanchored_value(date), std::nullopt, Unit::day};
  std::string value =
      date.season.empty() ? unit_value(named->days.first, named->unit) : season_value(year, date.season);
  // A month of another calendar has no value of its own: it is written as an interval of ISO 8601.
  if (date.festival && named->unit == Unit::month) {
    value = unit_value(named->days.first, Unit::day) + "/" + unit_value(named->days.last, Unit::day);
  }
  return {std::move(value), named->days, named->unit};
}

TimeResolver::Resolved TimeResolver::calendar(const Phrase& phrase, Tense tense) const {
  const CalendarFields& date = phrase.date;
  if (date.weekday > 0 && date.day == 0) return weekday(phrase, tense);
  const auto year = year_of_date(phrase, tense);
  if (!year) return {unanchored_value(date), std::nullopt, Unit::day};
  return in_year(date, *year);
}

// The year of a date that may not say it.
std::optional<int> TimeResolver::year_of_date(const Phrase& phrase, Tense tense) const {
  const CalendarFields& date = phrase.date;
  if (date.year) return date.year;
  if (date.year_step) {
    const auto from = origin(date.year_step->origin);
    return from ? std::optional(year_of(from->days.first) + date.year_step->by) : std::nullopt;
  }
  const auto from = origin(phrase.step ? phrase.step->origin : Origin::now);
  if (!from || !names_part_of_year(date)) return std::nullopt;
  return nearest_year(date, from->days.first, phrase.step, tense);
}

TimeResolver::Resolved TimeResolver::weekday(const Phrase& phrase, Tense tense) const {
  const auto wanted = static_cast<unsigned>(phrase.date.weekday);
  const auto from = origin(phrase.step ? phrase.step->origin : Origin::now);
  if (!from) return {unanchored_value(phrase.date), std::nullopt, Unit::day};
  const sys_days today = from->days.first;
  const bool ahead = tense == Tense::future || tense == Tense::present;
  sys_days day;
  if (phrase.step && phrase.step->by != 0) {
    day = phrase.step->by < 0 ? weekday_on_or_before(today - days{1}, wanted)
                              : weekday_on_or_after(today + days{1}, wanted);
  } else if (phrase.step && tense != Tense::past) {
    day = weekday_on_or_after(today, wanted);
  } else {
    // Newswire names the day of writing, so that today counts for both.
    day = ahead ? weekday_on_or_after(today, wanted) : weekday_on_or_before(today, wanted);
  }
  return {unit_value(day, Unit::day), DayInterval{day, day}, Unit::day};
}

TimeResolver::Resolved TimeResolver::step(const Phrase& phrase, Tense tense) const {
  const Step by = phrase.step.value_or(Step{});
  auto from = origin(by.origin);
  if (phrase.minute && from && from->unit != Unit::day) from = origin(Origin::now);
  if (phrase.unit == Unit::quarter && reported_ && (by.origin == Origin::then || phrase.bare)) from = reported_;
  if (!from) return {unknown_unit_value(phrase.unit), std::nullopt, phrase.unit};
  const sys_days start = by.by > 0 ? from->days.last : from->days.first;
  DayInterval base = unit_around(start, phrase.unit);
  // "over the weekend" is told on the Monday after.
  const bool to_come = tense == Tense::future || tense == Tense::present;
  if (phrase.unit == Unit::weekend && phrase.bare && base.first > start && !to_come) {
    base = unit_around(start - days{7}, Unit::weekend);
  }
  const DayInterval moved = unit_around(add_units(base.first, by.by, phrase.unit), phrase.unit);
  return {unit_value(moved.first, phrase.unit), moved, phrase.unit};
}

TimeResolver::Resolved TimeResolver::shifted(const Phrase& phrase) const {
  const Step by = phrase.step.value_or(Step{});
  const auto from = origin(by.origin);
  if (phrase.amount.vague) return {by.by < 0 ? "PAST_REF" : "FUTURE_REF", std::nullopt, Unit::day};
  // "a year ago" after a quarter is that quarter of the year before.
  if (phrase.unit == Unit::year && by.by < 0 && reported_ && phrase.amount.whole == 1) return year_back(phrase);
  if (!from) return {unknown_unit_value(phrase.unit), std::nullopt, phrase.unit};
  sys_days day = add_units(by.by > 0 ? from->days.last : from->days.first, by.by * phrase.amount.whole, phrase.unit);
  if (phrase.amount.half && phrase.unit == Unit::year) day = add_units(day, 6 * by.by, Unit::month);
  if (phrase.amount.half && phrase.unit == Unit::decade) day = add_units(day, 5 * by.by, Unit::year);
  Unit unit = std::min(phrase.unit, Unit::year);
  if (unit < Unit::day) unit = Unit::day;
  if (by.origin == Origin::then && spoken_ && !event_) unit = std::min(unit, spoken_->unit);
  const DayInterval days = unit_around(day, unit);
  return {unit_value(days.first, unit), days, unit};
}

// Reports compare with the same period of the year before. Where none was named, the one meant is the last quarter
// that has ended.
TimeResolver::Resolved TimeResolver::year_back(const Phrase& phrase) const {
  std::optional<PlacedTime> period = reported_;
  if (!period || (phrase.unit == Unit::quarter && period->unit != Unit::quarter)) period = spoken_;
  if (!period || (phrase.unit == Unit::quarter && period->unit != Unit::quarter)) {
    const Unit unit = phrase.unit == Unit::none ? Unit::year : phrase.unit;
    if (!published_) return {unknown_unit_value(unit), std::nullopt, unit};
    const sys_days day = unit == Unit::quarter ? add_units(*published_, -1, Unit::quarter) : *published_;
    period = PlacedTime{unit_around(day, unit), unit};
  }
  const DayInterval days = unit_around(add_units(period->days.first, -1, Unit::year), period->unit);
  return {unit_value(days.first, period->unit), days, period->unit};
}

// The days of "the past three weeks", which touch their origin; an unknown number counts as three, and unknown days as
// a week.
std::optional<DayInterval> TimeResolver::stretch(const Phrase& phrase) const {
  const auto from = phrase.step && phrase.step->by != 0 ? origin(phrase.step->origin) : std::nullopt;
  if (!from) return std::nullopt;
  const bool some_days = phrase.amount.vague && phrase.unit == Unit::day;
  const Unit unit = some_days ? Unit::week : phrase.unit;
  const int count = some_days ? 1 : phrase.amount.vague ? 3 : phrase.amount.whole;
  if (phrase.step->by < 0) return DayInterval{add_units(from->days.first, -count, unit), from->days.first};
  const sys_days start = from->days.last;
  const sys_days end = add_units(start, count, unit);
  // What followed a time in the past is told up to the day of the story.
  if (phrase.step->origin == Origin::then && published_ && start < *published_) {
    return DayInterval{std::min(start + days{1}, end), std::min(end, *published_)};
  }
  return DayInterval{start, end};
}

TimeResolver::Resolved TimeResolver::duration(const Phrase& phrase) const {
  return {duration_value(phrase.amount, phrase.unit, phrase.rest, phrase.rest_unit), stretch(phrase), phrase.unit};
}

TimeResolver::Resolved TimeResolver::reference(const Phrase& phrase) const {
  Resolved resolved{std::string(phrase.code), stretch(phrase), Unit::day};
  if (phrase.code == "PRESENT_REF" && published_) resolved.days = DayInterval{*published_, *published_};
  return resolved;
}

TimeResolver::Resolved TimeResolver::set(const Phrase& phrase) const {
  const bool named = phrase.date.weekday > 0 || names_part_of_year(phrase.date);
  std::string value = named ? unanchored_value(phrase.date) : duration_value(phrase.amount, phrase.unit);
  if (!phrase.part.empty()) {
    if (!named) value = "XXXX-XX-XX";
    value.append("T").append(phrase.part);
  }
  return {std::move(value), std::nullopt, Unit::day};
}

void TimeResolver::remember(const Phrase& phrase, const Resolved& resolved) {
  // "for the nine months" ends the talk of a quarter.
  if (phrase.form == Form::duration && phrase.unit == Unit::month && phrase.amount.whole > 3) {
    reported_.reset();
    if (spoken_ && spoken_->unit == Unit::quarter) spoken_.reset();
  }
  const bool date = phrase.form == Form::calendar || phrase.form == Form::step || phrase.form == Form::shifted;
  // In a story without a date, "on Friday" makes the time last spoken of unknown, whatever was said before.
  if (date && !resolved.days && !phrase.bare && !published_) spoken_.reset();
  if (!date || !resolved.days || phrase.bare) return;
  // A comparison with the year before is an aside: what follows speaks of the present one again.
  if (phrase.form == Form::shifted && phrase.unit >= Unit::year && phrase.step->origin == Origin::then) return;
  spoken_ = PlacedTime{*resolved.days, resolved.unit};
  if (resolved.unit == Unit::quarter && phrase.date.season.empty()) reported_ = spoken_;
}

}  // namespace annals
