// Spans of tokens as the words and the evidence of records.
#pragma once
#include "annals/record.h"
#include "language/annotation.h"

namespace annals {

// The words from the first to the last token; empty for an empty span.
Words words_of(const Annotation& annotation, TokenSpan span);

// The span without tokens of white space at its ends.
TokenSpan without_space(const Annotation& annotation, TokenSpan span);

// The token's sentence, as a record's evidence, without the white space around it. A headline or dateline that the
// parser took for a part of the sentence is left out: a blank line ends it.
Words sentence_of(const Annotation& annotation, std::uint32_t token);

}  // namespace annals
