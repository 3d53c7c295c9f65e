// Slices of the story for records.
#include "record/evidence.h"

#include <algorithm>

namespace annals {
namespace {

bool is_blank_line(const Annotation& annotation, std::uint32_t token) {
  if (!annotation.tokens[token].is(kIsSpace)) return false;
  const std::string_view text = annotation.text(token);
  return std::count(text.begin(), text.end(), '\n') >= 2;
}

}  // namespace

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
  TokenSpan paragraph{token, token + 1};
  while (paragraph.begin > sentence.begin && !is_blank_line(annotation, paragraph.begin - 1)) --paragraph.begin;
  while (paragraph.end < sentence.end && !is_blank_line(annotation, paragraph.end)) ++paragraph.end;
  return words_of(annotation, without_space(annotation, paragraph));
}

}  // namespace annals
