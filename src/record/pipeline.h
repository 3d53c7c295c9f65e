// The stages that turn a story into records, and the layers that they hand on.
#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "actor/actor_lexicon.h"
#include "actor/actor_resolver.h"
#include "annals/reader.h"
#include "annals/record.h"
#include "annals/story.h"
#include "base/stage_clock.h"
#include "language/annotation.h"
#include "language/engine.h"
#include "model/lexicon.h"
#include "model/model_file.h"
#include "place/place_resolver.h"
#include "record/contexts.h"
#include "record/events.h"
#include "record/figures.h"
#include "record/layers.h"
#include "record/movements.h"
#include "record/statements.h"
#include "record/talks.h"
#include "time/time_tagger.h"

namespace annals {

enum class ReadStage : std::uint8_t { engine, times, places, actors, clauses, records };
inline constexpr std::array<std::string_view, 6> kReadStageNames = {"engine", "times",   "places",
                                                                    "actors", "clauses", "records"};

struct Workspace::Buffers {
  StageClock<ReadStage, kReadStageNames.size()> clock;
  EngineWorkspace engine;
  std::string recased;  // the text with its headlines in small letters
  PlaceWorkspace places;
  std::vector<LocatedSpan> located;
  ActorBuffers actors;
  EventWorkspace events;
  std::vector<Quantity> quantities;
  Layers layers;
  StatementWorkspace statements;
  std::vector<StatementFinding> statement_findings;
};

// A model with every stage built from it. It never changes and is shared by threads.
class Pipeline {
 public:
  // `lexicon` is a user's folder of tables that lies over ours.
  explicit Pipeline(const std::string& model_path, const std::optional<std::filesystem::path>& lexicon = std::nullopt);

  // The names of the labels in the language layer.
  const PipelineLabels& labels() const { return engine_.labels(); }

  // The file that all of it was mapped from.
  const ModelFile& model() const { return model_; }

  // The tables that the stages were built from.
  const Lexicon& lexicon() const { return lexicon_; }

  // Throws Error{Fault::model} where the model was built without places.
  const Gazetteer& gazetteer() const;

  // Runs the stages up to the layers. The layers borrow the story's text and are valid until the next call.
  const Layers& annotate(const Story& story, Workspace::Buffers& buffers,
                         Paragraphs paragraphs = Paragraphs::together) const;

  // Runs all stages.
  std::vector<Record> read(const Story& story, Workspace::Buffers& buffers) const;

 private:
  ModelFile model_;
  Lexicon lexicon_;
  Engine engine_;
  TimeLexicon time_words_;
  TimeTagger times_;
  std::optional<PlaceResolver> places_;  // none where the model was built of the language alone
  ActorLexicon actor_lexicon_;
  ActorResolver actors_;
  ActTables act_tables_;
  ContextLexicon contexts_;
  EventFinder events_;
  FigureFinder figures_;
  MovementFinder movements_;
  TalksFinder talks_;
  CueLexicon cues_;
  StatementFinder statements_;
};

}  // namespace annals
