// The pipeline: its stages in order.
#include "record/pipeline.h"

#include "record/svo_events.h"

namespace annals {

const Layers& Pipeline::annotate(const Story& story, Workspace::Buffers& buffers) const {
  Layers& layers = buffers.layers;
  engine_.annotate(story.text, buffers.engine, layers.language);  // tokens, sentences, tags, trees, names
  return layers;
}

std::vector<Record> Pipeline::read(const Story& story, Workspace::Buffers& buffers) const {
  const Layers& layers = annotate(story, buffers);
  std::vector<Record> records;
  find_svo_events(story, layers.language, records);
  return records;
}

}  // namespace annals
