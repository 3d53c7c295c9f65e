// Parsing of morphological feature strings.
#include "language/morphology.h"

#include <array>

namespace annals {
namespace {

// The enum value whose name stands at the same place in `names`, which leave `none` out.
template <typename Enum, std::size_t N>
Enum value_of(std::string_view text, std::string_view feature, const std::array<std::string_view, N>& names) {
  const auto value = feature_value(text, feature);
  for (std::size_t i = 0; i < N; ++i) {
    if (value == names[i]) return static_cast<Enum>(i + 1);
  }
  return Enum::none;
}

template <std::size_t N>
constexpr std::array<std::string_view, N> list(const char* const (&names)[N]) {
  std::array<std::string_view, N> result;
  for (std::size_t i = 0; i < N; ++i) result[i] = names[i];
  return result;
}

}  // namespace

std::string_view feature_value(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    const auto end = text.find('|');
    const auto feature = text.substr(0, end);
    if (feature.size() > name.size() && feature.starts_with(name) && feature[name.size()] == '=') {
      return feature.substr(name.size() + 1);
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return {};
}

MorphFeatures parse_features(std::string_view text) {
  MorphFeatures f;
  f.number = value_of<Number>(text, "Number", list({"Sing", "Plur"}));
  f.person = value_of<Person>(text, "Person", list({"1", "2", "3"}));
  f.tense = value_of<Tense>(text, "Tense", list({"Past", "Pres"}));
  f.verb_form = value_of<VerbForm>(text, "VerbForm", list({"Fin", "Ger", "Inf", "Part"}));
  f.aspect = value_of<Aspect>(text, "Aspect", list({"Perf", "Prog"}));
  f.mood = value_of<Mood>(text, "Mood", list({"Ind"}));
  f.gender = value_of<Gender>(text, "Gender", list({"Fem", "Masc", "Neut"}));
  f.case_ = value_of<Case>(text, "Case", list({"Acc", "Nom"}));
  f.degree = value_of<Degree>(text, "Degree", list({"Pos", "Cmp", "Sup"}));
  f.pron_type = value_of<PronType>(text, "PronType", list({"Art", "Dem", "Ind", "Prs", "Rel"}));
  f.definite = value_of<Definite>(text, "Definite", list({"Def", "Ind"}));
  f.num_type = value_of<NumType>(text, "NumType", list({"Card", "Mult", "Ord"}));
  f.possessive = feature_value(text, "Poss") == "Yes";
  f.reflexive = feature_value(text, "Reflex") == "Yes";
  f.negative = feature_value(text, "Polarity") == "Neg";
  f.modal = feature_value(text, "VerbType") == "Mod";
  f.foreign = feature_value(text, "Foreign") == "Yes";
  return f;
}

Morphology::Morphology(std::span<const std::string> morph_names) {
  features_.reserve(morph_names.size());
  for (const auto& name : morph_names) features_.push_back(parse_features(name));
}

}  // namespace annals
