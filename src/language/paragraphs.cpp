// Where paragraphs end.
#include "language/paragraphs.h"

#include <algorithm>

namespace annals {
namespace {

std::size_t line_breaks(const Annotation& annotation, std::uint32_t token) {
  if (!annotation.tokens[token].is(kIsSpace)) return 0;
  const std::string_view text = annotation.text(token);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The word before ends a sentence: a full stop, question or exclamation mark, colon, or a quotation mark after one.
bool ends_like_sentence(const Annotation& annotation, std::uint32_t token) {
  if (token == 0) return false;
  const std::string_view text = annotation.text(token - 1);
  const char last = text.empty() ? ' ' : text.back();
  return last == '.' || last == '?' || last == '!' || last == ':' || annotation.tokens[token - 1].is(kIsQuote) ||
         text == "''";
}

}  // namespace

void split_paragraphs(const Annotation& annotation, TokenSpan span, std::vector<TokenSpan>& paragraphs) {
  std::size_t lines = 0, ended = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (line_breaks(annotation, i) == 0) continue;
    ++lines;
    ended += ends_like_sentence(annotation, i);
  }
  const bool wrapped = ended * 2 < lines;
  paragraphs.clear();
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const std::size_t breaks = line_breaks(annotation, i);
    if (breaks == 0) continue;
    if (breaks >= 2 || !wrapped || ends_like_sentence(annotation, i)) {
      paragraphs.push_back({begin, i + 1});
      begin = i + 1;
    }
  }
  if (begin < span.end) paragraphs.push_back({begin, span.end});
}

void split_dateline(const Annotation& annotation, std::uint32_t end, std::vector<TokenSpan>& paragraphs) {
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const TokenSpan span = paragraphs[p];
    if (annotation.tokens[span.end - 1].bytes.end <= end) continue;
    std::uint32_t first = span.begin;
    while (first < span.end && annotation.tokens[first].bytes.begin < end) ++first;
    if (first == span.begin || first == span.end) return;
    paragraphs[p].end = first;
    paragraphs.insert(paragraphs.begin() + static_cast<std::ptrdiff_t>(p) + 1, TokenSpan{first, span.end});
    return;
  }
}

}  // namespace annals
