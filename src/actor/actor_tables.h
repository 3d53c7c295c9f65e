// Reads the tables of actors from a directory of lexicon files.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "actor/actor_lexicon.h"

namespace annals {

// The tables that ActorLexicon knows, in a directory: NAME.tsv each. Those that are missing are left out.
class ActorTables {
 public:
  // Adds the tables of a directory over those added before. Throws Error{Fault::lexicon} if a file cannot be read.
  void add_directory(const std::string& path);

  // Valid as long as this object is not changed.
  const std::vector<LexiconText>& texts() const { return texts_; }

 private:
  std::vector<std::unique_ptr<std::string>> owned_;
  std::vector<LexiconText> texts_;
};

}  // namespace annals
