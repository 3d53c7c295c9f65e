// What the language engine says of a story: tokens, sentences, the dependency tree, and names.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/labels.h"

namespace annals {

// Facts about a word that do not depend on its context; bits of Token::flags. They mean what spaCy's lexical
// attributes of the same names mean.
enum TokenFlag : std::uint16_t {
  kIsSpace = 1 << 0,
  kIsPunct = 1 << 1,
  kIsAlpha = 1 << 2,
  kIsDigit = 1 << 3,
  kIsUpper = 1 << 4,
  kIsTitle = 1 << 5,
  kIsLower = 1 << 6,
  kIsQuote = 1 << 7,
  kIsBracket = 1 << 8,
  kIsStop = 1 << 9,
  kLikeNum = 1 << 10,
  kLikeUrl = 1 << 11,
  kIsCurrency = 1 << 12,
};

struct Token {
  ByteSpan bytes;          // in the story's text
  ByteSpan lower;          // in Annotation::strings: the lower-cased form
  ByteSpan lemma;          // in Annotation::strings
  std::uint32_t head;      // index of the syntactic head; the token itself where it is the root of its sentence
  std::uint32_t sentence;  // index into Annotation::sentences
  std::uint32_t left_edge, right_edge;  // first and last token of the subtree, both inclusive
  std::uint16_t flags;                  // TokenFlag bits
  std::uint16_t morph;                  // index of the morphological features, see Annotation::morph_names
  Tag tag;
  Pos pos;
  Dep dep;
  EntityType entity;   // type of the entity that the token is part of, or none
  bool space_after;    // one U+0020 follows, which belongs to no token
  bool starts_entity;  // first token of its entity

  bool is(TokenFlag flag) const { return (flags & flag) != 0; }
};

struct Entity {
  TokenSpan tokens;
  EntityType type;
};

// Buffers are kept from story to story; begin() empties them without giving memory back.
class Annotation {
 public:
  std::vector<Token> tokens;
  std::vector<TokenSpan> sentences;          // contiguous, covering all tokens
  std::vector<Entity> entities;              // in text order, not overlapping
  std::string strings;                       // lower-cased forms and lemmas
  std::uint32_t cut_sentences = 0;           // longer than the engine's limit (kMaxTokensAtOnce), and cut
  std::string_view story_text;               // the text that `bytes` point into; borrowed from the Story
  std::span<const std::string> morph_names;  // "Number=Sing|Tense=Past" by Token::morph; borrowed from the model

  void begin(std::string_view text) {
    tokens.clear();
    sentences.clear();
    entities.clear();
    strings.clear();
    cut_sentences = 0;
    child_index_.clear();
    children_.clear();
    story_text = text;
  }

  std::string_view text(const Token& token) const { return slice(story_text, token.bytes); }
  std::string_view text(TokenSpan span) const {
    if (span.empty()) return {};
    return slice(story_text, {tokens[span.begin].bytes.begin, tokens[span.end - 1].bytes.end});
  }
  std::string_view lower(const Token& token) const { return slice(strings, token.lower); }
  std::string_view lemma(const Token& token) const { return slice(strings, token.lemma); }
  std::string_view text(std::uint32_t token) const { return text(tokens[token]); }
  std::string_view lower(std::uint32_t token) const { return lower(tokens[token]); }
  std::string_view lemma(std::uint32_t token) const { return lemma(tokens[token]); }

  // Stores `s` among the strings and says where it lies.
  ByteSpan add_string(std::string_view s) {
    const auto begin = static_cast<std::uint32_t>(strings.size());
    strings.append(s);
    return {begin, static_cast<std::uint32_t>(strings.size())};
  }

  // Dependents of a token in text order. Valid until the annotation changes.
  std::span<const std::uint32_t> children(std::uint32_t token) const {
    return std::span(children_).subspan(child_index_[token], child_index_[token + 1] - child_index_[token]);
  }

  // Derives the edges of the tokens in `span` from their heads, which lie within it.
  void derive_edges(TokenSpan span);
  // Derives edges and sentences of the tokens in `span` from their heads, which lie within it, and appends the
  // sentences. They begin at the left edges of roots, as spaCy's set_children_from_heads (tokens/doc.pyx) has them.
  void finish_edges(TokenSpan span);
  // Derives children() from the heads of all tokens.
  void index_children();
  // Both for the whole story, once heads are final.
  void finish_tree() {
    sentences.clear();
    finish_edges({0, static_cast<std::uint32_t>(tokens.size())});
    index_children();
  }

 private:
  static std::string_view slice(std::string_view s, ByteSpan span) { return s.substr(span.begin, span.size()); }

  std::vector<std::uint32_t> child_index_;  // children of token i: children_[child_index_[i] .. child_index_[i + 1])
  std::vector<std::uint32_t> children_;
  std::vector<char> starts_;  // scratch: tokens that begin a sentence
};

}  // namespace annals
