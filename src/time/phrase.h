// What a time expression says by itself, before it is anchored to a day.
#pragma once
#include <optional>
#include <string_view>

#include "base/span.h"
#include "time/festivals.h"
#include "time/time_lexicon.h"
#include "time/timex.h"

namespace annals {

// How many of a unit. "two and a half": whole 2, half. "several": vague.
struct Amount {
  int whole = 0;
  bool half = false;
  bool vague = false;
};

// A step from the day of publication or from the time last spoken of: "last" -1, "this" 0, "following" +1.
struct Step {
  int by = 0;
  Origin origin = Origin::now;
};

// The parts of a calendar date that the words give; what they do not give is 0.
struct CalendarFields {
  std::optional<int> year;        // the first year, where `year_unit` is a decade or a century
  Unit year_unit = Unit::year;    // year, decade, century
  std::optional<Step> year_step;  // "the first quarter of last year"
  int month = 0, day = 0;
  int weekday = 0;
  int quarter = 0, half = 0;
  std::string_view season;  // SP, SU, FA, WI
  const FestivalRule* festival = nullptr;
  bool week_of = false;  // "the week of 6 March"
};

struct Phrase {
  enum class Form {
    calendar,   // `date`, and `step` where it says "last" or "next"
    step,       // `unit`, moved by `step`: "last week", "yesterday"
    shifted,    // `amount` of `unit`, in the direction of `step`: "two weeks ago"
    year_back,  // what was last spoken of, a year earlier: "the year-ago quarter"
    reference,  // `code`: PRESENT_REF, ...
    duration,   // `amount` of `unit`, and `rest` of `rest_unit`; with `step`, up to or from its origin
    set,        // every `amount` of `unit`, or every `date`
  };

  TokenSpan words;
  Form form = Form::calendar;
  std::string_view rule;
  int row = 0;
  std::string_view mod;

  CalendarFields date;
  std::optional<Step> step;
  Amount amount, rest;
  Unit unit = Unit::none, rest_unit = Unit::none;
  std::string_view code;
  std::optional<int> minute;   // of the day, for times of the clock
  std::string_view part;       // MO, AF, EV, NI: the part of the day
  bool beside_origin = false;  // "earlier this month": up to the day that it is counted from, or from it on
  bool bare = false;           // "the year", "the quarter", "9 a.m.": says nothing of which one
};

}  // namespace annals
