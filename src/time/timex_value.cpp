// Writes TIMEX3 values.
#include "time/timex_value.h"

#include <fmt/format.h>

namespace annals {
namespace {

bool is_clock_unit(Unit unit) { return unit == Unit::second || unit == Unit::minute || unit == Unit::hour; }

// The letter of a unit and how many of it there are: a decade is 10Y.
struct Letter {
  char letter;
  int times;
};

Letter letter_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {'S', 1};
    case Unit::minute:
      return {'M', 1};
    case Unit::hour:
      return {'H', 1};
    case Unit::week:
      return {'W', 1};
    case Unit::month:
      return {'M', 1};
    case Unit::quarter:
      return {'Q', 1};
    case Unit::half:
      return {'M', 6};
    case Unit::year:
      return {'Y', 1};
    case Unit::decade:
      return {'Y', 10};
    case Unit::century:
      return {'Y', 100};
    default:
      return {'D', 1};
  }
}

// Half a unit in the next smaller one: 30M for half an hour.
std::string half_of(Unit unit) {
  switch (unit) {
    case Unit::minute:
      return "30S";
    case Unit::hour:
      return "30M";
    case Unit::year:
      return "6M";
    case Unit::decade:
      return "5Y";
    case Unit::century:
      return "50Y";
    default:
      return "";
  }
}

std::string part_value(Amount amount, Unit unit) {
  const Letter letter = letter_of(unit);
  if (amount.vague) return fmt::format("X{}", unit == Unit::century ? 'C' : letter.letter);
  if (!amount.half) return fmt::format("{}{}", amount.whole * letter.times, letter.letter);
  if (unit == Unit::decade || unit == Unit::century) {
    return fmt::format("{}{}", amount.whole * letter.times + letter.times / 2, letter.letter);
  }
  const std::string half = half_of(unit);
  if (half.empty()) return fmt::format("{}.5{}", amount.whole, letter.letter);
  if (amount.whole == 0) return half;
  return fmt::format("{}{}{}", amount.whole, letter.letter, half);
}

}  // namespace

std::string unit_value(sys_days first, Unit unit) {
  const int year = year_of(first);
  const unsigned month = month_of(first);
  switch (unit) {
    case Unit::week:
    case Unit::weekend: {
      const IsoWeek week = iso_week_of(first);
      return fmt::format("{:04}-W{:02}{}", week.year, week.week, unit == Unit::weekend ? "-WE" : "");
    }
    case Unit::month:
      return fmt::format("{:04}-{:02}", year, month);
    case Unit::quarter:
      return fmt::format("{:04}-Q{}", year, (month + 2) / 3);
    case Unit::half:
      return fmt::format("{:04}-H{}", year, (month + 5) / 6);
    case Unit::year:
      return fmt::format("{:04}", year);
    case Unit::decade:
      return fmt::format("{:03}X", year / 10);
    case Unit::century:
      return fmt::format("{:02}XX", year / 100);
    default:
      return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month(first));
  }
}

std::string unknown_unit_value(Unit unit) {
  switch (unit) {
    case Unit::week:
      return "XXXX-WXX";
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::half:
      return "XXXX-HX";
    case Unit::year:
      return "XXXX";
    case Unit::decade:
      return "XXXX";
    case Unit::century:
      return "XXXX";
    default:
      return "XXXX-XX-XX";
  }
}

std::string unanchored_value(const CalendarFields& date) {
  if (date.week_of) return unknown_unit_value(Unit::week);
  if (date.month > 0 && date.day > 0) return fmt::format("XXXX-{:02}-{:02}", date.month, date.day);
  if (date.month > 0) return fmt::format("XXXX-{:02}", date.month);
  if (date.weekday > 0) return fmt::format("XXXX-WXX-{}", date.weekday);
  if (date.quarter > 0) return fmt::format("XXXX-Q{}", date.quarter);
  if (date.half > 0) return fmt::format("XXXX-H{}", date.half);
  if (!date.season.empty()) return fmt::format("XXXX-{}", date.season);
  if (date.festival && date.festival->kind == FestivalRule::Kind::fixed) {
    return fmt::format("XXXX-{:02}-{:02}", date.festival->month, date.festival->day);
  }
  return date.festival ? "XXXX-XX-XX" : "XXXX";
}

std::string duration_value(Amount amount, Unit unit, Amount rest, Unit rest_unit) {
  std::string value = is_clock_unit(unit) ? "PT" : "P";
  value += part_value(amount, unit);
  if (rest_unit == Unit::none) return value;
  if (is_clock_unit(rest_unit) && !is_clock_unit(unit)) value += 'T';
  return value + part_value(rest, rest_unit);
}

std::string clock_value(int minute_of_day) {
  return fmt::format("T{:02}:{:02}", minute_of_day / 60, minute_of_day % 60);
}

std::string season_value(int year, std::string_view season) { return fmt::format("{:04}-{}", year, season); }

}  // namespace annals
