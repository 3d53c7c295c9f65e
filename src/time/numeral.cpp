// Numbers written in figures, read from the shape of one token.
#include "time/numeral.h"

namespace annals {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to nine figures off the front; how many is the result.
std::uint8_t take_digits(std::string_view& rest, int& value) {
  std::uint8_t digits = 0;
  value = 0;
  while (digits < 9 && !rest.empty() && is_digit(rest.front())) {
    value = value * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
    ++digits;
  }
  return digits;
}

bool take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

bool take_meridiem(std::string_view& rest, Numeral& number) {
  if (rest == "am" || rest == "a.m." || rest == "a.m") {
    number.meridiem = 0;
  } else if (rest == "pm" || rest == "p.m." || rest == "p.m") {
    number.meridiem = 12;
  } else {
    return false;
  }
  rest = {};
  return true;
}

// After "1" of "1,500,000".
bool read_thousands(std::string_view rest, Numeral& number) {
  while (take(rest, ",")) {
    int group = 0;
    std::string_view figures = rest.substr(0, 3);
    if (take_digits(figures, group) != 3) return false;
    rest.remove_prefix(3);
    if (number.a > 1'000'000) return false;
    number.a = number.a * 1000 + group;
  }
  number.digits = 0;
  return rest.empty();
}

// After "10" of "10:35", "10:35:20" or "7.30pm".
bool read_clock(std::string_view rest, Numeral& number) {
  const bool colon = take(rest, ":");
  if (!colon && !take(rest, ".")) return false;
  if (take_digits(rest, number.b) != 2 || number.b > 59 || number.a > 24) return false;
  int seconds = 0;
  if (colon && take(rest, ":") && take_digits(rest, seconds) != 2) return false;
  if (rest.empty()) return colon;
  return take_meridiem(rest, number);
}

bool read_parts(std::string_view rest, Numeral& number, std::string_view separator) {
  if (!take(rest, separator) || take_digits(rest, number.b) == 0) return false;
  if (rest.empty()) return true;
  return take(rest, separator) && take_digits(rest, number.c) > 0 && rest.empty();
}

Numeral::Kind kind_after_digits(std::string_view rest, Numeral& number) {
  using Kind = Numeral::Kind;
  if (rest.empty()) return Kind::plain;
  if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") return Kind::ordinal;
  if (rest == "s" || rest == "'s") return Kind::decade;
  switch (rest.front()) {
    case ',':
      return read_thousands(rest, number) ? Kind::plain : Kind::none;
    case ':':
    case '.':
      return read_clock(rest, number) ? Kind::clock : Kind::none;
    case '/':
      return read_parts(rest, number, "/") ? Kind::slashed : Kind::none;
    case '-':
      return read_parts(rest, number, "-") && number.c >= 0 ? Kind::hyphened : Kind::none;
    default:
      break;
  }
  return number.a <= 12 && take_meridiem(rest, number) ? Kind::clock : Kind::none;
}

}  // namespace

Numeral numeral_of(std::string_view lower) {
  Numeral number;
  number.mid = take(lower, "mid-");
  number.apostrophe = take(lower, "'") || take(lower, "\u2019") || take(lower, "\u2018");
  if (lower.size() == 2 && (lower[0] == 'q' || lower[0] == 'h') && is_digit(lower[1])) {
    number.a = lower[1] - '0';
    const bool quarter = lower[0] == 'q';
    if (number.a >= 1 && number.a <= (quarter ? 4 : 2)) {
      number.kind = quarter ? Numeral::Kind::quarter : Numeral::Kind::half;
    }
    return number;
  }
  number.digits = take_digits(lower, number.a);
  if (number.digits > 0) number.kind = kind_after_digits(lower, number);
  return number;
}

}  // namespace annals
