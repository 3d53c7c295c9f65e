// Festivals and public days: a rule, and the days that it gives in a year.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "time/calendar.h"

namespace annals {

// Easter by the algorithm of Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, 1991, chapter 8); Orthodox
// Easter by Meeus's Julian algorithm, moved to the Gregorian calendar. Years 1583 to 4099.
sys_days easter_of(int year);
sys_days orthodox_easter_of(int year);

// A day of the tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each
// 30-year cycle; Reingold & Dershowitz, Calendrical Calculations, chapter 7). Where the month begins by sighting of
// the moon, the festival can fall a day or two to either side.
sys_days islamic_day(int year, unsigned month, unsigned day);
int islamic_year_of(sys_days day);

// How a festival moves, as lexicon/times.tsv writes it:
//   fixed:12-25            the same day each year
//   easter:-2              days from Easter; orthodox:0 from Orthodox Easter
//   nth:11-4-4             the 4th Thursday (4) of November; nth:5-1-last the last Monday of May
//   nth:11-2-1+1           as before, moved by days: the Tuesday after the first Monday
//   islamic:10-1           a day of the Islamic calendar; islamic:9 the whole month
// and, after a slash, how many days it lasts: islamic:12-10/4.
struct FestivalRule {
  enum class Kind : std::uint8_t { fixed, easter, orthodox, nth, islamic };
  static constexpr int kLast = -1;  // for nth: the last one of the month

  Kind kind = Kind::fixed;
  int month = 0, day = 0;  // for islamic, day 0 is the whole month
  int weekday = 0, nth = 0;
  int offset = 0;
  int length = 1;
};

// Nothing where the text is no rule.
std::optional<FestivalRule> parse_festival_rule(std::string_view text);

// The festival's days in a civil year. An Islamic festival that falls in it twice is given by its first, and one that
// begins in the year before counts for that year; 1 year in 33 has none.
std::optional<DayInterval> festival_in(int year, const FestivalRule& rule);

}  // namespace annals
