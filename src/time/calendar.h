// Arithmetic on the civil calendar: units, the intervals that they span, and steps between them.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

namespace annals {

using std::chrono::sys_days;

enum class Unit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  month,
  quarter,
  half,
  year,
  decade,
  century
};

// Calendar days, both inclusive.
struct DayInterval {
  sys_days first, last;
  bool operator==(const DayInterval&) const = default;
};

// An ISO 8601 week. Its year can differ from that of its days: 2021-01-01 lies in week 53 of 2020.
struct IsoWeek {
  int year;
  unsigned week;
  bool operator==(const IsoWeek&) const = default;
};

sys_days day_of(int year, unsigned month, unsigned day);
int year_of(sys_days day);
unsigned month_of(sys_days day);      // 1 to 12
unsigned day_of_month(sys_days day);  // 1 to 31
unsigned weekday_of(sys_days day);    // ISO: Monday is 1, Sunday is 7

// The calendar unit around `day`: its week, month, quarter, half, year, decade or century; the day itself for a unit
// no longer than a day. A weekend is the Saturday and Sunday of the day's ISO week.
DayInterval unit_around(sys_days day, Unit unit);

// `day` moved by whole units. Months and longer keep the day of the month where there is one, and else end at the
// month's last day. Units shorter than a day do not move it. The result stays within the years 1 to 9999.
sys_days add_units(sys_days day, int count, Unit unit);

IsoWeek iso_week_of(sys_days day);
sys_days first_day_of(IsoWeek week);  // its Monday

// Nearest day with this weekday: on or before `day`, and on or after it.
sys_days weekday_on_or_before(sys_days day, unsigned weekday);
sys_days weekday_on_or_after(sys_days day, unsigned weekday);

// Meteorological seasons of the northern hemisphere, as TIMEX3 values name them. A winter bears the year in which it
// begins ("the winter of 1994" starts in December 1994).
enum class Season : std::uint8_t { spring, summer, fall, winter };
DayInterval season_of(int year, Season season);

}  // namespace annals
