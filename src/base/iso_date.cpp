// Reading and writing of ISO 8601 days.
#include "base/iso_date.h"

namespace annals {
namespace {

// Takes parts off the front of a text; once a part is not there, `ok` stays false.
struct Scanner {
  std::string_view rest;
  bool ok = true;

  bool at(char c) const { return !rest.empty() && rest.front() == c; }
  bool at_digit() const { return !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; }

  int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; ++i) {
      if (!at_digit()) {
        ok = false;
        return 0;
      }
      value = value * 10 + (rest.front() - '0');
      rest.remove_prefix(1);
    }
    return value;
  }
  void expect(char c) { ok = take(c) && ok; }
  bool take(char c) {
    if (!at(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  void within(int value, int most) { ok = ok && value <= most; }
};

void scan_zone(Scanner& in) {
  if (in.take('Z') || in.take('z') || in.rest.empty()) return;
  if (!in.take('+')) in.expect('-');
  in.within(in.number(2), 23);
  in.take(':');
  in.within(in.number(2), 59);
}

void scan_time(Scanner& in) {
  in.within(in.number(2), 24);
  in.expect(':');
  in.within(in.number(2), 59);
  if (in.take(':')) {
    in.within(in.number(2), 60);  // 60 is a leap second
    if (in.take('.')) {
      in.ok = in.ok && in.at_digit();
      while (in.at_digit()) in.rest.remove_prefix(1);
    }
  }
  in.take(' ');
  scan_zone(in);
}

}  // namespace

std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text) {
  Scanner in{text};
  const int year = in.number(4);
  in.expect('-');
  const int month = in.number(2);
  in.expect('-');
  const int day = in.number(2);
  if (in.ok && !in.rest.empty()) {
    if (!in.take('T') && !in.take('t')) in.expect(' ');
    scan_time(in);
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!in.ok || !in.rest.empty() || !date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

void append_iso_date(std::string& out, std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  const auto digits = [&](unsigned value, unsigned scale) {
    for (; scale > 0; scale /= 10) out.push_back(static_cast<char>('0' + value / scale % 10));
  };
  digits(static_cast<unsigned>(static_cast<int>(date.year())), 1000);
  out.push_back('-');
  digits(static_cast<unsigned>(date.month()), 10);
  out.push_back('-');
  digits(static_cast<unsigned>(date.day()), 10);
}

std::string iso_date(std::chrono::sys_days day) {
  std::string text;
  append_iso_date(text, day);
  return text;
}

}  // namespace annals
