// Finds the proper names of a story: those of the actor list, those the engine found, and other runs of capitals.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "actor/actor_lexicon.h"
#include "language/annotation.h"

namespace annals {

enum class NameType : std::uint8_t { person, place, organisation, people, other };

struct NameSpan {
  TokenSpan words;     // without article, honorifics, titles and possessive ending
  std::uint32_t head;  // the token whose head lies outside
  NameType type;
  std::uint32_t entry;             // of the lexicon, or kNoEntry
  Gender gender;                   // shown by an honorific or a given name
  std::uint32_t inner = kNoEntry;  // a state named within: "Kenya Television"
};

struct NameFinder {
  std::vector<NameSpan> names;          // in text order, not overlapping
  std::vector<std::uint32_t> by_token;  // index into names or 0xFFFFFFFF
  std::string folded;                   // scratch

  void find(const Annotation& story, const ActorLexicon& lexicon, std::optional<Day> day);
};

}  // namespace annals
