// PLOVER contexts by the words of a sentence (lexicon/contexts.tsv).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "language/annotation.h"
#include "record/semantic_classes.h"

namespace annals {

class ContextLexicon {
 public:
  // Columns word, pos, context and, where wanted, reach. Tables add up.
  void add(const TsvTable& table);

  // The contexts of the sentence, in the order of the tables, each once.
  std::vector<std::string> of(const Annotation& annotation, std::uint32_t sentence) const;

  // The contexts that hold for the whole story: words of reach "story" stand in two of its sentences or more.
  std::vector<std::string> of_story(const Annotation& annotation) const;

 private:
  struct Entry {
    std::string words;
    std::uint32_t context;
    bool story = false;
  };
  // Sets `found` of each context that a word of the sentence has.
  void mark(const Annotation& annotation, std::uint32_t sentence, bool story_only, std::vector<char>& found) const;
  StringMap<std::vector<Entry>> entries_;  // by last word
  std::vector<std::string> names_;
};

}  // namespace annals
