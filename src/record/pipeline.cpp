// The pipeline: its stages in order.
#include "record/pipeline.h"

#include "record/coordination.h"
#include "record/figure_setting.h"
#include "record/headlines.h"
#include "record/roles.h"
#include "record/tolls.h"
#include "story/dateline.h"

namespace annals {
namespace {

TimeLexicon time_words(const Lexicon& lexicon) {
  std::vector<TimeLexicon::Table> tables;
  for (const Lexicon::Table& table : lexicon.tables("times.tsv")) tables.push_back({table.text, table.where});
  return TimeLexicon::parse(tables);
}

ContextLexicon contexts(const Lexicon& lexicon) {
  ContextLexicon contexts;
  for (const Lexicon::Table& table : lexicon.tables("contexts.tsv")) contexts.add(TsvTable(table.text, table.where));
  return contexts;
}

// Places of the story whose country may tell that of people near by.
void locate(const std::vector<NamedPlace>& places, std::vector<LocatedSpan>& located) {
  located.clear();
  for (const NamedPlace& place : places) {
    if (place.use == PlaceUse::literal && !place.country.empty()) located.push_back({place.tokens, place.country});
  }
}

CueLexicon cue_words(const Lexicon& lexicon) {
  CueLexicon cues;
  for (const Lexicon::Table& table : lexicon.tables("cues.tsv"))
    cues.add(TsvTable(table.text, table.where), table.where);
  return cues;
}

// The country of all named actors and places, if it is one.
std::string_view only_country(const Layers& layers) {
  std::string_view only;
  const auto another = [&](std::string_view country) {
    if (only.empty()) only = country;
    return !country.empty() && country != only;
  };
  for (const ActorEntity& entity : layers.actors.entities) {
    if (entity.named && another(entity.country)) return {};
  }
  for (const NamedPlace& place : layers.places) {
    // "U.N." is a village too.
    const ActorEntity* body = layers.actors.actor_at(place.tokens.end - 1);
    if (body != nullptr && body->table == "actors") continue;
    if (place.use == PlaceUse::literal && another(place.country)) return {};
  }
  return only;
}

}  // namespace

Pipeline::Pipeline(const std::string& model_path, const std::optional<std::filesystem::path>& lexicon)
    : model_(model_path),
      lexicon_(model_, lexicon),
      engine_(model_),
      time_words_(time_words(lexicon_)),
      times_(time_words_),
      actor_lexicon_(lexicon_),
      actors_(actor_lexicon_),
      act_tables_(lexicon_),
      contexts_(contexts(lexicon_)),
      events_(act_tables_, contexts_),
      figures_(lexicon_, act_tables_.factuality),
      movements_(lexicon_, act_tables_.factuality),
      talks_(lexicon_, actor_lexicon_, act_tables_.factuality),
      cues_(cue_words(lexicon_)),
      statements_(cues_) {
  if (model_.has("place.entries")) places_.emplace(model_);
}

const Layers& Pipeline::annotate(const Story& story, Workspace::Buffers& buffers, Paragraphs paragraphs) const {
  Layers& layers = buffers.layers;
  layers.story = &story;
  auto& clock = buffers.clock;
  clock.start();
  // Tokens, sentences, tags, trees, names.
  const bool mend = paragraphs == Paragraphs::apart;
  const bool recased = mend && recase_headlines(story.text, engine_, act_tables_, buffers.recased);
  const std::optional<Dateline> dateline = story.dateline ? story.dateline : find_dateline(story.text);
  engine_.annotate(recased ? buffers.recased : story.text, buffers.engine, layers.language, paragraphs,
                   dateline ? dateline->end : 0);
  layers.language.story_text = story.text;
  if (mend) {
    mend_lemmas(engine_, act_tables_, layers.language);
    mend_coordination(cues_, layers.language);
  }
  clock.done(ReadStage::engine);
  layers.times.clear();
  times_.tag(layers.language, story.published, layers.times);
  clock.done(ReadStage::times);
  layers.places.clear();
  if (places_) places_->resolve(layers.language, buffers.places, layers.places);
  locate(layers.places, buffers.located);
  clock.done(ReadStage::places);
  actors_.resolve(layers.language, story.published, buffers.located, buffers.actors, layers.actors, story.title);
  layers.only_country = only_country(layers);
  clock.done(ReadStage::actors);
  layers.clauses.build(layers.language);
  clock.done(ReadStage::clauses);
  return layers;
}

const Gazetteer& Pipeline::gazetteer() const {
  if (!places_) {
    throw Error{Fault::model, model_.path(), "the model has no gazetteer", "Build it again with `make model`."};
  }
  return places_->gazetteer();
}

std::vector<Record> Pipeline::read(const Story& story, Workspace::Buffers& buffers) const {
  const Layers& layers = annotate(story, buffers, Paragraphs::apart);
  std::vector<Record> records;
  events_.find(layers, buffers.events, records);
  figures_.find(layers, buffers.quantities, records);
  share_figure_settings(layers, records, 0);
  assign_tolls(records);
  movements_.find(layers, records);
  talks_.find(layers, records);
  find_roles(layers, actor_lexicon_, records);
  buffers.statement_findings.clear();
  statements_.find(layers, buffers.statements, buffers.statement_findings);
  StatementFinder::attribute(layers, buffers.statement_findings, records);
  statements_.append_records(layers, buffers.statement_findings, records);
  buffers.clock.done(ReadStage::records);
  return records;
}

}  // namespace annals
