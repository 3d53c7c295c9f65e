// From a sentence with a marked actor and recipient to the type of the act between them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "language/engine.h"
#include "model/lexicon.h"
#include "model/model_file.h"
#include "record/acts.h"
#include "record/pairs.h"
#include "story/marked_sentence.h"

namespace annals {

struct PairAnswer {
  std::string_view type;  // lives as long as the coder; empty where nothing was found
  double score = 0;       // how sure, from 0 to 1
  ByteSpan trigger;       // empty where no act was found
  std::string_view why;   // what decided: "lexicon/acts/assault.tsv:88"
};

// Never changes once built; threads share one, and each brings a workspace.
class PairCoder {
 public:
  struct Workspace {
    EngineWorkspace engine;
    Annotation annotation;
    PairWorkspace pairs;
  };

  // `lexicon` is a user's folder of tables that lies over ours; empty for none.
  explicit PairCoder(const std::string& model_path, const std::string& lexicon = {});

  PairAnswer code(const MarkedSentence& sentence, Workspace& workspace) const;

 private:
  ModelFile model_;
  Lexicon lexicon_;
  Engine engine_;
  ActTables tables_;
  ActFinder finder_;
};

// The tokens that `bytes` touch; empty for none.
TokenSpan tokens_of(const Annotation& annotation, const std::optional<ByteSpan>& bytes);

}  // namespace annals
