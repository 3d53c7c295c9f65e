// The grammar of times of the day, with the day that they belong to.
#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

struct ClockHit {
  int minute;  // of the day
  std::uint32_t end;
  int row;
  bool sure;  // not only a number with a colon
};

std::optional<int> minute_of_day(int hour, int minute, int meridiem) {
  if (hour > 24 || minute > 59) return std::nullopt;
  if (meridiem >= 0) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + meridiem;
  }
  return hour * 60 + minute;
}

std::uint32_t skip_zone(const TimeWords& words, std::uint32_t i) {
  const bool bracket = words.is(i, "(");
  const Hit zone = words.find(bracket ? i + 1 : i, TimeClass::zone);
  // A second clock in brackets, "(0735 GMT)", is another expression.
  if (!zone) return i;
  return bracket ? (words.is(zone.end, ")") ? zone.end + 1 : i) : zone.end;
}

// "in the morning", "in the afternoon": what a clock of twelve hours leaves open.
std::optional<std::pair<int, std::uint32_t>> half_of_day_after(const TimeWords& words, std::uint32_t i) {
  if (const Hit meridiem = words.find(i, TimeClass::meridiem)) return std::pair{meridiem->number, meridiem.end};
  if (!words.is(i, "in") || !words.is(i + 1, "the")) return std::nullopt;
  const Hit part = words.find(i + 2, TimeClass::part);
  if (!part) return std::nullopt;
  return std::pair{part->value == "MO" ? 0 : 12, part.end};
}

std::optional<ClockHit> figures_at(const TimeWords& words, std::uint32_t i) {
  const Numeral& n = words.numeral(i);
  if (n.is(Numeral::Kind::clock)) {
    auto half = n.meridiem >= 0 ? std::optional(std::pair<int, std::uint32_t>{n.meridiem, i + 1})
                                : half_of_day_after(words, i + 1);
    const auto minute = minute_of_day(n.a, n.b, half ? half->first : -1);
    if (!minute) return std::nullopt;
    const std::uint32_t end = half ? half->second : i + 1;
    return ClockHit{*minute, end, 0, half.has_value()};
  }
  if (n.is(Numeral::Kind::plain) && n.digits == 4 && n.a < 2400 && n.a % 100 < 60 &&
      words.find(i + 1, TimeClass::zone)) {
    return ClockHit{n.a / 100 * 60 + n.a % 100, i + 1, 0, true};
  }
  const auto hour = number_at(words, i);
  if (!hour || hour->value > 24) return std::nullopt;
  std::uint32_t end = hour->end;
  const bool oclock = words.is_any(end, {"o'clock", "o\u2019clock"});
  if (oclock) ++end;
  const auto half = half_of_day_after(words, end);
  if (!oclock && (!half || words.is(end, "in"))) return std::nullopt;
  const auto minute = minute_of_day(hour->value, 0, half ? half->first : -1);
  if (!minute) return std::nullopt;
  return ClockHit{*minute, half ? half->second : end, 0, true};
}

// "half past five", "quarter to three", "ten minutes past six".
std::optional<ClockHit> spoken_at(const TimeWords& words, std::uint32_t i) {
  int minutes = 0;
  std::uint32_t at = words.is(i, "a") ? i + 1 : i;
  if (words.is_any(at, {"half", "quarter"})) {
    minutes = words.is(at, "half") ? 30 : 15;
    ++at;
  } else if (const auto number = number_at(words, at); number && number->value < 60) {
    minutes = number->value;
    at = number->end;
    if (!words.is_any(at, {"minutes", "minute"})) return std::nullopt;
    ++at;
  } else {
    return std::nullopt;
  }
  const bool past = words.is_any(at, {"past", "after"});
  if (!past && !words.is_any(at, {"to", "before"})) return std::nullopt;
  const auto hour = figures_at(words, at + 1);
  const auto plain = hour ? std::nullopt : number_at(words, at + 1);
  if (!hour && (!plain || plain->value < 1 || plain->value > 12 || words.is_any(at, {"to", "before", "after"}))) {
    return std::nullopt;
  }
  const int base = hour ? hour->minute : plain->value * 60;
  return ClockHit{base + (past ? minutes : -minutes), hour ? hour->end : plain->end, 0, true};
}

std::optional<ClockHit> clock_of_day_at(const TimeWords& words, std::uint32_t i) {
  if (const Hit named = words.find(i, TimeClass::clock)) return ClockHit{named->number, named.end, named->row, true};
  if (const auto spoken = spoken_at(words, i)) return spoken;
  return figures_at(words, i);
}

// A day that a time of the day can be joined to.
Parsed day_at(const TimeWords& words, std::uint32_t i) {
  Parsed p = deictic_at(words, i);
  if (!p || !p->part.empty()) p = position_at(words, i);
  if (p && p->form == Form::calendar && p->date.weekday > 0) return p;
  if (p && p->form == Form::step && p->unit == Unit::day && p->part.empty()) return p;
  p = date_at(words, i);
  const bool day = p && !p->date.week_of && (p->date.day > 0 || p->date.weekday > 0 || p->date.festival);
  return day ? p : std::nullopt;
}

}  // namespace

Parsed clock_at(const TimeWords& words, std::uint32_t i) {
  const auto clock = clock_of_day_at(words, i);
  if (!clock) return std::nullopt;
  std::uint32_t end = skip_zone(words, clock->end);
  // 10:35 alone can be a score or a verse.
  const bool placed = i > 0 && (words.tag(i - 1) == Tag::IN || words.tag(i - 1) == Tag::TO);
  const std::uint32_t next = words.is_any(end, {",", "on"}) ? end + 1 : end;
  Parsed day = day_at(words, next);
  if (!clock->sure && end == clock->end && !placed && !day) return std::nullopt;
  if (!day) {
    Phrase p = phrase(i, end, Form::step, "time of day", clock->row);
    p.unit = Unit::day;
    p.step = Step{0, Origin::then};
    p.bare = true;
    p.minute = clock->minute;
    return p;
  }
  day->words.begin = i;
  day->minute = clock->minute;
  return day;
}

Parsed day_part_at(const TimeWords& words, std::uint32_t i) {
  const Hit bound = words.find(i, TimeClass::bound);
  Parsed day = day_at(words, bound ? bound.end : i);
  if (!day) return std::nullopt;
  std::uint32_t next = day->words.end;
  day->words.begin = i;
  if (bound) day->mod = bound->value;
  if (const Hit part = words.find(next, TimeClass::part)) {
    day->part = part->value;
    day->words.end = part.end;
    return day;
  }
  const std::uint32_t at = words.is_any(next, {"at", ",", "around"}) ? next + 1 : next;
  if (const auto clock = clock_of_day_at(words, at); clock && clock->sure) {
    day->minute = clock->minute;
    day->words.end = skip_zone(words, clock->end);
    return day;
  }
  return bound ? day : std::nullopt;
}

}  // namespace annals
