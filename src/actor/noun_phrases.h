// Reads the noun phrases of a story that may stand for actors: their head, words, number and title.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "actor/actor.h"
#include "actor/name_finder.h"
#include "language/annotation.h"

namespace annals {

// A phrase before it is known whom it means.
struct Phrase {
  TokenSpan words;     // from its first modifier to its head, with a title's "of" phrase
  std::uint32_t head;  // the token that the sentence's syntax sees
  std::uint32_t noun;  // the head noun: past "dozens of" and the like, else the head
  MentionKind kind;
  std::uint32_t name = kNobody;      // index into NameFinder::names
  const TitleWord* title = nullptr;  // what the noun says, or the title before a name
  TokenSpan title_words;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  bool definite = false;          // "the", "this", or possessed
  bool indefinite = false;        // "a", "some", a number
  bool counted = false;           // a number or "dozens of"
  bool former = false;            // "former president"
  std::uint32_t owner = kNobody;  // the possessor's token: "Kenya's", "his"
};

struct NounPhrases {
  std::vector<Phrase> phrases;  // by head token
  std::string folded;           // scratch

  void read(const Annotation& story, const ActorLexicon& lexicon, const NameFinder& names, TokenSpan dateline = {0, 0});
};

// The dependents of a token with a label, first to last.
std::uint32_t child_with(const Annotation& story, std::uint32_t token, Dep dep);

}  // namespace annals
