// Text to tokens, with the result of spaCy's tokenizer (spacy/tokenizer.pyx, version 3.8).
//
// The text falls into chunks, runs of white space and of other characters. From a chunk prefixes and suffixes are
// taken off, one at a time, until what is left is a special case, an address, or has only infixes to be split at.
// White space is a token of its own, but for one U+0020 after a token. Special cases that hold affixes of their own,
// such as emoticons, are put together again at the end.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/lexeme.h"
#include "language/word_cache.h"
#include "model/model_file.h"

namespace annals {

struct TokenPiece {
  ByteSpan bytes;        // of the text
  const Lexeme* lexeme;  // with an id: lives as long as the Tokenizer; without: until the workspace's next text
  bool space_after;      // one U+0020 follows, which belongs to no token
};

// One thread's buffers.
class TokenizerWorkspace {
 public:
  TokenizerWorkspace();
  ~TokenizerWorkspace();
  TokenizerWorkspace(TokenizerWorkspace&&) noexcept;
  TokenizerWorkspace& operator=(TokenizerWorkspace&&) noexcept;

 private:
  friend class Tokenizer;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// Threads share one Tokenizer; what it learns of words is kept in a cache that they share too.
class Tokenizer {
 public:
  // Chunks longer than this many bytes are cut, at the last character that fits, and the parts tokenized by
  // themselves; spaCy's work grows with the square of a chunk's length.
  static constexpr std::size_t kLongestChunk = 2048;

  // Borrows the model. Throws Error{Fault::model} if a section is missing or malformed.
  explicit Tokenizer(const ModelFile& model, const WordCacheLimits& limits = {});
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  // Replaces `tokens` by those of `text`, well-formed UTF-8 of less than 4 GiB. They cover all of it but the spaces
  // that space_after tells of.
  void tokenize(std::string_view text, TokenizerWorkspace& workspace, std::vector<TokenPiece>& tokens) const;

  // Every Lexeme::id is below this.
  std::uint32_t lexeme_limit() const;

  bool is_stop_word(std::string_view lower) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace annals
