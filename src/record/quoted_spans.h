// Finds what stands between quotation marks of any style.
#pragma once
#include <cstdint>
#include <vector>

#include "language/annotation.h"

namespace annals {

struct QuotedSpan {
  TokenSpan words;               // without the marks
  bool closed = true;            // false where the paragraph or the story ends first
  bool opens_paragraph = false;  // the opening mark is the first thing in its paragraph
  bool ends_paragraph = false;   // nothing follows it in its paragraph
  bool single = false;           // in single marks, as in British and in headline style

  bool operator==(const QuotedSpan&) const = default;
};

// True for white space that ends a paragraph: a blank line, or a line's end behind the end of a sentence.
bool ends_paragraph(const Annotation& annotation, std::uint32_t token);

// True for a token that is a quotation mark. An apostrophe may be one.
bool is_quotation_mark(std::string_view text);

// Replaces `spans` by the quotations of the story in text order. They do not overlap: of nested ones the outer counts.
void find_quoted_spans(const Annotation& annotation, std::vector<QuotedSpan>& spans);

}  // namespace annals
