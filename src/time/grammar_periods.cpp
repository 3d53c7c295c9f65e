// The grammar of years and their parts: quarters, halves, seasons, decades, centuries, and their edges.
#include "time/grammar.h"

namespace annals {
namespace {

using Form = Phrase::Form;

bool is_amount_tag(Tag tag) { return tag == Tag::dollar || tag == Tag::SYM; }

// Whether four figures are a year where nothing but the sentence says so: the engine calls them a date, or they lie
// near our time and neither money, nor a measure, nor a count of things.
bool reads_as_year(const TimeWords& words, std::uint32_t i, int year) {
  const Token& token = words.annotation().tokens[i];
  if (token.entity == EntityType::DATE) return true;
  if (year < 1500 || year > 2099) return false;
  if (i > 0 && (is_amount_tag(words.tag(i - 1)) || words.is_any(i - 1, {"no.", "number", "room", "flight", "page"}))) {
    return false;
  }
  if (token.entity == EntityType::MONEY || token.entity == EntityType::QUANTITY ||
      token.entity == EntityType::PERCENT || token.entity == EntityType::FAC || token.entity == EntityType::PRODUCT) {
    return false;
  }
  if (unit_at(words, i + 1, true) || words.is_any(i + 1, {"%", "percent"})) return false;
  if (words.joined(i) && words.is_any(i - 1, {"-", "/", "."})) return false;
  const bool counts = token.dep == Dep::nummod && words.tag(i + 1) == Tag::NNS;
  return !counts || token.entity == EntityType::none;
}

bool is_fiscal(const TimeWords& words, std::uint32_t i) { return static_cast<bool>(words.find(i, TimeClass::fiscal)); }

// "of 1989", "of last year", "of the year", "of fiscal 1988", ", 1989" after a part of a year.
void take_year_of(const TimeWords& words, Phrase& part) {
  std::uint32_t i = part.words.end;
  if (!words.is(i, "of")) {
    const auto year = year_number_at(words, words.is(i, ",") ? i + 1 : i);
    if (year && words.numeral(year->end - 1).digits == 4) {
      part.date.year = year->value;
      part.words.end = year->end;
    }
    return;
  }
  ++i;
  if (is_fiscal(words, i)) ++i;
  if (const auto year = year_number_at(words, i)) {
    part.date.year = year->value;
    part.words.end = year->end;
    return;
  }
  const bool article = words.is(i, "the");
  const Hit position = words.find(article ? i + 1 : i, TimeClass::position);
  std::uint32_t unit = position ? position.end : i + 1;
  if (!position && !article) return;
  if (is_fiscal(words, unit) || words.is(unit, "calendar")) ++unit;
  if (!words.is(unit, "year")) return;
  part.date.year_step = position ? Step{position->number, position->origin} : Step{0, Origin::then};
  part.words.end = unit + 1;
}

Parsed year_in_words(const TimeWords& words, std::uint32_t i) {
  // "nineteen ninety-four" can be nothing else; "two thousand" needs "the year".
  const auto year = year_number_at(words, i);
  if (!year || words.numeral(i).is(Numeral::Kind::plain)) return std::nullopt;
  if (words.is(i, "two") && !(i > 0 && words.is(i - 1, "year"))) return std::nullopt;
  Phrase p = phrase(i, year->end, Form::calendar, "year in words", 0);
  p.date.year = year->value;
  return p;
}

Parsed inner_of_bound(const TimeWords& words, std::uint32_t i) {
  const auto whole = [&](Parsed p) { return p && p->date.day == 0 && p->date.weekday == 0 ? p : std::nullopt; };
  if (Parsed p = whole(month_date_at(words, i))) return p;
  if (Parsed p = period_at(words, i)) return p;
  if (Parsed p = position_at(words, i); p && p->form != Form::duration) return p;
  if (Parsed p = deictic_at(words, i)) return p;
  if (Parsed p = bare_unit_at(words, i)) return p;
  return whole(festival_at(words, i));
}

// "year-end", "month end": the end of the current one.
Parsed unit_end_at(const TimeWords& words, std::uint32_t i) {
  const auto unit = unit_at(words, i);
  if (!unit || unit->plural || unit->unit < Unit::week) return std::nullopt;
  const std::uint32_t end = skip_hyphen(words, unit->end);
  if (!words.is(end, "end")) return std::nullopt;
  Phrase p = phrase(i, end + 1, Form::step, "end of a unit", unit->row);
  p.unit = unit->unit;
  p.step = Step{};
  p.mod = "END";
  return p;
}

}  // namespace

Parsed period_at(const TimeWords& words, std::uint32_t i) {
  for (auto* read : {quarter_at, decade_at, century_at, season_at, year_at}) {
    if (Parsed period = read(words, i)) return period;
  }
  return std::nullopt;
}

Parsed year_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t start = i;
  if (words.is(i, "the") && words.is(i + 1, "year")) i += 1;
  bool sure = false;
  if (const Hit fiscal = words.find(i, TimeClass::fiscal)) {
    i = fiscal.end;
    sure = true;
  }
  if (words.is(i, "year")) {
    ++i;
    sure = true;
  }
  const auto year = year_number_at(words, i);
  if (!year) return std::nullopt;
  if (!sure && !words.numeral(i).is(Numeral::Kind::plain)) {
    return words.is_any(i, {"'", "\u2019", "\u2018"}) ? std::nullopt : year_in_words(words, i);
  }
  if (!sure && (words.numeral(i).apostrophe || !reads_as_year(words, i, year->value))) return std::nullopt;
  Phrase p = phrase(start, year->end, Form::calendar, sure ? "named year" : "year", 0);
  p.date.year = year->value;
  return p;
}

Parsed decade_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t start = i;
  const bool article = words.is(i, "the");
  if (article) ++i;
  const bool quote = words.is_any(i, {"'", "\u2019", "\u2018"}) && words.joined(i + 1);
  if (quote) ++i;
  Phrase p = phrase(start, i + 1, Form::calendar, "decade", 0);
  p.date.year_unit = Unit::decade;
  const Numeral& n = words.numeral(i);
  if (n.is(Numeral::Kind::decade)) {
    if (n.a % 10 != 0) return std::nullopt;
    // "the 80s" can be degrees or somebody's age.
    const bool short_form = n.digits == 2;
    const bool sure = !short_form || quote || n.apostrophe ||
                      (article && n.a >= 20 && words.annotation().tokens[i].entity == EntityType::DATE);
    if (!sure || (n.digits != 4 && !short_form)) return std::nullopt;
    p.date.year = short_form ? n.a + (n.a < 20 ? 2000 : 1900) : n.a;
    if (n.mid) p.mod = "MID";
    return p;
  }
  // "the 1990's"
  if (article && n.plain_between(1500, 2090) && n.a % 10 == 0 && words.is_any(i + 1, {"'s", "\u2019s", "s"})) {
    p.date.year = n.a;
    p.words.end = i + 2;
    return p;
  }
  if (const Hit named = words.find(i, TimeClass::decade); named && (article || start > 0)) {
    if (!article && !words.find(start - 1, TimeClass::bound) && !words.is(start - 1, "-")) return std::nullopt;
    p.date.year = 1900 + named->number;
    p.row = named->row;
    return p;
  }
  return std::nullopt;
}

Parsed century_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t ordinal_begin = words.is(i, "the") ? i + 1 : i;
  const auto ordinal = ordinal_at(words, ordinal_begin);
  if (!ordinal || ordinal->value < 1 || ordinal->value > 30) return std::nullopt;
  const auto unit = unit_at(words, skip_hyphen(words, ordinal->end));
  if (!unit || unit->unit != Unit::century || unit->times != 1) return std::nullopt;
  Phrase p = phrase(i, unit->end, Form::calendar, "century", unit->row);
  p.date.year = (ordinal->value - 1) * 100;
  p.date.year_unit = Unit::century;
  return p;
}

Parsed quarter_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t start = i;
  const Numeral& n = words.numeral(i);
  if (n.is(Numeral::Kind::quarter) || n.is(Numeral::Kind::half)) {
    Phrase p = phrase(i, i + 1, Form::calendar, "quarter in figures", 0);
    (n.is(Numeral::Kind::quarter) ? p.date.quarter : p.date.half) = n.a;
    take_year_of(words, p);
    return p;
  }
  if (words.is(i, "the")) ++i;
  std::optional<int> year;
  if (const auto before = year_number_at(words, i); before && words.numeral(i).digits == 4) {
    year = before->value;
    i = before->end;
    if (words.is(i, "'s")) ++i;
  }
  if (is_fiscal(words, i)) ++i;
  const auto ordinal = ordinal_at(words, i);
  if (!ordinal) return std::nullopt;
  i = skip_hyphen(words, ordinal->end);
  if (is_fiscal(words, i)) ++i;
  const bool hyphen = i != ordinal->end;
  const bool is_half = words.is(i, "half");
  const auto unit = unit_at(words, i);
  if (!is_half && (!unit || unit->unit != Unit::quarter || unit->plural)) return std::nullopt;
  Phrase p = phrase(start, i + 1, Form::calendar, is_half ? "half of a year" : "quarter", unit ? unit->row : 0);
  p.date.year = year;
  const int number = ordinal->value == -1 ? (is_half ? 2 : 4) : ordinal->value;
  if (number < 1 || number > (is_half ? 2 : 4)) return std::nullopt;
  (is_half ? p.date.half : p.date.quarter) = number;
  if (!year) take_year_of(words, p);
  // Matches have halves too.
  if (is_half && !hyphen && !p.date.year && !p.date.year_step) return std::nullopt;
  return p;
}

Parsed season_at(const TimeWords& words, std::uint32_t i) {
  const std::uint32_t start = i;
  const bool article = words.is(i, "the");
  if (article) ++i;
  const Hit season = words.find(i, TimeClass::season);
  if (!season) return std::nullopt;
  Phrase p = phrase(start, season.end, Form::calendar, "season", season->row);
  p.date.season = season->value;
  take_year_of(words, p);
  if (p.date.year || p.date.year_step) return p;
  if (words.is(season.end, "of")) return std::nullopt;  // the fall of Saigon
  const bool placed = start > 0 && (words.tag(start - 1) == Tag::IN || words.find(start - 1, TimeClass::bound) ||
                                    words.is(start - 1, "-"));
  return placed ? Parsed{p} : std::nullopt;
}

Parsed bounded_at(const TimeWords& words, std::uint32_t i) {
  if (Parsed end = unit_end_at(words, i)) return end;
  const std::uint32_t start = i;
  const bool article = words.is(i, "the");
  Hit bound = words.find(i, TimeClass::bound);
  if (!bound && article) bound = words.find(i + 1, TimeClass::bound);
  if (bound) {
    Parsed inner = inner_of_bound(words, skip_hyphen(words, bound.end));
    if (!inner) return std::nullopt;
    inner->words.begin = start;
    if (inner->mod.empty()) inner->mod = bound->value;
    return inner;
  }
  // "earlier this month", "later that year"; "earlier Friday" is "Friday".
  const Hit earlier = words.find(i, TimeClass::bound_of_unit);
  if (!earlier) return std::nullopt;
  Parsed inner = position_at(words, earlier.end);
  if (!inner || inner->form != Form::step || inner->unit < Unit::week) return std::nullopt;
  inner->words.begin = i;
  inner->mod = earlier->value;
  inner->beside_origin = true;
  return inner;
}

}  // namespace annals
