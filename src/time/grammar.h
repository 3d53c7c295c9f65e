// The grammar of time expressions. Each function reads the expression of one kind that begins at token i, as long as
// it can be, or finds nothing. What the words mean stays open until the resolver anchors it.
#pragma once
#include <cstdint>
#include <optional>

#include "time/phrase.h"
#include "time/time_words.h"

namespace annals {

using Parsed = std::optional<Phrase>;

// The longest expression that begins at token i.
Parsed time_expression_at(const TimeWords& words, std::uint32_t i);

// grammar_dates.cpp: days and months.
Parsed date_at(const TimeWords& words, std::uint32_t i);          // any of the following
Parsed numeric_date_at(const TimeWords& words, std::uint32_t i);  // 2023-11-07, 11/7/2023
Parsed month_date_at(const TimeWords& words, std::uint32_t i);    // Nov. 7, 2023; November 2023; November
Parsed day_month_at(const TimeWords& words, std::uint32_t i);     // 7 November 2023; the 7th of November
Parsed weekday_at(const TimeWords& words, std::uint32_t i);       // Tuesday; Tuesday, Nov. 7
Parsed festival_at(const TimeWords& words, std::uint32_t i);      // Christmas 2001; Ramadan
Parsed week_of_at(const TimeWords& words, std::uint32_t i);       // the week of March 6
// The end of a range whose first half is `first`: "7" in "Nov. 3-7", "98" in "1996-98".
Parsed range_end_at(const TimeWords& words, std::uint32_t i, const Phrase& first);

// grammar_periods.cpp: years and their parts, decades, centuries.
Parsed period_at(const TimeWords& words, std::uint32_t i);  // any of the following
Parsed year_at(const TimeWords& words, std::uint32_t i);    // 1998; fiscal 1988; the year 2000; nineteen ninety-four
Parsed decade_at(const TimeWords& words, std::uint32_t i);  // the 1990s; the sixties
Parsed century_at(const TimeWords& words, std::uint32_t i);
Parsed quarter_at(const TimeWords& words, std::uint32_t i);  // the third quarter of 1989; first-half; Q3
Parsed season_at(const TimeWords& words, std::uint32_t i);
Parsed bounded_at(const TimeWords& words, std::uint32_t i);  // early 2019; mid-March; the end of the year

// grammar_relative.cpp: what is counted from the day of publication or from the time last spoken of.
Parsed relative_at(const TimeWords& words, std::uint32_t i);   // any of the following
Parsed deictic_at(const TimeWords& words, std::uint32_t i);    // today; tonight
Parsed position_at(const TimeWords& words, std::uint32_t i);   // last week; next Friday; the past three months
Parsed bare_unit_at(const TimeWords& words, std::uint32_t i);  // the year; the weekend
Parsed year_back_at(const TimeWords& words, std::uint32_t i);  // the year-ago quarter
Parsed reference_at(const TimeWords& words, std::uint32_t i);  // now; recently; the future

// grammar_amounts.cpp: durations, and steps of so many units.
Parsed amount_phrase_at(const TimeWords& words, std::uint32_t i);  // two weeks; two-day; three years ago

// grammar_sets.cpp
Parsed set_at(const TimeWords& words, std::uint32_t i);  // every Friday; twice a week; daily

// grammar_clock.cpp
Parsed clock_at(const TimeWords& words, std::uint32_t i);     // 9 a.m. EDT Tuesday; noon; 1430 GMT
Parsed day_part_at(const TimeWords& words, std::uint32_t i);  // Monday night; yesterday at noon; this morning

// Helpers that the files share.
struct AmountHit {
  Amount amount;
  std::uint32_t end;
  bool article;  // only "a" or "an"
  int row;
};
// numbers.cpp: an amount in words or figures.
std::optional<AmountHit> amount_at(const TimeWords& words, std::uint32_t i);
// A whole number in words or figures, and the token after it.
struct NumberHit {
  int value;
  std::uint32_t end;
};
std::optional<NumberHit> number_at(const TimeWords& words, std::uint32_t i);
std::optional<NumberHit> ordinal_at(const TimeWords& words, std::uint32_t i);      // third; 3rd
std::optional<NumberHit> year_number_at(const TimeWords& words, std::uint32_t i);  // 1998; '98; nineteen ninety-four

// A unit, one or many, and whether the word is a plural.
struct UnitHit {
  Unit unit;
  int times;
  bool plural;
  std::uint32_t end;
  int row;
};
std::optional<UnitHit> unit_at(const TimeWords& words, std::uint32_t i, bool dated = false);

// Past a hyphen or a dash at token i, if there is one.
std::uint32_t skip_hyphen(const TimeWords& words, std::uint32_t i);

inline Phrase phrase(std::uint32_t begin, std::uint32_t end, Phrase::Form form, std::string_view rule, int row) {
  Phrase p;
  p.words = {begin, end};
  p.form = form;
  p.rule = rule;
  p.row = row;
  return p;
}

}  // namespace annals
