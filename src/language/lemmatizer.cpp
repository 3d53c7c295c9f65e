// The rule lemmatizer: exceptions, then endings tried against an index of known words.
#include "language/lemmatizer.h"

#include <algorithm>

#include "base/binary.h"
#include "base/unicode.h"
#include "language/morphology.h"
#include "model/lemma_sections.h"

namespace annals {
namespace {

// Python's str.isalpha.
bool is_alpha(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    if ((char_classes(next_code_point(s, at)) & kLetter) == 0) return false;
  }
  return !s.empty();
}

// lang/en/lemmatizer.py: is_base_form. A noun in the singular, a verb in the infinitive or the present other than the
// third person, an adjective in the positive: nothing to take off.
bool is_english_base_form(Pos pos, std::string_view morph) {
  const auto value = [morph](std::string_view feature) { return feature_value(morph, feature); };
  if (pos == Pos::NOUN && value("Number") == "Sing") return true;
  if (pos == Pos::VERB && value("VerbForm") == "Fin" && value("Tense") == "Pres" && value("Number").empty()) {
    return true;
  }
  return value("VerbForm") == "Inf" || value("VerbForm") == "None" || value("Degree") == "Pos";
}

std::uint64_t pos_key(Pos pos) {
  std::string name(kPosNames[static_cast<std::size_t>(pos)]);
  for (char& c : name) c = static_cast<char>(c | 0x20);  // ASCII capitals only
  return string_key(name);
}

// The forms that endings have given, as spaCy orders them: known words go to the front.
struct Forms {
  std::vector<std::string> known_or_odd;
  std::vector<std::string> unknown;

  bool has(std::string_view form) const {
    return std::find(known_or_odd.begin(), known_or_odd.end(), form) != known_or_odd.end();
  }
};

}  // namespace

Lemmatizer::Lemmatizer(const ModelFile& model, std::span<const std::string> morph_names)
    : morphs_(morph_names.size()),
      words_(model.array<FrozenSlot>(kLemmaWords)),
      exceptions_(model.section(kLemmaExceptions)) {
  read_rules(model);
  for (std::size_t pos = 0; pos < kPosNames.size(); ++pos) {
    for (const auto& morph : morph_names) actions_.push_back(action_for(static_cast<Pos>(pos), morph));
  }
}

void Lemmatizer::read_rules(const ModelFile& model) {
  BinaryReader in(model.section(kLemmaRules), kLemmaRules);
  overwrite_ = in.get<std::uint8_t>() != 0;
  english_ = in.get<std::uint8_t>() != 0;
  const auto tables = in.get<std::uint32_t>();
  for (std::uint32_t t = 0; t < tables; ++t) {
    Table& table = tables_.emplace_back();
    table.key = in.get<std::uint64_t>();
    const auto rules = in.get<std::uint32_t>();
    for (std::uint32_t r = 0; r < rules; ++r) table.rules.push_back({in.get_string(), in.get_string()});
  }
}

Lemmatizer::Action Lemmatizer::action_for(Pos pos, std::string_view morph) const {
  if (pos == Pos::none || pos == Pos::SPACE) return kLower;
  if (english_ && is_english_base_form(pos, morph)) return kLower;
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    if (tables_[t].key == pos_key(pos)) return static_cast<Action>(kFirstTable + t);
  }
  return pos == Pos::PROPN ? kKeep : kLower;
}

void Lemmatizer::apply(Annotation& annotation) const {
  for (Token& token : annotation.tokens) {
    if (!token.lemma.empty() && !overwrite_) continue;
    const Action what = action(token.pos, token.morph);
    if (what == kLower) {
      token.lemma = token.lower;
    } else if (what == kKeep) {
      token.lemma = annotation.add_string(annotation.text(token));
    } else {
      look_up(annotation, token, tables_[what - std::size_t{kFirstTable}]);
    }
  }
}

void Lemmatizer::look_up(Annotation& annotation, Token& token, const Table& table) const {
  const auto text = annotation.text(token);
  const auto key = lemma_key(table.key, text);
  if (const auto cached = cache_.find(key)) {
    token.lemma = cached->is_lower ? token.lower : annotation.add_string(cached->text);
    return;
  }
  const auto lower = annotation.lower(token);
  const std::string found = apply_rules(text, lower, table);
  const bool is_lower = found == lower;
  cache_.insert(key, {is_lower, found});
  token.lemma = is_lower ? token.lower : annotation.add_string(found);
}

std::string Lemmatizer::lemma(std::string_view text, std::string_view lower, Pos pos, std::uint16_t morph) const {
  const Action what = action(pos, morph);
  if (what == kLower) return std::string(lower);
  if (what == kKeep) return std::string(text);
  return apply_rules(text, lower, tables_[what - std::size_t{kFirstTable}]);
}

// pipeline/lemmatizer.py: rule_lemmatize, of whose list the first form is taken.
std::string Lemmatizer::apply_rules(std::string_view text, std::string_view lower, const Table& table) const {
  Forms forms;
  for (const Rule& rule : table.rules) {
    if (!lower.ends_with(rule.old_ending)) continue;
    std::string form(lower.substr(0, lower.size() - rule.old_ending.size()));
    form += rule.new_ending;
    if (form.empty()) continue;
    if ((words_.find(lemma_key(table.key, form)).value_or(0) & 1) != 0) {
      forms.known_or_odd.insert(forms.known_or_odd.begin(), std::move(form));
    } else if (!is_alpha(form)) {
      forms.known_or_odd.push_back(std::move(form));
    } else {
      forms.unknown.push_back(std::move(form));
    }
  }
  for (const auto form : exceptions(words_.find(lemma_key(table.key, lower)).value_or(0))) {
    if (!forms.has(form)) forms.known_or_odd.emplace(forms.known_or_odd.begin(), form);
  }
  if (!forms.known_or_odd.empty()) return std::move(forms.known_or_odd.front());
  if (!forms.unknown.empty()) return std::move(forms.unknown.front());
  return std::string(text);
}

// The exceptional lemmas that stand in the blob for a value of the word map.
std::vector<std::string_view> Lemmatizer::exceptions(std::uint32_t value) const {
  std::vector<std::string_view> forms;
  if (value < 2) return forms;
  const std::size_t offset = value / 2 - 1;
  BinaryReader in(exceptions_.subspan(std::min(offset, exceptions_.size())), kLemmaExceptions);
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) forms.push_back(in.get_string());
  return forms;
}

}  // namespace annals
