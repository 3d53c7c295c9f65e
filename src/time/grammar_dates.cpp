// The grammar of days and months: figures, names of months and weekdays, festivals.
#include <algorithm>

#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

struct DayHit {
  int day;
  std::uint32_t end;
};

// 7, 7th, seventh, after "the" or not.
std::optional<DayHit> day_at(const TimeWords& words, std::uint32_t i) {
  if (words.is(i, "the")) ++i;
  const Numeral& numeral = words.numeral(i);
  if (numeral.plain_between(1, 31) && numeral.digits <= 2) return DayHit{numeral.a, i + 1};
  if (const auto ordinal = ordinal_at(words, i); ordinal && ordinal->value >= 1 && ordinal->value <= 31) {
    return DayHit{ordinal->value, ordinal->end};
  }
  return std::nullopt;
}

// A number that counts something is no day: "in March 30 people", "in May 5 percent".
bool counts_something(const TimeWords& words, std::uint32_t after) {
  if (words.is_any(after, {"%", "percent", "-"}) || words.find(after, TimeClass::scale) ||
      words.find(after, TimeClass::meridiem)) {
    return true;
  }
  const Token& number = words.annotation().tokens[after - 1];
  if (words.numeral(after - 1).is(Numeral::Kind::ordinal)) return false;
  return words.tag(after) == Tag::NNS && number.head == after && number.entity != EntityType::DATE;
}

// "March" can be a demonstration and "May" or "August" a name: "the March for Life".
bool is_other_noun(const TimeWords& words, std::uint32_t i, const TimeEntry& month) {
  if (month.needs != TimeNeeds::capital || !words.is_any(i + 1, {"for", "of", "against", "on"})) return false;
  return i > 0 && words.tag(i - 1) != Tag::IN;
}

struct YearHit {
  int year;
  std::uint32_t end;
};

// A year after a date: ", 1998", "1998", "of 1998", "'98".
std::optional<YearHit> year_after(const TimeWords& words, std::uint32_t i) {
  if (words.is_any(i, {",", "of", "in"})) {
    const auto year = year_number_at(words, i + 1);
    // A number of its own can follow a comma or "in"; a year has four figures.
    if (year && words.numeral(i + 1).digits == 4) return YearHit{year->value, year->end};
    if (year && words.is(i, "of")) return YearHit{year->value, year->end};
    return std::nullopt;
  }
  if (const auto year = year_number_at(words, i)) return YearHit{year->value, year->end};
  return std::nullopt;
}

bool is_range_word(const TimeWords& words, std::uint32_t i) {
  return words.is_any(i, {"-", "–", "—", "to", "through", "until", "till"});
}
bool joins_days(const TimeWords& words, std::uint32_t i) {
  return is_range_word(words, i) || words.is_any(i, {"and", "or", ",", "&"});
}

void take_year(const TimeWords& words, Phrase& date) {
  const auto year = year_after(words, date.words.end);
  if (!year) return;
  date.date.year = year->year;
  date.words.end = year->end;
}

// The year that the last day of "Nov. 3-7, 1998" bears counts for the first.
std::optional<int> year_after_range(const TimeWords& words, std::uint32_t i) {
  if (!joins_days(words, i)) return std::nullopt;
  const auto day = day_at(words, i + 1);
  if (!day) return std::nullopt;
  const auto year = year_after(words, day->end);
  return year ? std::optional(year->year) : std::nullopt;
}

int four_figures(int year, int digits) {
  if (digits > 2) return year;
  return year + (year < 50 ? 2000 : 1900);
}

void set_day(CalendarFields& date, int year, int month, int day) {
  date.year = year;
  date.month = month;
  date.day = day;
}

Parsed from_three_numbers(int a, int b, int c, int digits_of_a, std::uint32_t begin, std::uint32_t end) {
  Phrase p = phrase(begin, end, Form::calendar, "date in figures", 0);
  if (digits_of_a == 4) {
    set_day(p.date, a, b, c);
  } else {
    // English newswire is mostly American: month first, unless it can be no month.
    const bool day_first = a > 12;
    set_day(p.date, four_figures(c, c > 99 ? 4 : 2), day_first ? b : a, day_first ? a : b);
  }
  const bool ok = p.date.month >= 1 && p.date.month <= 12 && p.date.day >= 1 && p.date.day <= 31 &&
                  *p.date.year >= 1000 && *p.date.year < 2200;
  return ok ? Parsed{p} : std::nullopt;
}

Parsed dated_weekday_at(const TimeWords& words, std::uint32_t i) {
  const Hit weekday = words.find(i, TimeClass::weekday, true);
  if (!weekday) return std::nullopt;
  std::uint32_t next = weekday.end;
  if (words.is(next, ".")) ++next;
  if (words.is(next, ",")) ++next;
  Parsed date = month_date_at(words, next);
  if (!date || date->date.day == 0) date = day_month_at(words, words.is(next, "the") ? next + 1 : next);
  if (!date || date->date.day == 0) return std::nullopt;
  date->words.begin = i;
  date->date.weekday = weekday->number;
  return date;
}

}  // namespace

Parsed date_at(const TimeWords& words, std::uint32_t i) {
  for (auto* read : {numeric_date_at, day_month_at, month_date_at, weekday_at, festival_at, week_of_at}) {
    if (Parsed date = read(words, i)) return date;
  }
  return std::nullopt;
}

Parsed numeric_date_at(const TimeWords& words, std::uint32_t i) {
  using Kind = Numeral::Kind;
  const Numeral& n = words.numeral(i);
  if ((n.is(Kind::slashed) || n.is(Kind::hyphened)) && n.c >= 0) {
    return from_three_numbers(n.a, n.b, n.c, n.digits, i, i + 1);
  }
  if (n.is(Kind::plain) && words.is(i + 1, "-") && words.is(i + 3, "-") && words.joined(i + 4)) {
    const Numeral &b = words.numeral(i + 2), &c = words.numeral(i + 4);
    const bool figures = b.is(Kind::plain) && c.is(Kind::plain) && b.digits == 2 && (c.digits == 2 || c.digits == 4);
    if (figures && n.digits + c.digits >= 6 - (n.digits == 2 && c.digits == 2 ? 2 : 0) && !words.joined(i)) {
      return from_three_numbers(n.a, b.a, c.a, n.digits, i, i + 5);
    }
  }
  if (const Hit date = words.find(i, TimeClass::date)) {
    const std::string_view value = date->value;  // "2001-09-11", checked when the table was read
    const Numeral parts = numeral_of(value);
    Phrase p = phrase(i, date.end, Form::calendar, "named day", date->row);
    set_day(p.date, parts.a, parts.b, parts.c);
    return p;
  }
  return std::nullopt;
}

Parsed month_date_at(const TimeWords& words, std::uint32_t i) {
  const Hit month = words.find(i, TimeClass::month, true);
  if (!month) return std::nullopt;
  Phrase p = phrase(i, month.end, Form::calendar, "month", month->row);
  p.date.month = month->number;
  if (const auto day = day_at(words, month.end); day && !words.is(month.end, "the") && day->day <= 31) {
    const bool range = words.is(day->end, "-") && day_at(words, day->end + 1);
    if (range || !counts_something(words, day->end)) {
      p.date.day = day->day;
      p.words.end = day->end;
      p.rule = "month and day";
      if (const auto year = year_after_range(words, p.words.end)) {
        p.date.year = *year;
        return p;
      }
      if (!words.is_any(p.words.end, {"of", "in"})) take_year(words, p);
      return p;
    }
  }
  take_year(words, p);
  if (p.date.year) {
    p.rule = "month and year";
    return p;
  }
  return month->needs == TimeNeeds::dated || is_other_noun(words, i, *month) ? std::nullopt : Parsed{p};
}

Parsed day_month_at(const TimeWords& words, std::uint32_t i) {
  const auto day = day_at(words, i);
  if (!day) return std::nullopt;
  std::uint32_t next = day->end;
  if (words.is(next, "of")) ++next;
  const bool plain = words.numeral(i).is(Numeral::Kind::plain);
  const Hit month = plain && next != day->end ? Hit{} : words.find(next, TimeClass::month, true);
  if (month) {
    Phrase p = phrase(i, month.end, Form::calendar, "day and month", month->row);
    p.date.month = month->number;
    p.date.day = day->day;
    if (!words.is_any(p.words.end, {"of", "in"})) take_year(words, p);
    return p;
  }
  // "3 to 7 November": the first day takes the month of the last.
  if (!joins_days(words, next)) return std::nullopt;
  const Parsed last = day_month_at(words, next + 1);
  if (!last) return std::nullopt;
  Phrase p = phrase(i, next, Form::calendar, "day of a range", last->row);
  p.date = last->date;
  p.date.day = day->day;
  return p;
}

Parsed weekday_at(const TimeWords& words, std::uint32_t i) {
  if (Parsed dated = dated_weekday_at(words, i)) return dated;
  const Hit weekday = words.find(i, TimeClass::weekday);
  if (!weekday) return std::nullopt;
  Phrase p = phrase(i, weekday.end, Form::calendar, "weekday", weekday->row);
  p.date.weekday = weekday->number;
  return p;
}

Parsed festival_at(const TimeWords& words, std::uint32_t i) {
  const Hit festival = words.find(i, TimeClass::festival);
  if (!festival) return std::nullopt;
  Phrase p = phrase(i, festival.end, Form::calendar, "festival", festival->row);
  p.date.festival = &*festival->rule;
  take_year(words, p);
  return p;
}

Parsed week_of_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t week = words.is(i, "the") ? i + 1 : i;
  if (!words.is(week, "week") || !words.is_any(week + 1, {"of", "beginning", "starting", "ending"})) {
    return std::nullopt;
  }
  Parsed date = month_date_at(words, week + 2);
  if (!date) date = day_month_at(words, week + 2);
  if (!date || date->date.day == 0) return std::nullopt;
  date->words.begin = i;
  date->rule = "week of a date";
  date->date.week_of = true;
  return date;
}

Parsed range_end_at(const TimeWords& words, std::uint32_t i, const Phrase& first) {
  if (first.form != Form::calendar || !joins_days(words, i)) return std::nullopt;
  const Numeral& last = words.numeral(i + 1);
  const bool month_first = first.date.day > 0 && first.rule == "month and day";
  if (month_first && last.plain_between(1, 31) && last.digits <= 2 && !counts_something(words, i + 2) &&
      !words.find(i + 2, TimeClass::month) && !unit_at(words, i + 2) &&
      (is_range_word(words, i) || words.tag(i + 2) != Tag::NN)) {
    Phrase p = phrase(i + 1, i + 2, Form::calendar, "end of a range", first.row);
    p.date = first.date;
    p.date.weekday = 0;
    p.date.day = last.a;
    const bool comma_list = words.is(i, ",");
    if (const auto year = year_after(words, p.words.end); year && !comma_list) p.words.end = year->end;
    return comma_list && !joins_days(words, p.words.end) ? std::nullopt : Parsed{p};
  }
  const bool year_first =
      first.date.year && first.date.month == 0 && first.date.year_unit == Unit::year && first.rule == "year";
  if (year_first && words.is_any(i, {"-", "–"}) && words.joined(i) && last.plain_between(0, 99) && last.digits == 2) {
    Phrase p = phrase(i + 1, i + 2, Form::calendar, "end of a range of years", 0);
    p.date.year = *first.date.year - *first.date.year % 100 + last.a + (last.a < *first.date.year % 100 ? 100 : 0);
    return p;
  }
  return std::nullopt;
}

}  // namespace annals
