// Slices of the story for records.
#include "record/evidence.h"

namespace annals {

Words words_of(const Annotation& annotation, TokenSpan span) {
  if (span.empty()) return {};
  return {annotation.tokens[span.begin].bytes.begin, annotation.tokens[span.end - 1].bytes.end,
          std::string(annotation.text(span))};
}

TokenSpan without_space(const Annotation& annotation, TokenSpan span) {
  while (!span.empty() && annotation.tokens[span.begin].is(kIsSpace)) ++span.begin;
  while (!span.empty() && annotation.tokens[span.end - 1].is(kIsSpace)) --span.end;
  return span;
}

Words sentence_of(const Annotation& annotation, std::uint32_t token) {
  const TokenSpan sentence = annotation.sentences[annotation.tokens[token].sentence];
  return words_of(annotation, without_space(annotation, sentence));
}

}  // namespace annals
