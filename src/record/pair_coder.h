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
#include "record/pair_classifier.h"
#include "record/pair_features.h"
#include "record/pairs.h"
#include "story/marked_sentence.h"

namespace annals {

struct PairAnswer {
  std::string_view type;  // lives as long as the coder; empty where nothing was found
  double score = 0;       // how sure, from 0 to 1
  ByteSpan trigger;       // empty where no act was found
  std::string_view why;   // what decided: "lexicon/acts/assault.tsv:88", or "the sentence's words" (the classifier)
};

// Never changes once built; threads share one, and each brings a workspace.
class PairCoder {
 public:
  struct Workspace {
    EngineWorkspace engine;
    Annotation annotation;
    PairWorkspace pairs;
    PairFeatures features;
    std::vector<float> scores;
  };

  // `lexicon` is a user's folder of tables that lies over ours; empty for none.
  explicit PairCoder(const std::string& model_path, const std::string& lexicon = {});

  PairAnswer code(const MarkedSentence& sentence, Workspace& workspace) const;

  // The same for a text that is annotated already, without the engine's part.
  PairAnswer code(const Annotation& annotation, TokenSpan actor, TokenSpan recipient, Workspace& workspace) const;

  // The types that the classifier knows; none where the model was built without training sentences.
  std::span<const std::string_view> types() const {
    return classifier_ ? classifier_->types() : std::span<const std::string_view>();
  }

 private:
  ModelFile model_;
  Lexicon lexicon_;
  Engine engine_;
  ActTables tables_;
  ActFinder finder_;
  WordVectors vectors_;
  std::optional<PairClassifier> classifier_;  // none where the model was built without training sentences
};

// The tokens that `bytes` touch; empty for none.
TokenSpan tokens_of(const Annotation& annotation, const std::optional<ByteSpan>& bytes);

}  // namespace annals
