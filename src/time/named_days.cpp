// The days that a date names in a given year, and the year that is meant where it names none.
#include "time/named_days.h"

namespace annals {
namespace {

using std::chrono::days;

std::optional<Season> season_named(std::string_view code) {
  if (code == "SP") return Season::spring;
  if (code == "SU") return Season::summer;
  if (code == "FA") return Season::fall;
  if (code == "WI") return Season::winter;
  return std::nullopt;
}

// How far, in days, what the fields name in a year lies ahead of `today` (positive) or behind it (negative).
std::optional<int> distance_of(const CalendarFields& date, int year, sys_days today) {
  const auto named = named_in(date, year);
  if (!named) return std::nullopt;
  if (named->days.first > today) return (named->days.first - today).count();
  if (named->days.last < today) return (named->days.last - today).count();
  return 0;
}

// What a day against the direction of the tense costs, where one in its direction costs 1. Days without a year are
// near ones and the tense is read off a parse, so that a day within weeks the other way beats one most of a year
// off; a month is told of over the whole year, and a quarter over less.
struct Weights {
  int ahead, behind;
};

Weights weights_for(const CalendarFields& date, Tense tense) {
  const bool month = date.month > 0 && date.day == 0;
  const int against = date.festival ? 25 : date.day > 0 ? 3 : month ? 8 : 4;
  if (tense == Tense::future) return {1, month ? 100 : against};
  if (tense == Tense::present) return {1, date.day > 0 ? 2 : 1};
  if (tense == Tense::past) return {against, 1};
  return {date.day > 0 ? 2 : against, 1};
}

}  // namespace

std::optional<PlacedTime> named_in(const CalendarFields& date, int year) {
  if (date.festival) {
    const auto days = festival_in(year, *date.festival);
    if (!days) return std::nullopt;
    return PlacedTime{
        *days, date.festival->kind == FestivalRule::Kind::islamic && date.festival->day == 0 ? Unit::month : Unit::day};
  }
  if (const auto season = season_named(date.season)) return PlacedTime{season_of(year, *season), Unit::quarter};
  if (date.quarter > 0) {
    return PlacedTime{unit_around(day_of(year, static_cast<unsigned>(date.quarter) * 3, 1), Unit::quarter),
                      Unit::quarter};
  }
  if (date.half > 0) {
    return PlacedTime{unit_around(day_of(year, static_cast<unsigned>(date.half) * 6, 1), Unit::half), Unit::half};
  }
  if (date.month > 0) {
    const DayInterval month = unit_around(day_of(year, static_cast<unsigned>(date.month), 1), Unit::month);
    if (date.day == 0) return PlacedTime{month, Unit::month};
    const sys_days day = month.first + days{date.day - 1};
    if (day > month.last) return std::nullopt;
    if (date.week_of) return PlacedTime{unit_around(day, Unit::week), Unit::week};
    return PlacedTime{{day, day}, Unit::day};
  }
  return PlacedTime{unit_around(day_of(year, 1, 1), date.year_unit), date.year_unit};
}

bool names_part_of_year(const CalendarFields& date) {
  return date.month > 0 || date.quarter > 0 || date.half > 0 || !date.season.empty() || date.festival;
}

std::optional<int> nearest_year(const CalendarFields& date, sys_days today, std::optional<Step> step, Tense tense) {
  const Weights weights = weights_for(date, tense);
  std::optional<int> best;
  int least = 0;
  for (int year = year_of(today) - 1; year <= year_of(today) + 1; ++year) {
    const auto distance = distance_of(date, year, today);
    if (!distance) continue;
    if (step && ((step->by < 0 && *distance >= 0) || (step->by > 0 && *distance <= 0))) continue;
    if (step && step->by == 0 && year != year_of(today)) continue;
    int cost = *distance > 0 ? *distance * weights.ahead : -*distance * weights.behind;
    // "Monday, Oct. 26" is in a year in which that day is a Monday.
    const auto named = named_in(date, year);
    if (date.weekday > 0 && weekday_of(named->days.first) != static_cast<unsigned>(date.weekday)) cost += 100'000;
    if (!best || cost < least) {
      best = year;
      least = cost;
    }
  }
  return best;
}

}  // namespace annals
