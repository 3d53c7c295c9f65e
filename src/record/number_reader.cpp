// Bare numbers: a grammar over tokens, read from left to right.
#include "record/number_reader.h"

#include <charconv>

namespace annals {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The figures that a token begins with, as "1,643" or "1.2"; what follows them stays in `rest`.
std::optional<double> take_figures(std::string_view& rest) {
  if (rest.empty() || !is_digit(rest.front())) return std::nullopt;
  double value = 0;
  std::size_t i = 0;
  while (i < rest.size() && is_digit(rest[i])) value = value * 10 + (rest[i++] - '0');
  const auto group = [&] {  // ",643"
    return i + 3 < rest.size() && rest[i] == ',' && is_digit(rest[i + 1]) && is_digit(rest[i + 2]) &&
           is_digit(rest[i + 3]) && (i + 4 == rest.size() || !is_digit(rest[i + 4]));
  };
  while (group()) {
    value = value * 1000 + (rest[i + 1] - '0') * 100 + (rest[i + 2] - '0') * 10 + (rest[i + 3] - '0');
    i += 4;
  }
  if (i + 1 < rest.size() && rest[i] == '.' && is_digit(rest[i + 1])) {
    std::size_t end = i + 1;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    double fraction = 0;
    std::from_chars(rest.data() + i - 1, rest.data() + end, fraction);  // "3.14": from the last whole figure
    value = value - (rest[i - 1] - '0') + fraction;
    i = end;
  }
  rest.remove_prefix(i);
  return value;
}

}  // namespace

// Cheap: most words are neither.
bool NumberReader::may_begin(std::uint32_t i) const {
  const Token& t = annotation_.tokens[i];
  if (t.is(kIsPunct) || t.is(kIsSpace)) return false;
  const std::string_view word = lower(i);
  if (word.empty()) return false;
  if (is_digit(word.front())) return true;
  if (t.tag == Tag::CD || t.is(kLikeNum) || t.is(kIsCurrency)) return true;
  if (t.tag == Tag::NNS) return lexicon_.is(Class::plural, word);
  if (t.tag == Tag::NN || t.tag == Tag::PDT || t.tag == Tag::DT || t.pos == Pos::ADJ) {
    return word == "half" || word == "a" || word == "an" || lexicon_.is(Class::few, word) ||
           lexicon_.is(Class::scale, word) || lexicon_.is(Class::fraction, word);
  }
  return false;
}

// "twenty", "twenty-five".
std::optional<NumberHit> NumberReader::below_hundred(std::uint32_t i) const {
  const auto tens = lexicon_.find(Class::number, lower(i));
  if (!tens) return std::nullopt;
  NumberHit hit;
  hit.value = *tens;
  hit.end = i + 1;
  if (*tens < 20 || *tens > 90) return hit;
  const std::uint32_t next = skip_hyphen(hit.end);
  const auto ones = lexicon_.find(Class::number, lower(next));
  if (!ones || *ones < 1 || *ones > 9) return hit;
  hit.value += *ones;
  hit.end = next + 1;
  return hit;
}

std::optional<double> NumberReader::scale_at(std::uint32_t i, bool after_figures) const {
  const std::string_view word = lower(i);
  if (word.size() <= 2 && !after_figures) return std::nullopt;  // "m", "bn"
  if (word.size() == 1 && !joined(i - 1)) return std::nullopt;  // "5 m" are metres
  return lexicon_.find(Class::scale, word);
}

// Scales after a number: "million", "hundred thousand", and what is added: "two hundred and six".
void NumberReader::take_scales(NumberHit& hit) const {
  double scale_limit = 0;
  for (;;) {
    const std::uint32_t at = skip_hyphen(hit.end);
    const auto scale = scale_at(at, hit.figures);
    if (!scale) break;
    hit.value *= *scale;
    hit.end = at + 1;
    scale_limit = *scale;
  }
  if (scale_limit < 100 || hit.figures) return;
  const std::uint32_t next = is(hit.end, "and") ? hit.end + 1 : hit.end;
  auto rest = below_hundred(next);
  if (!rest) return;
  take_scales(*rest);
  if (rest->value >= scale_limit) return;
  hit.value += rest->value;
  hit.end = rest->end;
}

// "1,643", "1.2m", "2 1/2", "62-member".
std::optional<NumberHit> NumberReader::figures_at(std::uint32_t i) const {
  std::string_view rest = lower(i);
  const auto value = take_figures(rest);
  if (!value) return std::nullopt;
  NumberHit hit;
  hit.value = *value;
  hit.figures = true;
  hit.end = i + 1;
  if (rest == "1/2" || rest == "½") {
    hit.value += 0.5;
    return hit;
  }
  if (rest.starts_with('-') && rest.size() > 2 && !is_digit(rest[1])) {
    rest.remove_prefix(1);
    if (const auto scale = lexicon_.find(Class::scale, rest)) {
      hit.value *= *scale;
      return hit;
    }
    hit.inside = static_cast<std::uint32_t>(rest.size());
    return hit;
  }
  if (!rest.empty()) {
    const auto scale = lexicon_.find(Class::scale, rest);  // "1.2bn"
    if (!scale) return std::nullopt;
    hit.value *= *scale;
    return hit;
  }
  if (is(hit.end, "1/2") || is(hit.end, "½")) {
    hit.value += 0.5;
    ++hit.end;
  }
  take_scales(hit);
  return hit;
}

// "hundreds", "tens of thousands", "hundreds of millions".
std::optional<NumberHit> NumberReader::round_at(std::uint32_t i) const {
  auto scale = lexicon_.find(Class::plural, lower(i));
  if (!scale) return std::nullopt;
  NumberHit hit;
  hit.round = true;
  hit.value = 2 * *scale;
  hit.end = i + 1;
  while (is(hit.end, "of") && (scale = lexicon_.find(Class::plural, lower(hit.end + 1)))) {
    hit.value *= *scale;
    hit.end += 2;
  }
  return hit;
}

// "a few hundred", "several dozen", "a couple of thousand".
std::optional<NumberHit> NumberReader::few_at(std::uint32_t i) const {
  std::uint32_t at = is(i, "a") ? i + 1 : i;
  const auto few = lexicon_.find(Class::few, lower(at));
  if (!few) return std::nullopt;
  at += is(at + 1, "of") ? 2 : 1;
  const auto scale = scale_at(at, false);
  if (!scale) return std::nullopt;
  NumberHit hit;
  hit.value = *few;
  hit.end = at;
  hit.loose = true;
  take_scales(hit);
  return hit;
}

// "a dozen", "a hundred", "half a million", "one and a half million".
std::optional<NumberHit> NumberReader::spelled_at(std::uint32_t i) const {
  NumberHit hit;
  if (is(i, "half") && (is(i + 1, "a") || is(i + 1, "an"))) {
    if (!scale_at(i + 2, false)) return std::nullopt;
    hit.value = 0.5;
    hit.end = i + 2;
  } else if (is(i, "a") || is(i, "an")) {
    hit.value = 1;
    hit.end = i + 1;
    if (is(hit.end, "half") && is_hyphen(hit.end + 1)) {  // "a half-million"
      hit.value = 0.5;
      ++hit.end;
    }
    if (!scale_at(skip_hyphen(hit.end), false)) return std::nullopt;
  } else if (const auto small = below_hundred(i)) {
    hit = *small;
  } else {
    return std::nullopt;
  }
  if (is(hit.end, "and") && is(hit.end + 1, "a") && is(hit.end + 2, "half")) {
    hit.value += 0.5;
    hit.end += 3;
  }
  take_scales(hit);
  return hit;
}

std::optional<NumberHit> NumberReader::small_at(std::uint32_t i) const {
  if (i >= size_ || lower(i).empty()) return std::nullopt;
  if (!is_digit(lower(i).front())) return below_hundred(i);
  std::string_view rest = lower(i);
  NumberHit hit;
  const auto value = take_figures(rest);
  if (!value || !rest.empty() || *value > 1000) return std::nullopt;
  hit.value = *value;
  hit.end = i + 1;
  return hit;
}

// Wholes of which shares are told: "four in ten", "1 in 100".
bool NumberReader::is_whole(double value) {
  return (value >= 2 && value <= 12) || value == 20 || value == 50 || value == 100 || value == 1000;
}

// "half of", "a third of", "three quarters of", "two-thirds", "one in five", "nine out of ten".
std::optional<NumberHit> NumberReader::share_at(std::uint32_t i) const {
  NumberHit hit;
  hit.fraction = true;
  std::uint32_t at = i;
  double count = 1;
  if (is(at, "a") || is(at, "an")) {
    ++at;
  } else if (const auto n = small_at(at)) {
    count = n->value;
    at = n->end;
    const std::uint32_t in = is(at, "in") ? at + 1 : (is(at, "out") && is(at + 1, "of") ? at + 2 : 0);
    if (in != 0) {  // "one in (every) five"
      const auto whole = small_at(is(in, "every") ? in + 1 : in);
      if (!whole || whole->value <= count || !is_whole(whole->value)) return std::nullopt;
      if (annotation_.tokens[i].pos == Pos::PROPN) return std::nullopt;  // "Formula One in three years"
      hit.value = 100 * count / whole->value;
      hit.end = whole->end;
      return hit;
    }
    at = skip_hyphen(at);
  }
  const auto part = lexicon_.find(Class::fraction, lower(at));
  if (!part) return std::nullopt;
  hit.end = at + 1;
  const bool bare_half = is(at, "half") && (is(hit.end, "the") || is(hit.end, "its") || is(hit.end, "their"));
  if (!is(hit.end, "of") && !bare_half) return std::nullopt;
  const bool plural = lower(at).ends_with('s');
  if (at == i && !is(at, "half")) return std::nullopt;  // "quarter of" as a part of the year or of a town
  if (plural && count < 2) return std::nullopt;
  hit.value = *part * count;
  if (hit.value > 66.6 && hit.value < 66.7) hit.value = 66.67;
  return hit;
}

std::optional<NumberHit> NumberReader::number_at(std::uint32_t i) const {
  if (i >= size_ || lower(i).empty()) return std::nullopt;
  if (auto hit = share_at(i)) return hit;
  if (is_digit(lower(i).front())) return figures_at(i);
  if (auto hit = few_at(i)) return hit;
  if (auto hit = round_at(i)) return hit;
  return spelled_at(i);
}

}  // namespace annals
