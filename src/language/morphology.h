// Morphological features as enums, parsed once for each of the model's feature strings.
//
// Names and values are those of Universal Dependencies (universaldependencies.org/u/feat) as spaCy's English
// pipelines give them. A feature that the string does not have is `none`, as is a value not listed here.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class Number : std::uint8_t { none, Sing, Plur };
enum class Person : std::uint8_t { none, First, Second, Third };
enum class Tense : std::uint8_t { none, Past, Pres };
enum class VerbForm : std::uint8_t { none, Fin, Ger, Inf, Part };
enum class Aspect : std::uint8_t { none, Perf, Prog };
enum class Mood : std::uint8_t { none, Ind };
enum class Gender : std::uint8_t { none, Fem, Masc, Neut };
enum class Case : std::uint8_t { none, Acc, Nom };
enum class Degree : std::uint8_t { none, Pos, Cmp, Sup };
enum class PronType : std::uint8_t { none, Art, Dem, Ind, Prs, Rel };
enum class Definite : std::uint8_t { none, Def, Ind };
enum class NumType : std::uint8_t { none, Card, Mult, Ord };

struct MorphFeatures {
  Number number = Number::none;
  Person person = Person::none;
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  Aspect aspect = Aspect::none;
  Mood mood = Mood::none;
  Gender gender = Gender::none;
  Case case_ = Case::none;
  Degree degree = Degree::none;
  PronType pron_type = PronType::none;
  Definite definite = Definite::none;
  NumType num_type = NumType::none;
  bool possessive = false;  // Poss=Yes
  bool reflexive = false;   // Reflex=Yes
  bool negative = false;    // Polarity=Neg
  bool modal = false;       // VerbType=Mod
  bool foreign = false;     // Foreign=Yes

  bool operator==(const MorphFeatures&) const = default;
};

// Parses "Number=Sing|Tense=Past".
MorphFeatures parse_features(std::string_view text);

// The value of feature `name` in such a string, "" if it has none.
std::string_view feature_value(std::string_view text, std::string_view name);

class Morphology {
 public:
  explicit Morphology(std::span<const std::string> morph_names);

  // By Token::morph.
  const MorphFeatures& features(std::uint16_t morph) const { return features_[morph]; }

 private:
  std::vector<MorphFeatures> features_;
};

}  // namespace annals
