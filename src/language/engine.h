// The language engine: text to tokens, sentences, tags, lemmas, dependencies and names.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/stage_clock.h"
#include "language/annotation.h"
#include "language/label_set.h"
#include "language/labels.h"
#include "model/model_file.h"

namespace annals {

// Tokens that are analysed as one text at most. A longer story is cut into such pieces, after a paragraph or a
// sentence where there is one, so that memory stays bounded and work linear.
inline constexpr std::size_t kMaxTokensAtOnce = 8192;

class Engine;

// How a text is parsed: as one, which is what spaCy does, or each paragraph by itself, so that no sentence or name runs
// from a headline into the text below it. Tags and vectors are the same either way.
enum class Paragraphs : std::uint8_t { together, apart };

enum class EngineStage : std::uint8_t {
  tokenizer,
  encoder,
  tagger,
  parser,
  entity_encoder,
  entities,
  ruler,
  lemmatizer
};
inline constexpr std::array<std::string_view, 8> kEngineStageNames = {
    "tokenizer", "encoder", "tagger", "parser", "entity encoder", "entities", "attribute ruler", "lemmatizer"};

// One thread's buffers, kept from story to story.
class EngineWorkspace {
 public:
  EngineWorkspace();
  ~EngineWorkspace();
  EngineWorkspace(EngineWorkspace&&) noexcept;
  EngineWorkspace& operator=(EngineWorkspace&&) noexcept;

  StageClock<EngineStage, kEngineStageNames.size()> clock;

 private:
  friend class Engine;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

struct PipelineLabels {
  LabelSet<Tag> tags{kTagNames};
  LabelSet<Dep> deps{kDepNames};
  LabelSet<EntityType> entities{kEntityTypeNames};
};

// Never changes once built; threads share one, and each brings a workspace.
class Engine {
 public:
  // Borrows `model`, which must outlive the engine. Throws Error{Fault::model} if a section is missing or damaged.
  explicit Engine(const ModelFile& model);
  ~Engine();

  // Annotates `text`, valid UTF-8 of less than 4 GiB that outlives `annotation`. Where paragraphs are apart, so is what
  // stands before byte `dateline_end` from what follows on its line.
  void annotate(std::string_view text, EngineWorkspace& workspace, Annotation& annotation,
                Paragraphs paragraphs = Paragraphs::together, std::uint32_t dateline_end = 0) const;

  const PipelineLabels& labels() const;

  // The lemma of a word in lower case by the tables alone, as an inflected form of that part of speech.
  std::string lemma(std::string_view lower, Pos pos) const;
  bool is_stop_word(std::string_view lower) const;

  // Multiplications and additions of the networks for a token whose word is cached, parser and recogniser steps
  // included as if a token took two of the parser's and one of the recogniser's.
  double multiply_adds_per_token() const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace annals
