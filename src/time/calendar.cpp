// Arithmetic on the civil calendar.
#include "time/calendar.h"

#include <algorithm>

namespace annals {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

DayInterval months_from(int y, unsigned first_month, int count) {
  const year_month first{year{y}, month{first_month}};
  const year_month last = first + months{count - 1};
  return {sys_days{first / 1}, sys_days{year_month_day_last{last.year(), last.month() / std::chrono::last}}};
}

DayInterval years_from(int y, int count) { return {day_of(y, 1, 1), day_of(y + count - 1, 12, 31)}; }

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
}

// The calendar of TIMEX3 has four figures for the year.
sys_days within_calendar(sys_days day) {
  return std::clamp(day, sys_days{year{1} / 1 / 1}, sys_days{year{9999} / 12 / 31});
}

// Rounds towards minus infinity, for years before 0.
int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

}  // namespace

sys_days day_of(int y, unsigned m, unsigned d) { return year{y} / month{m} / std::chrono::day{d}; }
int year_of(sys_days day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(sys_days day) { return static_cast<unsigned>(year_month_day{day}.month()); }
unsigned day_of_month(sys_days day) { return static_cast<unsigned>(year_month_day{day}.day()); }
unsigned weekday_of(sys_days day) { return weekday{day}.iso_encoding(); }

DayInterval unit_around(sys_days day, Unit unit) {
  const int y = year_of(day);
  const unsigned m = month_of(day);
  const sys_days monday = weekday_on_or_before(day, 1);
  switch (unit) {
    case Unit::week:
      return {monday, monday + days{6}};
    case Unit::weekend:
      return {monday + days{5}, monday + days{6}};
    case Unit::month:
      return months_from(y, m, 1);
    case Unit::quarter:
      return months_from(y, m - (m - 1) % 3, 3);
    case Unit::half:
      return months_from(y, m - (m - 1) % 6, 6);
    case Unit::year:
      return years_from(y, 1);
    case Unit::decade:
      return years_from(floor_to(y, 10), 10);
    // Common use and TIMEX3 values: the 20th century is 1900 to 1999.
    case Unit::century:
      return years_from(floor_to(y, 100), 100);
    default:
      return {day, day};
  }
}

sys_days add_units(sys_days day, int count, Unit unit) {
  constexpr int kYears = 10'000;  // more than lie between the ends of the calendar
  const bool whole_days = unit == Unit::day || unit == Unit::week || unit == Unit::weekend;
  if (whole_days) {
    const int most = kYears * 366;
    return within_calendar(day + days{std::clamp(count, -most, most) * (unit == Unit::day ? 1 : 7)});
  }
  const int step = months_in(unit);
  if (step == 0) return day;
  const int most = kYears * 12 / step;
  const year_month_day date{day};
  const year_month_day moved = date + months{std::clamp(count, -most, most) * step};
  return within_calendar(moved.ok() ? sys_days{moved}
                                    : sys_days{year_month_day_last{moved.year(), moved.month() / std::chrono::last}});
}

IsoWeek iso_week_of(sys_days day) {
  // A week belongs to the year that holds its Thursday (ISO 8601).
  const sys_days thursday = weekday_on_or_before(day, 1) + days{3};
  const int y = year_of(thursday);
  return {y, static_cast<unsigned>((thursday - day_of(y, 1, 1)).count() / 7 + 1)};
}

sys_days first_day_of(IsoWeek week) {
  // 4 January is always in week 1 (ISO 8601).
  return weekday_on_or_before(day_of(week.year, 1, 4), 1) + days{7 * (static_cast<int>(week.week) - 1)};
}

sys_days weekday_on_or_before(sys_days day, unsigned wanted) { return day - days{(weekday_of(day) + 7 - wanted) % 7}; }

sys_days weekday_on_or_after(sys_days day, unsigned wanted) { return day + days{(wanted + 7 - weekday_of(day)) % 7}; }

DayInterval season_of(int y, Season season) {
  switch (season) {
    case Season::spring:
      return months_from(y, 3, 3);
    case Season::summer:
      return months_from(y, 6, 3);
    case Season::fall:
      return months_from(y, 9, 3);
    case Season::winter:
      break;
  }
  return months_from(y, 12, 3);
}

}  // namespace annals
