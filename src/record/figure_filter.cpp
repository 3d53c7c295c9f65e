// Which numbers count or measure something, and the unit of time that they are for.
#include <algorithm>

#include "record/figure_setting.h"

namespace annals {
namespace {

const Timex* time_at(const Layers& layers, TokenSpan span) {
  for (const Timex& time : layers.times) {
    if (time.words.begin < span.end && span.begin < time.words.end) return &time;
  }
  return nullptr;
}

// Kinds of names that hold numbers.
bool is_name(EntityType type) {
  return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::FAC || type == EntityType::LAW ||
         type == EntityType::PRODUCT || type == EntityType::WORK_OF_ART || type == EntityType::EVENT ||
         type == EntityType::ORDINAL;
}

// "Shah, 58, a former ambassador".
bool is_age(const Annotation& annotation, const Quantity& quantity) {
  const std::uint32_t i = quantity.words.begin, end = quantity.words.end;
  if (i < 2 || quantity.value > 120 || quantity.kind != UnitKind::count || quantity.bounded) return false;
  if (annotation.lower(i - 1) != "," && annotation.lower(i - 1) != "(") return false;
  const Token& who = annotation.tokens[i - 2];
  if (who.pos != Pos::PROPN && who.entity != EntityType::PERSON) return false;
  if (end >= annotation.tokens.size()) return true;
  const std::string_view after = annotation.lower(end);
  return after == "," || after == ")" || after == "and" || after == "." || after == ";";
}

// "700 kilometres (450 miles)": the same again in another unit.
bool is_conversion(const Annotation& annotation, const Quantity& quantity) {
  const std::uint32_t i = quantity.words.begin;
  return i >= 2 && quantity.kind != UnitKind::count && annotation.lower(i - 1) == "(" &&
         annotation.tokens[i - 2].pos != Pos::VERB;
}

bool is_time_unit(std::string_view lemma) {
  return lemma == "day" || lemma == "week" || lemma == "month" || lemma == "year" || lemma == "hour" ||
         lemma == "minute" || lemma == "quarter" || lemma == "second";
}

// "for a month", "within a week" are spans and no rates.
bool is_span(std::string_view preposition) {
  return preposition == "for" || preposition == "in" || preposition == "within" || preposition == "over" ||
         preposition == "after" || preposition == "about";
}

// Nouns whose length is told.
bool is_length(std::string_view lemma) {
  return lemma == "period" || lemma == "sentence" || lemma == "term" || lemma == "delay";
}

}  // namespace

// Whether a number is one that counts or measures at all.
bool is_figure(const Layers& layers, const Quantity& quantity) {
  const Annotation& annotation = layers.language;
  const Token& t = annotation.tokens[quantity.anchor];
  if (is_age(annotation, quantity) || is_conversion(annotation, quantity)) return false;
  if (quantity.kind == UnitKind::money || quantity.kind == UnitKind::percent) return true;
  if (is_name(t.entity)) return false;
  const Timex* time = time_at(layers, quantity.number);
  if (quantity.kind == UnitKind::time) {
    // Lengths of things that are watched, not of visits and waits past: "a 10-day incubation period".
    if (time != nullptr && time->type != TimexType::duration) return false;
    if (quantity.round) return false;
    const std::uint32_t next = quantity.words.end;
    if (next >= annotation.tokens.size()) return false;
    if (annotation.lower(next) == "ago" || annotation.lower(next) == "later" || annotation.lower(next) == "old")
      return false;
    const std::uint32_t begin = quantity.words.begin;
    const bool long_unit =
        quantity.unit == "d" || quantity.unit == "wk" || quantity.unit == "mo" || quantity.unit == "a";
    if (begin > 1 && annotation.lower(begin - 1) == "of" && is_length(annotation.lemma(begin - 2))) return true;
    const bool for_length =
        long_unit && begin > 0 && annotation.lower(begin - 1) == "for" && quantity.qualifier == Qualifier::exact;
    for (std::uint32_t i = next; i < annotation.tokens.size() && i < next + 4; ++i) {
      const std::string_view lemma = annotation.lemma(i);
      if (is_length(lemma)) return true;
      if (annotation.tokens[i].pos != Pos::NOUN && annotation.tokens[i].pos != Pos::ADJ && annotation.lower(i) != "in")
        break;
    }
    return for_length;
  }
  if (time != nullptr && time->type != TimexType::set) return false;
  if (t.entity == EntityType::DATE || t.entity == EntityType::TIME) {
    const bool year = quantity.value >= 1900 && quantity.value < 2100;
    if (year && !quantity.bounded) return false;
  }
  return true;
}

// "100 a day", "30 trucks per week": the unit of time that the number is for.
std::string rate_of(const Annotation& annotation, const Quantity& quantity) {
  const std::uint32_t size = static_cast<std::uint32_t>(annotation.tokens.size());
  for (std::uint32_t i = quantity.words.end; i + 1 < size && i < quantity.words.end + 7; ++i) {
    const Token& t = annotation.tokens[i];
    if (t.is(kIsPunct) || t.is(kIsSpace) || t.pos == Pos::VERB) break;
    const std::string_view word = annotation.lower(i);
    if (word == "daily" || word == "monthly" || word == "annually" || word == "yearly" || word == "weekly" ||
        word == "hourly") {
      if (t.pos != Pos::ADV) continue;
      return word == "daily"     ? "day"
             : word == "monthly" ? "month"
             : word == "weekly"  ? "week"
             : word == "hourly"  ? "hour"
                                 : "year";
    }
    const bool each = word == "a" || word == "an" || word == "per" || word == "each" || word == "every";
    if (each && i > 0 && is_span(annotation.lower(i - 1))) break;  // "enough for a month"
    if (each && is_time_unit(annotation.lemma(i + 1)) && annotation.tokens[i + 1].tag != Tag::NNS) {
      if (i + 2 < size && (annotation.lower(i + 2) == "ago" || annotation.lower(i + 2) == "earlier")) break;
      return std::string(annotation.lemma(i + 1));
    }
  }
  return {};
}

}  // namespace annals
