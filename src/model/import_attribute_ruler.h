// Imports the attribute ruler of a spaCy pipeline into the model file.
#pragma once
#include "model/model_file.h"
#include "model/spacy_pipeline.h"

namespace annals {

// Writes the sections of attribute_ruler_sections.h. Throws Error{Fault::model} for patterns that are not supported.
void import_attribute_ruler(const SpacyPipeline& pipeline, ModelWriter& writer);

}  // namespace annals
