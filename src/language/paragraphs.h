// Where paragraphs end.
#pragma once
#include <vector>

#include "base/span.h"
#include "language/annotation.h"

namespace annals {

// Replaces `paragraphs` by those of `span`, each with the white space that ends it. A blank line always ends one. A
// single line break does where the line above ends like a sentence, and everywhere in a text most of whose lines do: in
// one that was wrapped to a width, a line break means nothing.
void split_paragraphs(const Annotation& annotation, TokenSpan span, std::vector<TokenSpan>& paragraphs);

// Parts the paragraph that byte `end` lies in at the first token from there on.
void split_dateline(const Annotation& annotation, std::uint32_t end, std::vector<TokenSpan>& paragraphs);

}  // namespace annals
