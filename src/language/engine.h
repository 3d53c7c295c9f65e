// The language engine: text to tokens, sentences, tags, lemmas, dependencies and names.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

#include "language/annotation.h"
#include "language/label_set.h"
#include "language/labels.h"
#include "model/model_file.h"

namespace annals {

// Tokens that are analysed as one text at most. A longer story is cut into such pieces, after a paragraph or a
// sentence where there is one, so that memory stays bounded and work linear.
inline constexpr std::size_t kMaxTokensAtOnce = 8192;

class Engine;

// One thread's buffers, kept from story to story.
class EngineWorkspace {
 public:
  EngineWorkspace();
  ~EngineWorkspace();
  EngineWorkspace(EngineWorkspace&&) noexcept;
  EngineWorkspace& operator=(EngineWorkspace&&) noexcept;

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

  // Annotates `text`, valid UTF-8 of less than 4 GiB that outlives `annotation`.
  void annotate(std::string_view text, EngineWorkspace& workspace, Annotation& annotation) const;

  const PipelineLabels& labels() const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace annals
