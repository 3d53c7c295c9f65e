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
  // Columns word, pos, context. Tables add up.
  void add(const TsvTable& table);

  // The contexts of the sentence, in the order of the tables, each once.
  std::vector<std::string> of(const Annotation& annotation, std::uint32_t sentence) const;

 private:
  struct Entry {
    std::string words;
    std::uint32_t context;
  };
  StringMap<std::vector<Entry>> entries_;  // by last word
  std::vector<std::string> names_;
};

}  // namespace annals
