// What depends on a word alone: the keys that its embeddings are looked up by, and its lexical flags.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/frozen_map.h"
#include "language/regex.h"
#include "language/tokenizer_rules.h"
#include "model/model_file.h"

namespace annals {

inline constexpr std::uint32_t kNoLexemeId = 0xFFFFFFFF;

// A word as spaCy's LexemeC has it (spacy/structs.pxd), with the norm that a tokenizer exception may give it baked in:
// "ca" of "can't" and the word "ca" are two lexemes.
struct Lexeme {
  std::uint64_t orth, lower, norm, prefix, suffix, shape;  // string_key of each form
  std::string_view text;
  std::string_view lower_text;  // the lower-cased form
  std::uint32_t id;             // dense among the lexemes that live as long as the Tokenizer, kNoLexemeId for others
  std::uint16_t flags;          // TokenFlag bits
  bool begins_special_case;     // the tokens of some tokenizer exception begin with it

  bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
};

// Buffers for LexemeRules::describe.
struct LexemeScratch {
  std::string lower, stripped, shape;
};

// Works out lexemes by the rules of spacy/lang/lex_attrs.py and spacy/lang/en/lex_attrs.py.
class LexemeRules {
 public:
  // Borrows the model.
  explicit LexemeRules(const ModelFile& model);

  // The lexeme of `text`, which must not be empty. The result's views point into `text` and `scratch`; its id is
  // kNoLexemeId and begins_special_case false.
  Lexeme describe(std::string_view text, const TokenizerRules& rules, RegexScratch& regex,
                  LexemeScratch& scratch) const;

  // True for the function words of word_classes.tsv, given in lower case.
  bool is_stop_word(std::string_view lower) const;

 private:
  bool has_class(std::string_view lower, std::uint32_t word_class) const;
  bool is_like_number(std::string_view text, std::string_view lower, LexemeScratch& scratch) const;
  bool is_like_url(std::string_view text, const TokenizerRules& rules, RegexScratch& regex) const;
  std::uint64_t norm(std::uint64_t orth, std::uint64_t lower) const;

  FrozenMap norms_;
  std::span<const std::uint64_t> norm_keys_;
  FrozenMap words_;
};

}  // namespace annals
