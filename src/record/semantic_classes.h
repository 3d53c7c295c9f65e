// Which classes of lexicon/classes.tsv a word belongs to: AMBASSADOR, DEAL, PLACE, WEAPON, ...
#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/tsv.h"
#include "language/annotation.h"

namespace annals {

inline constexpr std::size_t kMaxClasses = 128;
using ClassSet = std::bitset<kMaxClasses>;

// Lets unordered maps keyed by strings be searched by views.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// True if the word at `token` has the lemma or form `word`.
bool is_word(const Annotation& annotation, std::uint32_t token, std::string_view word);
// True if `phrase` ("nuclear test") names the token: its last word is the token's and the ones before stand before it.
bool is_phrase(const Annotation& annotation, std::uint32_t token, std::string_view phrase);

class SemanticClasses {
 public:
  // Columns class, word. A word is a lemma, a phrase, "ent:LABEL" for any word of such an entity, or "gram:plural".
  // Tables after the first add to it. Throws Error{Fault::lexicon}.
  void add(const TsvTable& table);

  // The number of the class, or -1.
  int find(std::string_view name) const;
  // True if some class lists the word itself.
  bool has_word(std::string_view lemma) const { return words_.contains(lemma); }
  // The classes of a word. Pronouns are PERSON or GROUP by their form.
  ClassSet of(const Annotation& annotation, std::uint32_t token) const;

 private:
  std::size_t number_of(const TsvTable& table, const TsvRow& row, std::string_view name);

  StringMap<std::size_t> numbers_;
  StringMap<ClassSet> words_;
  struct Phrase {
    std::string words;
    std::size_t number;
  };
  StringMap<std::vector<Phrase>> phrases_;  // by last word
  std::vector<ClassSet> entities_;          // by EntityType
};

}  // namespace annals
