// The pipeline: its stages in order.
#include "record/pipeline.h"

#include "record/svo_events.h"

namespace annals {
namespace {

TimeLexicon time_words(const Lexicon& lexicon) {
  std::vector<TimeLexicon::Table> tables;
  for (const Lexicon::Table& table : lexicon.tables("times.tsv")) tables.push_back({table.text, table.where});
  return TimeLexicon::parse(tables);
}

}  // namespace

Pipeline::Pipeline(const std::string& model_path)
    : model_(model_path), lexicon_(model_), engine_(model_), time_words_(time_words(lexicon_)), times_(time_words_) {
  if (model_.has("place.entries")) places_.emplace(model_);
}

const Layers& Pipeline::annotate(const Story& story, Workspace::Buffers& buffers, Paragraphs paragraphs) const {
  Layers& layers = buffers.layers;
  layers.story = &story;
  engine_.annotate(story.text, buffers.engine, layers.language, paragraphs);  // tokens, sentences, tags, trees, names
  layers.times.clear();
  times_.tag(layers.language, story.published, layers.times);
  layers.places.clear();
  if (places_) places_->resolve(layers.language, buffers.places, layers.places);
  layers.clauses.build(layers.language);
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
  find_svo_events(story, layers.language, records);
  return records;
}

}  // namespace annals
