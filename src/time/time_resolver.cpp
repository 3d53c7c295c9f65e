// Anchors time expressions.
#include "time/time_resolver.h"

#include <algorithm>
#include <array>

#include "time/timex_value.h"

namespace annals {
namespace {

using Form = Phrase::Form;
using std::chrono::days;

constexpr int kDecemberToMarch = 3;  // months after a year's end in which "the fourth quarter" is still the last one

std::optional<Season> season_named(std::string_view code) {
  if (code == "SP") return Season::spring;
  if (code == "SU") return Season::summer;
  if (code == "FA") return Season::fall;
  if (code == "WI") return Season::winter;
  return std::nullopt;
}

// The days of what the fields name in a year, and its unit. A day that the month does not have names nothing.
std::optional<SpokenTime> named_in(const CalendarFields& date, int year) {
  if (date.festival) {
    const auto days = festival_in(year, *date.festival);
    if (!days) return std::nullopt;
    return SpokenTime{*days, date.festival->kind == FestivalRule::Kind::islamic && date.festival->day == 0
                                 ? Unit::month
                                 : Unit::day};
  }
  if (const auto season = season_named(date.season)) return SpokenTime{season_of(year, *season), Unit::quarter};
  if (date.quarter > 0) {
    return SpokenTime{unit_around(day_of(year, static_cast<unsigned>(date.quarter) * 3, 1), Unit::quarter),
                      Unit::quarter};
  }
  if (date.half > 0) {
    return SpokenTime{unit_around(day_of(year, static_cast<unsigned>(date.half) * 6, 1), Unit::half), Unit::half};
  }
  if (date.month > 0) {
    const DayInterval month = unit_around(day_of(year, static_cast<unsigned>(date.month), 1), Unit::month);
    if (date.day == 0) return SpokenTime{month, Unit::month};
    const sys_days day = month.first + days{date.day - 1};
    if (day > month.last) return std::nullopt;
    if (date.week_of) return SpokenTime{unit_around(day, Unit::week), Unit::week};
    return SpokenTime{{day, day}, Unit::day};
  }
  return SpokenTime{unit_around(day_of(year, 1, 1), date.year_unit), date.year_unit};
}

bool names_part_of_year(const CalendarFields& date) {
  return date.month > 0 || date.quarter > 0 || date.half > 0 || !date.season.empty() || date.festival;
}

// The first, middle or last third of the days, for START, MID and END.
DayInterval third_of(DayInterval all, std::string_view mod) {
  const int third = static_cast<int>((all.last - all.first).count() + 1) / 3;
  if (third == 0) return all;
  if (mod == "START") return {all.first, all.first + days{third - 1}};
  if (mod == "MID") return {all.first + days{third}, all.last - days{third}};
  if (mod == "END") return {all.last - days{third - 1}, all.last};
  return all;
}

}  // namespace

Timex TimeResolver::resolve(const Phrase& phrase, Tense tense, std::optional<sys_days> event) {
  event_ = event;
  Resolved resolved;
  Timex timex;
  switch (phrase.form) {
    case Form::calendar: resolved = calendar(phrase, tense); break;
    case Form::step: resolved = step(phrase, tense); break;
    case Form::shifted: resolved = shifted(phrase); break;
    case Form::year_back: resolved = year_back(phrase); break;
    case Form::reference: resolved = reference(phrase); break;
    case Form::duration: resolved = duration(phrase), timex.type = TimexType::duration; break;
    case Form::set: resolved = set(phrase), timex.type = TimexType::set; break;
  }
  remember(phrase, resolved);
  if (phrase.form != Form::set && (phrase.minute || !phrase.part.empty())) {
    timex.type = TimexType::time;
    resolved.value += phrase.minute ? clock_value(*phrase.minute) : "T" + std::string(phrase.part);
  }
  timex.words = phrase.words;
  timex.value = std::move(resolved.value);
  timex.mod = phrase.mod;
  timex.rule = phrase.rule;
  timex.lexicon_line = phrase.line;
  if (resolved.days) {
    const DayInterval covered = third_of(*resolved.days, phrase.mod);
    timex.first = covered.first;
    timex.last = covered.last;
  }
  return timex;
}

std::optional<SpokenTime> TimeResolver::origin(Origin origin) const {
  if (event_) return SpokenTime{{*event_, *event_}, Unit::day};
  if (origin == Origin::then && spoken_) return spoken_;
  if (!published_) return std::nullopt;
  return SpokenTime{{*published_, *published_}, Unit::day};
}

TimeResolver::Resolved TimeResolver::in_year(const CalendarFields& date, int year) const {
  const auto named = named_in(date, year);
  if (!named) return {unanchored_value(date), std::nullopt, Unit::day};
  std::string value = date.season.empty() ? unit_value(named->days.first, named->unit)
                                          : season_value(year, date.season);
  // A festival month of another calendar begins and ends within ours.
  if (date.festival && named->unit == Unit::month) value = unit_value(named->days.first, Unit::month);
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
  const sys_days today = from->days.first;
  const int year = year_of(today);
  const std::array<int, 3> years = {year - 1, year, year + 1};
  const auto starts = [&](int y) { const auto t = named_in(date, y); return t ? std::optional(t->days.first) : std::nullopt; };
  const auto ends = [&](int y) { const auto t = named_in(date, y); return t ? std::optional(t->days.last) : std::nullopt; };
  const auto latest = [&](auto&& holds) {
    for (auto y = years.rbegin(); y != years.rend(); ++y) {
      if (holds(*y)) return std::optional(*y);
    }
    return std::optional<int>{};
  };
  const auto earliest = [&](auto&& holds) {
    for (const int y : years) {
      if (holds(y)) return std::optional(y);
    }
    return std::optional<int>{};
  };
  if (phrase.step && phrase.step->by < 0) return latest([&](int y) { return ends(y) && *ends(y) < today; });
  if (phrase.step && phrase.step->by > 0) return earliest([&](int y) { return starts(y) && *starts(y) > today; });
  if (phrase.step) return year;
  const bool ahead = tense == Tense::future || tense == Tense::present;
  if (date.quarter > 0 || date.half > 0) {
    // Results are told of the last one, plans of the next; the running one is meant by both.
    if (ahead && tense == Tense::future) return earliest([&](int y) { return ends(y) && *ends(y) >= today; });
    return latest([&](int y) { return starts(y) && *starts(y) <= today; });
  }
  if (date.day > 0 && tense == Tense::unknown) {
    const auto distance = [&](int y) { return starts(y) ? std::chrono::abs(*starts(y) - today) : days{100'000}; };
    return *std::ranges::min_element(years, {}, distance);
  }
  if (ahead) return earliest([&](int y) { return ends(y) && *ends(y) >= today; });
  return latest([&](int y) { return starts(y) && *starts(y) <= today; });
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

TimeResolver::Resolved TimeResolver::step(const Phrase& phrase, Tense) const {
  const Step by = phrase.step.value_or(Step{});
  const auto from = origin(by.origin);
  if (!from) return {unknown_unit_value(phrase.unit), std::nullopt, phrase.unit};
  const sys_days start = by.by > 0 ? from->days.last : from->days.first;
  const DayInterval base = unit_around(start, phrase.unit);
  const DayInterval moved = unit_around(add_units(base.first, by.by, phrase.unit), phrase.unit);
  return {unit_value(moved.first, phrase.unit), moved, phrase.unit};
}

TimeResolver::Resolved TimeResolver::shifted(const Phrase& phrase) const {
  const Step by = phrase.step.value_or(Step{});
  const auto from = origin(by.origin);
  if (phrase.amount.vague) return {by.by < 0 ? "PAST_REF" : "FUTURE_REF", std::nullopt, Unit::day};
  // "a year ago" after a quarter is that quarter of the year before.
  if (phrase.unit == Unit::year && spoken_ && spoken_->unit == Unit::quarter && phrase.amount.whole == 1) {
    return year_back(phrase);
  }
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

TimeResolver::Resolved TimeResolver::year_back(const Phrase& phrase) const {
  const bool quarter = phrase.unit == Unit::quarter;
  if (!spoken_ || (quarter && spoken_->unit != Unit::quarter)) {
    if (!published_) return {unknown_unit_value(quarter ? Unit::quarter : Unit::year), std::nullopt, Unit::year};
    // The quarter that the story reports on is the last one that has ended.
    const Unit unit = quarter ? Unit::quarter : Unit::year;
    const sys_days day = add_units(quarter ? add_units(*published_, -1, Unit::quarter) : *published_, -1, Unit::year);
    const DayInterval days = unit_around(day, unit);
    return {unit_value(days.first, unit), days, unit};
  }
  const DayInterval days = unit_around(add_units(spoken_->days.first, -1, Unit::year), spoken_->unit);
  return {unit_value(days.first, spoken_->unit), days, spoken_->unit};
}

TimeResolver::Resolved TimeResolver::duration(const Phrase& phrase) const {
  Resolved resolved{duration_value(phrase.amount, phrase.unit, phrase.rest, phrase.rest_unit), std::nullopt,
                    phrase.unit};
  if (!phrase.step || phrase.step->by == 0) return resolved;
  const auto from = origin(phrase.step->origin);
  if (!from) return resolved;
  // "recent days": about one unit of the next larger size, a week.
  const Unit unit = phrase.amount.vague && phrase.unit == Unit::day ? Unit::week : phrase.unit;
  const int count = phrase.amount.vague ? (unit == Unit::week && phrase.unit == Unit::day ? 1 : 3) : phrase.amount.whole;
  const bool ahead = phrase.step->by > 0;
  const sys_days start = ahead ? from->days.last : from->days.first;
  const sys_days other = add_units(start, ahead ? count : -count, unit);
  resolved.days = ahead ? DayInterval{start, other} : DayInterval{other, start};
  // What followed a time in the past is told up to the day of the story.
  if (ahead && phrase.step->origin == Origin::then && published_ && start < *published_) {
    resolved.days->first = start + days{1};
    resolved.days->last = std::min(other, *published_);
  }
  return resolved;
}

TimeResolver::Resolved TimeResolver::reference(const Phrase& phrase) const {
  Resolved resolved{std::string(phrase.code), std::nullopt, Unit::day};
  if (phrase.code == "PRESENT_REF" && published_) resolved.days = DayInterval{*published_, *published_};
  return resolved;
}

TimeResolver::Resolved TimeResolver::set(const Phrase& phrase) const {
  const bool named = phrase.date.weekday > 0 || names_part_of_year(phrase.date);
  std::string value = named ? unanchored_value(phrase.date) : duration_value(phrase.amount, phrase.unit);
  if (!phrase.part.empty()) {
    if (!named) value = "XXXX-XX-XX";
    value += "T" + std::string(phrase.part);
  }
  return {std::move(value), std::nullopt, Unit::day};
}

void TimeResolver::remember(const Phrase& phrase, const Resolved& resolved) {
  const bool date = phrase.form == Form::calendar || phrase.form == Form::step || phrase.form == Form::shifted;
  if (!date || !resolved.days || phrase.bare) return;
  // A comparison with the year before is an aside: what follows speaks of the present one again.
  if (phrase.form == Form::shifted && phrase.unit >= Unit::year && phrase.step->origin == Origin::then) return;
  spoken_ = SpokenTime{*resolved.days, resolved.unit};
}

}  // namespace annals
