// Numbers, ordinals, years, amounts and units, in words and figures.
#include "time/grammar.h"

namespace annals {
namespace {

// "twenty", "twenty-five", "twenty five"; not "nineteen ninety".
std::optional<NumberHit> below_hundred_at(const TimeWords& words, std::uint32_t i) {
  const Hit tens = words.find(i, TimeClass::number);
  if (!tens) return std::nullopt;
  if (tens->number >= 20 && tens->number % 10 == 0) {
    if (const Hit ones = words.find(skip_hyphen(words, tens.end), TimeClass::number);
        ones && ones->number >= 1 && ones->number <= 9) {
      return NumberHit{tens->number + ones->number, ones.end};
    }
  }
  return NumberHit{tens->number, tens.end};
}

std::optional<NumberHit> spelled_number_at(const TimeWords& words, std::uint32_t i) {
  auto number = below_hundred_at(words, i);
  const bool article = !number && words.is_any(i, {"a", "an"});
  if (article) number = NumberHit{1, i + 1};
  if (!number) return std::nullopt;
  Hit scale = words.find(skip_hyphen(words, number->end), TimeClass::scale);
  if (article && !scale) return std::nullopt;
  while (scale && number->value < 2000) {
    *number = {number->value * scale->number, scale.end};
    const std::uint32_t next = words.is(number->end, "and") ? number->end + 1 : number->end;
    const auto rest = below_hundred_at(words, next);
    scale = words.find(rest ? rest->end : number->end, TimeClass::scale);
    if (rest && !scale) return NumberHit{number->value + rest->value, rest->end};
    if (rest && scale) return number;
  }
  return number;
}

// "1/2" or "and a half" after a number.
std::optional<std::uint32_t> half_after(const TimeWords& words, std::uint32_t i) {
  const Numeral& numeral = words.numeral(i);
  if (numeral.is(Numeral::Kind::slashed) && numeral.a == 1 && numeral.b == 2 && numeral.c < 0) return i + 1;
  if (words.is(i, "and") && words.is_any(i + 1, {"a", "one"})) {
    if (const Hit half = words.find(skip_hyphen(words, i + 2), TimeClass::fraction)) return half.end;
  }
  if (words.is(i, "½")) return i + 1;
  return std::nullopt;
}

}  // namespace

std::uint32_t skip_hyphen(const TimeWords& words, std::uint32_t i) {
  return words.is_any(i, {"-", "–", "\u2010", "\u2011"}) ? i + 1 : i;
}

std::optional<NumberHit> number_at(const TimeWords& words, std::uint32_t i) {
  if (words.numeral(i).is(Numeral::Kind::plain) && !words.numeral(i).apostrophe) {
    const int value = words.numeral(i).a;
    const Hit scale = words.find(skip_hyphen(words, i + 1), TimeClass::scale);
    if (scale && value < 2000) return NumberHit{value * scale->number, scale.end};
    return NumberHit{value, i + 1};
  }
  return spelled_number_at(words, i);
}

std::optional<NumberHit> ordinal_at(const TimeWords& words, std::uint32_t i) {
  if (words.numeral(i).is(Numeral::Kind::ordinal)) return NumberHit{words.numeral(i).a, i + 1};
  if (const Hit ordinal = words.find(i, TimeClass::ordinal)) return NumberHit{ordinal->number, ordinal.end};
  const Hit tens = words.find(i, TimeClass::number);
  if (!tens || tens->number < 20 || tens->number % 10 != 0) return std::nullopt;
  const Hit ones = words.find(skip_hyphen(words, tens.end), TimeClass::ordinal);
  if (!ones || ones->number < 1 || ones->number > 9) return std::nullopt;
  return NumberHit{tens->number + ones->number, ones.end};
}

std::optional<NumberHit> year_number_at(const TimeWords& words, std::uint32_t i) {
  const Numeral& numeral = words.numeral(i);
  if (numeral.is(Numeral::Kind::plain)) {
    if (numeral.digits == 4 && numeral.a >= 1000 && numeral.a < 2200) return NumberHit{numeral.a, i + 1};
    if (numeral.apostrophe && numeral.digits == 2) return NumberHit{numeral.a + (numeral.a < 40 ? 2000 : 1900), i + 1};
    return std::nullopt;
  }
  if (words.is_any(i, {"'", "\u2019", "\u2018"}) && words.joined(i + 1) && words.numeral(i + 1).digits == 2 &&
      words.numeral(i + 1).is(Numeral::Kind::plain)) {
    const int year = words.numeral(i + 1).a;
    return NumberHit{year + (year < 40 ? 2000 : 1900), i + 2};
  }
  // "nineteen ninety-four", "nineteen oh five" is left alone; "two thousand (and) two".
  const Hit century = words.find(i, TimeClass::number);
  if (!century) return std::nullopt;
  if (century->number >= 13 && century->number <= 20) {
    const auto rest = below_hundred_at(words, century.end);
    if (rest && rest->value >= 10) return NumberHit{century->number * 100 + rest->value, rest->end};
  }
  const auto number = spelled_number_at(words, i);
  if (number && number->value >= 1900 && number->value < 2100) return number;
  return std::nullopt;
}

// "two million years" is the most that anyone counts; larger numbers are not of time.
constexpr int kMostOfAUnit = 2'000'000;

std::optional<AmountHit> amount_at(const TimeWords& words, std::uint32_t i) {
  if (const Hit vague = words.find(i, TimeClass::vague)) {
    return AmountHit{{.whole = 0, .half = false, .vague = true}, vague.end, false, vague->row};
  }
  if (const Hit half = words.find(i, TimeClass::fraction)) {
    const std::uint32_t end = skip_hyphen(words, half.end);
    return AmountHit{
        {.whole = 0, .half = true, .vague = false}, words.is_any(end, {"a", "an"}) ? end + 1 : end, false, half->row};
  }
  if (const auto number = number_at(words, i)) {
    if (number->value > kMostOfAUnit) return std::nullopt;
    const auto half = half_after(words, number->end);
    return AmountHit{{number->value, half.has_value(), false}, half.value_or(number->end), false, 0};
  }
  if (words.is_any(i, {"a", "an"})) {
    if (const Hit half = words.find(i + 1, TimeClass::fraction)) {
      return AmountHit{{.whole = 0, .half = true, .vague = false}, skip_hyphen(words, half.end), false, half->row};
    }
    return AmountHit{{.whole = 1, .half = false, .vague = false}, i + 1, true, 0};
  }
  return std::nullopt;
}

std::optional<UnitHit> unit_at(const TimeWords& words, std::uint32_t i, bool dated) {
  for (const bool plural : {false, true}) {
    if (const Hit unit = words.find(i, plural ? TimeClass::units : TimeClass::unit, dated)) {
      return UnitHit{unit->unit, unit->number, plural, unit.end, unit->row};
    }
  }
  return std::nullopt;
}

}  // namespace annals
