// Figure records: a quantity, what it counts, and when, where and how surely it holds.
#include "record/figures.h"

#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/figure_setting.h"

namespace annals {
namespace {

// "did not kill 12 people", "denied having 300 fighters": the number itself is denied where the verb that puts it into
// a series is, and the number is not its subject.
bool is_denied(const Layers& layers, const Quantity& quantity, const Counted& counted) {
  if (counted.governor == kNoToken || counted.measure == nullptr || counted.measure->pos != MeasurePos::verb)
    return false;
  const std::uint32_t word = counted.noun != kNoToken ? counted.noun : quantity.anchor;
  const Dep dep = layers.language.tokens[word].dep;
  return dep != Dep::nsubj && dep != Dep::nsubjpass && layers.language.tokens[counted.governor].pos == Pos::VERB;
}

}  // namespace
FigureFinder::FigureFinder(const Lexicon& lexicon, const FactualityLexicon& factuality)
    : quantities_(words_), counted_(words_, measures_), factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("times.tsv")) words_.add_numbers(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("quantities.tsv")) words_.add_words(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("units.tsv")) words_.add_units(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("currencies.tsv")) currencies_.add(TsvTable(t.text, t.where));
  for (const Lexicon::Table& t : lexicon.tables("measures.tsv")) measures_.add(TsvTable(t.text, t.where), t.where);
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
  figure.unit = currencies_.unit_of(layers, quantity);
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
  // Those whom something did not happen to are counted all the same: "58 percent did not vote".
  if (figure.factuality == Factuality::negated && !is_denied(layers, quantity, counted)) {
    figure.factuality = Factuality::actual;
  }
  figure.when = when_of_figure(layers, quantity, counted, governor, all);
  figure.where = where_of_figure(layers, counted, governor);
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
    if (is_worth_it(quantity, counted)) {
      Figure found = figure(layers, quantity, counted, scratch);
      // "700 cases a week, compared with 150 in July": the rate is said once.
      if (counted.again && found.per.empty() && !records.empty()) {
        if (const auto* last = std::get_if<Figure>(&records.back())) found.per = last->per;
      }
      records.emplace_back(std::move(found));
    }
    if (!counted.of.empty() && !counted.part) {
      before = std::move(counted);
      any = true;
    }
  }
}

}  // namespace annals
