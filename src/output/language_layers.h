// The layers that the language engine gives, as rows: tokens, sentences, entities.
#pragma once
#include "language/annotation.h"
#include "language/engine.h"
#include "output/layer_rows.h"

namespace annals {

// `labels` are those of the engine that annotated. "token" and "head" are indexes of tokens in the story, from 0; a
// root is its own head.
void token_rows(const Annotation& annotation, const PipelineLabels& labels, LayerRows& rows);
// Without the white space around them.
void sentence_rows(const Annotation& annotation, LayerRows& rows);
void entity_rows(const Annotation& annotation, const PipelineLabels& labels, LayerRows& rows);

}  // namespace annals
