// Writes TIMEX3 values (ISO 24617-1; TimeML 1.2.1 annotation guidelines, section 2.2).
#pragma once
#include <string>
#include <string_view>

#include "time/phrase.h"

namespace annals {

// The value of the calendar unit that begins at `first`: 2023-11-07, 2023-W45, 2023-W45-WE, 2023-11, 2023-Q4,
// 2023-H2, 2023, 202X, 20.
std::string unit_value(sys_days first, Unit unit);

// What is left of it where the year, month, week or day is not known: XXXX-XX-XX, XXXX-WXX, XXXX-XX, XXXX.
std::string unknown_unit_value(Unit unit);

// What the fields say by themselves, without an anchor: XXXX-11-07, XXXX-WXX-2, XXXX-Q3, XXXX-SP.
std::string unanchored_value(const CalendarFields& date);

// P2W, PT5H30M, PXY. A half is written in the next smaller unit where that is exact, and as .5 where it is not.
std::string duration_value(Amount amount, Unit unit, Amount rest = {}, Unit rest_unit = Unit::none);

// "T10:35".
std::string clock_value(int minute_of_day);

std::string season_value(int year, std::string_view season);

}  // namespace annals
