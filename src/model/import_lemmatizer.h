// Imports the rule lemmatizer of a spaCy pipeline into the model file.
#pragma once
#include "model/model_file.h"
#include "model/spacy_pipeline.h"

namespace annals {

// Writes the sections of lemma_sections.h. Throws Error{Fault::model} for a lemmatizer of another mode, or of a
// language for which spaCy has a lemmatizer of its own.
void import_lemmatizer(const SpacyPipeline& pipeline, ModelWriter& writer);

}  // namespace annals
