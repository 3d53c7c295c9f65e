// Figure records: a quantity, what it counts, and when, where and how surely it holds.
#include "record/figures.h"

#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/phrase_text.h"

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

// Nouns whose length is told.
bool is_length(std::string_view lemma) {
  return lemma == "period" || lemma == "sentence" || lemma == "term" || lemma == "delay";
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
    if (each && is_time_unit(annotation.lemma(i + 1)) && annotation.tokens[i + 1].tag != Tag::NNS) {
      if (i + 2 < size && (annotation.lower(i + 2) == "ago" || annotation.lower(i + 2) == "earlier")) break;
      return std::string(annotation.lemma(i + 1));
    }
  }
  return {};
}

// The time said right behind a number that is one of several values: "from 100 on Friday to 30".
std::optional<When> own_time(const Layers& layers, const Quantity& quantity) {
  const Annotation& annotation = layers.language;
  for (const Timex& time : layers.times) {
    if (!time.first || !time.last || time.words.begin < quantity.words.end) continue;
    if (time.words.begin > quantity.words.end + 2) break;
    for (std::uint32_t i = quantity.words.end; i < time.words.begin; ++i) {
      const Pos pos = annotation.tokens[i].pos;
      if (pos != Pos::ADP && pos != Pos::DET) return std::nullopt;
    }
    When when;
    when.words = words_of(annotation, {std::min(time.words.begin, quantity.words.end), time.words.end});
    when.first = *time.first;
    when.last = *time.last;
    return when;
  }
  return std::nullopt;
}

// "rose to 11 percent from 9.5 percent a year earlier": the time of the old value is not that of the new.
bool of_another(const Layers& layers, const Quantity& quantity, const When& when, std::span<const Quantity> all) {
  const Annotation& annotation = layers.language;
  const auto preposition = [&](const Quantity& q) {
    return q.words.begin == 0 ? std::string_view{} : annotation.lower(q.words.begin - 1);
  };
  if (!when.words || preposition(quantity) == "by") return false;
  const std::uint32_t sentence = annotation.tokens[quantity.anchor].sentence;
  for (const Quantity& other : all) {
    if (&other == &quantity || annotation.tokens[other.anchor].sentence != sentence) continue;
    if (preposition(other) != "from" && preposition(other) != "to" && preposition(other) != "with") continue;
    const auto own = own_time(layers, other);
    if (own && own->words->end == when.words->end) return true;
  }
  return false;
}

}  // namespace

FigureFinder::FigureFinder(const Lexicon& lexicon, const FactualityLexicon& factuality)
    : quantities_(words_), counted_(words_, measures_), factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("times.tsv")) words_.add_numbers(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("quantities.tsv")) words_.add_words(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("units.tsv")) words_.add_units(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("measures.tsv")) measures_.add(TsvTable(t.text, t.where), t.where);
}

// Whether a number is one that counts or measures at all.
bool FigureFinder::is_figure(const Layers& layers, const Quantity& quantity) const {
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

// "are feared dead".
bool FigureFinder::is_unsure(const Annotation& annotation, std::uint32_t governor) const {
  const Token& t = annotation.tokens[governor];
  const bool below = t.dep == Dep::oprd || t.dep == Dep::xcomp || t.dep == Dep::acomp || t.dep == Dep::ccomp;
  return (below && words_.is(QuantityClass::unsure, annotation.lemma(t.head))) ||
         words_.is(QuantityClass::unsure, annotation.lemma(governor));
}

// Small numbers by themselves are no series: "the two countries", "one".
bool FigureFinder::is_worth_it(const Quantity& quantity, const Counted& counted) const {
  if (counted.of.empty()) return false;
  if (counted.measure != nullptr || counted.label) return true;
  const bool open = quantity.bounded && quantity.qualifier != Qualifier::exact;
  if (quantity.value == 1 && (quantity.kind == UnitKind::count || quantity.kind == UnitKind::measure)) return open;
  return quantity.kind != UnitKind::count || quantity.value > 2 || quantity.bounded || counted.value;
}

Figure FigureFinder::figure(const Layers& layers, const Quantity& quantity, const Counted& counted,
                            std::span<const Quantity> all) const {
  const Annotation& annotation = layers.language;
  Figure figure;
  figure.doc = layers.story->id;
  figure.evidence = sentence_of(annotation, quantity.anchor);
  figure.of = counted.of;
  figure.low = quantity.low;
  figure.high = quantity.high;
  figure.qualifier = quantity.qualifier;
  if (counted.value && !quantity.bounded) {  // "topped 2,000"
    const auto bound =
        counted.governor == kNoToken ? std::nullopt : words_.bound_verb(annotation.lemma(counted.governor));
    if (bound && *bound == Qualifier::more_than) {
      figure.qualifier = *bound;
      figure.high.reset();
    } else if (bound) {
      figure.qualifier = *bound;
    }
  }
  figure.unit = quantity.unit;
  figure.per = rate_of(annotation, quantity);
  if (counted.measure != nullptr) {
    figure.measure = counted.measure->measure;
    if (figure.measure == "aid_money" && quantity.unit == "t") figure.measure = "aid_tonnes";
    figure.why.entry = counted.measure->source;
  }
  const std::uint32_t governor = counted.governor != kNoToken ? counted.governor : quantity.anchor;
  figure.factuality = factuality_.read(layers.clauses, governor).factuality;
  if (figure.factuality == Factuality::actual && is_unsure(annotation, governor)) {
    figure.factuality = Factuality::hypothetical;
  }
  if (counted.value) figure.when = own_time(layers, quantity);
  if (!figure.when) figure.when = when_of(layers, governor);
  if (figure.when && of_another(layers, quantity, *figure.when, all)) figure.when.reset();
  figure.where = where_of(layers, governor);
  figure.why.rule = counted.rule;
  figure.why.words.push_back(words_of(annotation, quantity.words));
  return figure;
}

void FigureFinder::find(const Layers& layers, std::vector<Quantity>& scratch, std::vector<Record>& records) const {
  scratch.clear();
  quantities_.find(layers.language, scratch);
  Counted before;
  bool any = false;
  for (const Quantity& quantity : scratch) {
    if (!is_figure(layers, quantity)) continue;
    Counted counted = counted_.find(layers, quantity, any ? &before : nullptr);
    if (is_worth_it(quantity, counted)) records.emplace_back(figure(layers, quantity, counted, scratch));
    if (!counted.of.empty() && !counted.part) {
      before = std::move(counted);
      any = true;
    }
  }
}

}  // namespace annals
