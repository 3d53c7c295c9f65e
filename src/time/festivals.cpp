// Festivals and public days: a rule, and the days that it gives in a year.
#include "time/festivals.h"

#include <charconv>

namespace annals {
namespace {

using std::chrono::days;

// 1 Muharram 1 in the civil reckoning: Friday, 16 July 622 of the Julian calendar, 19 July of the Gregorian one.
sys_days islamic_epoch() { return day_of(622, 7, 19); }

std::optional<int> take_number(std::string_view& text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_number_into(std::string_view& text, int& value) {
  const auto number = take_number(text);
  if (number) value = *number;
  return number.has_value();
}

bool parse_month_day(std::string_view& text, FestivalRule& rule) {
  return take_number_into(text, rule.month) && (!take(text, "-") || take_number_into(text, rule.day));
}

bool parse_nth(std::string_view& text, FestivalRule& rule) {
  if (!take_number_into(text, rule.month) || !take(text, "-") || !take_number_into(text, rule.weekday) ||
      !take(text, "-")) {
    return false;
  }
  if (take(text, "last")) {
    rule.nth = FestivalRule::kLast;
  } else if (!take_number_into(text, rule.nth)) {
    return false;
  }
  return !text.starts_with('+') || take_number_into(text, rule.offset);
}

bool parse_kind(std::string_view& text, FestivalRule& rule) {
  using Kind = FestivalRule::Kind;
  if (take(text, "fixed:")) return rule.kind = Kind::fixed, parse_month_day(text, rule) && rule.day > 0;
  if (take(text, "easter:")) return rule.kind = Kind::easter, take_number_into(text, rule.offset);
  if (take(text, "orthodox:")) return rule.kind = Kind::orthodox, take_number_into(text, rule.offset);
  if (take(text, "nth:")) return rule.kind = Kind::nth, parse_nth(text, rule);
  if (take(text, "islamic:")) return rule.kind = Kind::islamic, parse_month_day(text, rule);
  return false;
}

bool in_range(const FestivalRule& rule) {
  if (rule.length < 1 || rule.length > 366 || rule.offset < -366 || rule.offset > 366) return false;
  const bool has_month = rule.kind == FestivalRule::Kind::fixed || rule.kind == FestivalRule::Kind::islamic ||
                         rule.kind == FestivalRule::Kind::nth;
  if (has_month && (rule.month < 1 || rule.month > 12 || rule.day < 0 || rule.day > 31)) return false;
  if (rule.kind == FestivalRule::Kind::nth) {
    return rule.weekday >= 1 && rule.weekday <= 7 && rule.nth >= FestivalRule::kLast && rule.nth != 0 && rule.nth <= 5;
  }
  return true;
}

sys_days nth_weekday(int year, const FestivalRule& rule) {
  const DayInterval month = unit_around(day_of(year, static_cast<unsigned>(rule.month), 1), Unit::month);
  const auto weekday = static_cast<unsigned>(rule.weekday);
  if (rule.nth == FestivalRule::kLast) return weekday_on_or_before(month.last, weekday);
  return weekday_on_or_after(month.first, weekday) + days{7 * (rule.nth - 1)};
}

std::optional<DayInterval> islamic_festival(int year, const FestivalRule& rule) {
  const auto month = static_cast<unsigned>(rule.month);
  for (int y = islamic_year_of(day_of(year, 1, 1)), end = y + 2; y < end; ++y) {
    const sys_days first = islamic_day(y, month, rule.day == 0 ? 1 : static_cast<unsigned>(rule.day));
    if (year_of(first) != year) continue;
    if (rule.day != 0) return DayInterval{first, first + days{rule.length - 1}};
    const sys_days next = month == 12 ? islamic_day(y + 1, 1, 1) : islamic_day(y, month + 1, 1);
    return DayInterval{first, next - days{1}};
  }
  return std::nullopt;
}

}  // namespace

sys_days easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

sys_days orthodox_easter_of(int year) {
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30;
  const int e = (2 * a + 4 * b - d + 34) % 7;
  const int n = d + e + 114;
  const int julian_lag = year / 100 - year / 400 - 2;  // days between the calendars after February of the year
  return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1)) + days{julian_lag};
}

sys_days islamic_day(int year, unsigned month, unsigned day) {
  const int m = static_cast<int>(month);
  const int before = (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (m - 1) + m / 2;
  return islamic_epoch() + days{before + static_cast<int>(day) - 1};
}

int islamic_year_of(sys_days day) {
  const auto since = (day - islamic_epoch()).count();
  return static_cast<int>((30 * since + 10646) / 10631);  // 10631 days in 30 years
}

std::optional<FestivalRule> parse_festival_rule(std::string_view text) {
  FestivalRule rule;
  if (!parse_kind(text, rule)) return std::nullopt;
  if (take(text, "/") && !take_number_into(text, rule.length)) return std::nullopt;
  if (!text.empty() || !in_range(rule)) return std::nullopt;
  return rule;
}

std::optional<DayInterval> festival_in(int year, const FestivalRule& rule) {
  const auto lasting = [&rule](sys_days first) { return DayInterval{first, first + days{rule.length - 1}}; };
  switch (rule.kind) {
    case FestivalRule::Kind::fixed:
      return lasting(day_of(year, static_cast<unsigned>(rule.month), static_cast<unsigned>(rule.day)));
    case FestivalRule::Kind::easter:
      return lasting(easter_of(year) + days{rule.offset});
    case FestivalRule::Kind::orthodox:
      return lasting(orthodox_easter_of(year) + days{rule.offset});
    case FestivalRule::Kind::nth:
      return lasting(nth_weekday(year, rule) + days{rule.offset});
    case FestivalRule::Kind::islamic:
      break;
  }
  return islamic_festival(year, rule);
}

}  // namespace annals
