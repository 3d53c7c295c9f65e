// The days that a date names in a given year, and the year that is meant where it names none.
#pragma once
#include <optional>

#include "time/phrase.h"
#include "time/tense.h"

namespace annals {

// Days at the precision at which they were given.
struct PlacedTime {
  DayInterval days;
  Unit unit = Unit::day;
};

// Nothing for a day that the month does not have, and for a festival that the year does not have.
std::optional<PlacedTime> named_in(const CalendarFields& date, int year);

// Whether the date names something that comes once a year.
bool names_part_of_year(const CalendarFields& date);

// The year, within one of today's, in which what the date names lies nearest in the direction of the step ("last",
// "next"), or else of the tense.
std::optional<int> nearest_year(const CalendarFields& date, sys_days today, std::optional<Step> step, Tense tense);

}  // namespace annals
