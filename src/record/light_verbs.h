// Verbs that say little themselves: the noun names the act, the verb says who does it ("launch an attack").
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "record/act_matcher.h"
#include "record/semantic_classes.h"

namespace annals {

// What the light verb's subject is to the act.
enum class LightSubject : std::uint8_t { actor, recipient, theme, claimant, scene, none };

struct LightVerb {
  std::vector<std::string> nouns;  // lemmas or classes; any noun if empty
  LightSubject subject = LightSubject::none;
  std::string effect;  // "actual", or a row of nesting.tsv: "reversed", "future", "negated", ...
};

class LightVerbs {
 public:
  // Columns verb, particle, nouns, subject_is, effect. Throws Error{Fault::lexicon}.
  void add(const TsvTable& table);

  // The entry of the verb with this particle or preposition ("" for none) for the noun, or nullptr. An entry that
  // names nouns goes before one that takes any.
  bool has(std::string_view verb) const { return verbs_.contains(verb); }
  const LightVerb* find(const ActMatcher& matcher, const SemanticClasses& classes, const Clauses& clauses,
                        ClassCache& cache, std::string_view verb, std::string_view particle, std::uint32_t noun) const;

 private:
  StringMap<std::vector<LightVerb>> verbs_;  // "verb" or "verb particle"
};

// The rules of precedence between types as data (lexicon/nesting.tsv): what "will", "refused to", "demanded" make of
// the act inside.
class NestingRules {
 public:
  // Columns outer, inner_type, inner_mode, type, mode, and optionally plv.
  void add(const TsvTable& table);

  struct Result {
    std::string type, mode;
    std::string pair_type;  // of the published pair set, where it differs
  };
  // The narrower rule, with a mode, goes before the wider; nullptr where nothing changes.
  const Result* find(std::string_view outer, std::string_view type, std::string_view mode) const;

 private:
  StringMap<Result> rules_;  // "outer|type|mode"
};

}  // namespace annals
