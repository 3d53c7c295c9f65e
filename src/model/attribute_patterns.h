// The patterns of spaCy's attribute ruler (pipeline/attributeruler.py), read and checked.
//
//   {"patterns": [[{"TAG": "RB", "LOWER": {"IN": ["not", "n't"]}}]], "attrs": {"POS": "PART", "LEMMA": "not"},
//    "index": 0}
//
// says: a token tagged RB whose lower-cased form is one of these becomes a particle with the lemma "not". A pattern
// may span several tokens; `index` then says which of them the attributes are for.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/spacy_pipeline.h"

namespace annals {

// What a pattern looks at. A value of `is_space` is "1" or "0".
enum class PatternField { tag, lower, dep, is_space };
inline constexpr std::size_t kPatternFields = 4;

struct PatternCondition {
  PatternField field;
  bool negated;  // NOT_IN
  std::set<std::string> values;

  bool holds_for(const std::string& value) const { return values.contains(value) != negated; }
};

// What a pattern sets.
enum class RuledAttribute { pos, morph, lemma, tag, dep };
inline constexpr std::size_t kRuledAttributes = 5;

struct AttributePattern {
  std::vector<std::vector<PatternCondition>> steps;  // one for each token of the span
  std::size_t target = 0;                            // the step whose token is changed
};

struct AttributeRule {
  std::vector<AttributePattern> patterns;  // any of them
  std::array<std::optional<std::string>, kRuledAttributes> sets;
};

// The rules in the order of the file, in which a later one overrides an earlier. Throws Error{Fault::model} for a
// pattern that asks for more than the conditions above.
std::vector<AttributeRule> read_attribute_rules(const SpacyPipeline& pipeline);

// All strings that an anchored regular expression of literals, classes such as [ou], and ? matches; nothing if it is
// of any other form. "^n[ou]thin'?$" gives the four spellings, so that no expression is run while reading.
std::optional<std::set<std::string>> expand_finite_regex(std::string_view regex);

// Features in the one order in which spaCy prints them (morphology.pyx: normalize_features); "_" is none.
std::string canonical_morph(std::string_view features);

}  // namespace annals
