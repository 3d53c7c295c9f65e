// Derives the shape of the dependency tree from the heads.
#include "language/annotation.h"

#include <algorithm>

namespace annals {
namespace {

// One sweep of edge propagation in each direction; true once every head lies in the sentence of its dependent.
// `starts` is by token of the span.
bool widen_edges(std::vector<Token>& tokens, TokenSpan span, std::vector<char>& starts) {
  const auto widen = [&](std::uint32_t i) {
    Token& head = tokens[tokens[i].head];
    head.left_edge = std::min(head.left_edge, tokens[i].left_edge);
    head.right_edge = std::max(head.right_edge, tokens[i].right_edge);
  };
  for (std::uint32_t i = span.begin; i < span.end; ++i) widen(i);
  for (std::uint32_t i = span.end; i-- > span.begin;) widen(i);

  starts.assign(span.size(), 0);
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (tokens[i].head == i) starts[tokens[i].left_edge - span.begin] = 1;
  }
  // The last sentence is checked up to, not including, the last token, exactly as spaCy does.
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const bool closes = (i > span.begin && starts[i - span.begin]) || i + 1 == span.end;
    if (!closes) continue;
    for (std::uint32_t j = begin; j < i; ++j) {
      if (tokens[j].head < begin || tokens[j].head > i) return false;
    }
    begin = i;
  }
  return true;
}

}  // namespace

void Annotation::derive_edges(TokenSpan span) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) tokens[i].left_edge = tokens[i].right_edge = i;
  // Non-projective arcs may need several sweeps; spaCy gives up after twelve, and so do we.
  for (int sweep = 0; sweep < 12 && !widen_edges(tokens, span, starts_); ++sweep) {
  }
}

void Annotation::finish_edges(TokenSpan span) {
  derive_edges(span);
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (i == span.begin || starts_[i - span.begin]) sentences.push_back({i, i});
    sentences.back().end = i + 1;
    tokens[i].sentence = static_cast<std::uint32_t>(sentences.size() - 1);
  }
}

void Annotation::index_children() {
  const auto n = static_cast<std::uint32_t>(tokens.size());
  child_index_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (tokens[i].head != i) ++child_index_[tokens[i].head + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) child_index_[i + 1] += child_index_[i];
  children_.resize(child_index_[n]);
  // Filled with a moving cursor: child_index_[h] is advanced, then every index is moved back by one place.
  for (std::uint32_t i = 0; i < n; ++i) {
    if (tokens[i].head != i) children_[child_index_[tokens[i].head]++] = i;
  }
  for (std::uint32_t i = n; i > 0; --i) child_index_[i] = child_index_[i - 1];
  child_index_[0] = 0;
}

}  // namespace annals
