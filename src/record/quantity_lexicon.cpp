// The words of quantities and units.
#include "record/quantity_lexicon.h"

#include <algorithm>
#include <charconv>

namespace annals {
namespace {

struct ClassName {
  std::string_view name;
  QuantityClass value;
};
constexpr ClassName kClasses[] = {
    {"scale", QuantityClass::scale},       {"plural", QuantityClass::plural}, {"few", QuantityClass::few},
    {"fraction", QuantityClass::fraction}, {"change", QuantityClass::change}, {"sets", QuantityClass::sets},
    {"has", QuantityClass::has},           {"tally", QuantityClass::tally},   {"member", QuantityClass::member},
    {"name", QuantityClass::name},         {"not", QuantityClass::no_count},  {"street", QuantityClass::street},
    {"people", QuantityClass::people},     {"unsure", QuantityClass::unsure}, {"way", QuantityClass::way}};

constexpr std::pair<std::string_view, UnitKind> kUnitKinds[] = {{"money", UnitKind::money},
                                                                {"measure", UnitKind::measure},
                                                                {"time", UnitKind::time},
                                                                {"percent", UnitKind::percent}};

std::optional<double> decimal(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

std::optional<Qualifier> qualifier(std::string_view cell) {
  const auto at = std::find(std::begin(kQualifierNames), std::end(kQualifierNames), cell);
  if (at == std::end(kQualifierNames)) return std::nullopt;
  return static_cast<Qualifier>(at - std::begin(kQualifierNames));
}

std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> out;
  for (const std::string_view word : split_cell(words, ' ')) out.emplace_back(word);
  return out;
}

bool words_at(const Annotation& annotation, std::uint32_t begin, const std::vector<std::string>& words) {
  if (begin + words.size() > annotation.tokens.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (annotation.lower(begin + static_cast<std::uint32_t>(i)) != words[i]) return false;
  }
  return true;
}

}  // namespace

void QuantityLexicon::add_numbers(const TsvTable& times) {
  const std::size_t words = times.column("words"), of = times.column("class"), value = times.column("value");
  for (const TsvRow& row : times) {
    const bool number = row[of] == "number";
    if ((!number && row[of] != "scale") || row[words].find(' ') != std::string_view::npos) continue;
    if (row[words] == "another" || row[words] == "couple") continue;  // numbers of periods only
    const auto n = decimal(row[value]);
    if (!n) throw times.error(row, "\"" + std::string(row[value]) + "\" is no number", "Write it in figures.");
    words_[static_cast<int>(number ? QuantityClass::number : QuantityClass::scale)][std::string(row[words])] = *n;
  }
}

void QuantityLexicon::add_bound(StringMap<std::vector<Bound>>& map, bool by_last, std::string_view words,
                                Qualifier qualifier) {
  Bound bound{split_words(words), qualifier};
  auto& list = map[by_last ? bound.words.back() : bound.words.front()];
  list.push_back(std::move(bound));
  std::stable_sort(list.begin(), list.end(),
                   [](const Bound& a, const Bound& b) { return a.words.size() > b.words.size(); });
}

void QuantityLexicon::add_words(const TsvTable& table) {
  const std::size_t words = table.column("words"), of = table.column("class"), value = table.column("value");
  for (const TsvRow& row : table) {
    if (row[of] == "before" || row[of] == "after" || row[of] == "bound") {
      const auto bound = qualifier(row[value]);
      if (!bound) {
        throw table.error(row, "\"" + std::string(row[value]) + "\" is no qualifier", "Use one such as at_least.");
      }
      if (row[of] == "bound") bound_verbs_[std::string(row[words])] = *bound;
      if (row[of] == "before") add_bound(before_, true, row[words], *bound);
      if (row[of] == "after") add_bound(after_, false, row[words], *bound);
      continue;
    }
    const auto at =
        std::find_if(std::begin(kClasses), std::end(kClasses), [&](const ClassName& c) { return c.name == row[of]; });
    if (at == std::end(kClasses)) {
      throw table.error(row, "\"" + std::string(row[of]) + "\" is no class of quantity words",
                        "The head of lexicon/quantities.tsv lists them.");
    }
    words_[static_cast<int>(at->value)][std::string(row[words])] = decimal(row[value]).value_or(0);
  }
}

void QuantityLexicon::add_units(const TsvTable& table) {
  const std::size_t words = table.column("words"), unit = table.column("unit"), kind = table.column("kind");
  const std::size_t place = table.column("place");
  for (const TsvRow& row : table) {
    const auto at =
        std::find_if(std::begin(kUnitKinds), std::end(kUnitKinds), [&](const auto& k) { return k.first == row[kind]; });
    if (at == std::end(kUnitKinds)) {
      throw table.error(row, "\"" + std::string(row[kind]) + "\" is no kind of unit",
                        "Use money, measure, time or percent.");
    }
    const Unit entry{std::string(row[unit]), at->second, row[place] == "before"};
    if (entry.before) {
      signs_[std::string(row[words])] = entry;
      continue;
    }
    UnitWords spelled{split_words(row[words]), entry};
    auto& list = units_[spelled.words.front()];
    list.push_back(std::move(spelled));
    std::stable_sort(list.begin(), list.end(),
                     [](const UnitWords& a, const UnitWords& b) { return a.words.size() > b.words.size(); });
  }
}

std::optional<double> QuantityLexicon::find(QuantityClass of, std::string_view word) const {
  const auto& words = words_[static_cast<int>(of)];
  const auto found = words.find(word);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::optional<Qualifier> QuantityLexicon::bound_verb(std::string_view lemma) const {
  const auto found = bound_verbs_.find(lemma);
  if (found == bound_verbs_.end()) return std::nullopt;
  return found->second;
}

QuantityLexicon::UnitHit QuantityLexicon::unit_at(const Annotation& annotation, std::uint32_t token) const {
  if (token >= annotation.tokens.size()) return {};
  const auto found = units_.find(annotation.lower(token));
  if (found == units_.end()) return {};
  for (const UnitWords& unit : found->second) {
    if (words_at(annotation, token, unit.words)) {
      return {&unit.unit, token + static_cast<std::uint32_t>(unit.words.size())};
    }
  }
  return {};
}

const QuantityLexicon::Unit* QuantityLexicon::unit_before(std::string_view sign) const {
  const auto found = signs_.find(sign);
  return found == signs_.end() ? nullptr : &found->second;
}

QuantityLexicon::BoundHit QuantityLexicon::bound_before(const Annotation& annotation, std::uint32_t token) const {
  if (token == 0) return {};
  const auto found = before_.find(annotation.lower(token - 1));
  if (found == before_.end()) return {};
  for (const Bound& bound : found->second) {
    if (bound.words.size() > token) continue;
    const auto begin = token - static_cast<std::uint32_t>(bound.words.size());
    if (words_at(annotation, begin, bound.words)) return {bound.qualifier, begin};
  }
  return {};
}

QuantityLexicon::BoundHit QuantityLexicon::bound_after(const Annotation& annotation, std::uint32_t token) const {
  if (token >= annotation.tokens.size()) return {};
  const auto found = after_.find(annotation.lower(token));
  if (found == after_.end()) return {};
  for (const Bound& bound : found->second) {
    if (words_at(annotation, token, bound.words)) {
      return {bound.qualifier, token + static_cast<std::uint32_t>(bound.words.size())};
    }
  }
  return {};
}

}  // namespace annals
