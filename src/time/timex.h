// A time expression and the days that it stands for.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "time/calendar.h"

namespace annals {

// TIMEX3 types (ISO 24617-1, ISO-TimeML).
enum class TimexType : std::uint8_t { date, time, duration, set };

constexpr std::string_view name_of(TimexType type) {
  switch (type) {
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
    case TimexType::date:
      break;
  }
  return "DATE";
}

// "last month" in a story of 2023-11-07: DATE, value "2023-10", first 2023-10-01, last 2023-10-31.
struct Timex {
  TokenSpan words;
  ByteSpan bytes;  // in the story's text
  TimexType type = TimexType::date;
  std::string value;
  std::string mod;                      // START, END, MID, APPROX, MORE_THAN, ...; empty where there is none
  std::optional<sys_days> first, last;  // both inclusive; empty where no days are known: sets, "now" of no date
  std::string_view rule;                // the construction that was recognised, for `why`; static
  int lexicon_row = 0;                  // the row of the lexicon that named it (TimeLexicon::where), or 0 for figures
};

}  // namespace annals
