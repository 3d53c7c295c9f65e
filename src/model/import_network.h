// Reading of a spaCy pipeline's neural networks into sections of the model file.
#pragma once
#include "model/model_file.h"
#include "model/spacy_pipeline.h"

namespace annals {

// Refuses, by name, an architecture that the engine does not run. Throws Error{Fault::model}.
void check_architectures(const SpacyPipeline& pipeline);

// Writes the encoders ("tok2vec.*", "ner.tok2vec.*"), the tagger ("tagger.*"), the transition systems ("parser.*",
// "ner.*") and the word vectors ("vectors.*") of `pipeline`. docs/model-file.md lists the sections.
void import_networks(const SpacyPipeline& pipeline, ModelWriter& writer);

}  // namespace annals
