// Tokenizes as spaCy does, with a cache of chunks that threads share.
#include "language/tokenizer.h"

#include <algorithm>

#include "base/string_key.h"
#include "base/unicode.h"
#include "language/chunk_splitter.h"
#include "language/chunks.h"
#include "language/special_cases.h"
#include "language/tokenizer_rules.h"

namespace annals {

struct TokenizerWorkspace::Buffers {
  RegexScratch regex;
  LexemeScratch lexeme;
  SplitScratch split;
  std::vector<Piece> pieces;
  Arena arena;                            // lexemes that the cache had no room for
  std::vector<std::uint32_t> candidates;  // tokens that may begin a special case
  std::vector<TokenSpan> matches, kept;   // of the special cases
  std::vector<bool> seen;
  std::vector<TokenPiece> retokenized;
};

TokenizerWorkspace::TokenizerWorkspace() : buffers_(std::make_unique<Buffers>()) {}
TokenizerWorkspace::~TokenizerWorkspace() = default;
TokenizerWorkspace::TokenizerWorkspace(TokenizerWorkspace&&) noexcept = default;
TokenizerWorkspace& TokenizerWorkspace::operator=(TokenizerWorkspace&&) noexcept = default;

// What a loaded tokenizer holds, and its work on one text. Constant but for the cache, which locks by itself.
struct Tokenizer::Parts {
  using Buffers = TokenizerWorkspace::Buffers;

  TokenizerRules rules;
  LexemeRules lexeme_rules;
  WordCacheLimits limits;
  SpecialCaseMatcher matcher;
  SpecialCaseTable specials;
  WordCache cache;
  Arena own;  // lexemes of special cases that the cache had no room for

  Parts(const ModelFile& model, const WordCacheLimits& cache_limits)
      : rules(model), lexeme_rules(model), limits(cache_limits), cache(cache_limits) {
    Buffers buffers;
    const std::vector<SpecialCase> cases = read_special_cases(model);
    for (const SpecialCase& special : cases) add_pattern(special, buffers);
    for (const SpecialCase& special : cases) add_pieces(special, buffers);
  }

  void add_pattern(const SpecialCase& special, Buffers& buffers);
  void add_pieces(const SpecialCase& special, Buffers& buffers);

  const Lexeme* word(std::string_view text, Arena& fallback, Buffers& buffers);
  const Lexeme* describe_new(std::string_view text, std::uint64_t hash, Arena& fallback, Buffers& buffers);
  const Chunk* known_chunk(std::uint64_t hash, std::string_view text) const {
    return text.size() > WordCache::kLongestWord ? nullptr : cache.find_chunk(hash, text);
  }
  void split(std::string_view chunk, Buffers& buffers);
  void tokenize_chunk(std::string_view text, ByteSpan chunk, Buffers& buffers, std::vector<TokenPiece>& tokens);
  void tokenize_long_chunk(std::string_view text, ByteSpan chunk, Buffers& buffers, std::vector<TokenPiece>& tokens);
  void apply_special_cases(std::string_view text, Buffers& buffers, std::vector<TokenPiece>& tokens) const;
};

namespace {

std::string_view slice(std::string_view s, ByteSpan span) { return s.substr(span.begin, span.size()); }

const Lexeme* copy_lexeme(const Lexeme& lexeme, Arena& arena) {
  auto* copy = new (arena.allocate(sizeof(Lexeme), alignof(Lexeme))) Lexeme(lexeme);
  copy->text = arena.copy(lexeme.text);
  copy->lower_text = lexeme.lower_text == lexeme.text ? copy->text : arena.copy(lexeme.lower_text);
  return copy;
}

// Appends `pieces`, which lie at `begin` of the text.
void append(std::span<const Piece> pieces, std::uint32_t begin, std::vector<TokenPiece>& tokens) {
  std::uint32_t at = begin;
  for (const Piece& piece : pieces) {
    tokens.push_back({{at, begin + piece.end}, piece.lexeme, false});
    at = begin + piece.end;
  }
}

// Of overlapping matches the longest stays, and of equal ones the first. A match also makes way for one that was
// itself turned down: so spacy/tokenizer.pyx: _filter_special_spans.
void keep_longest(std::vector<TokenSpan>& matches, std::size_t token_count, std::vector<bool>& seen,
                  std::vector<TokenSpan>& kept) {
  std::ranges::sort(
      matches, [](TokenSpan a, TokenSpan b) { return a.size() != b.size() ? a.size() > b.size() : a.begin < b.begin; });
  seen.assign(token_count, false);
  kept.clear();
  for (const TokenSpan match : matches) {
    if (!seen[match.begin] && !seen[match.end - 1]) kept.push_back(match);
    std::fill(seen.begin() + match.begin, seen.begin() + match.end, true);
  }
  std::ranges::sort(kept, {}, &TokenSpan::begin);
}

}  // namespace

// A special case that the rules would take apart is looked for in what they make of it. (A case of one word that the
// rules keep whole would only be replaced by itself.)
void Tokenizer::Parts::add_pattern(const SpecialCase& special, Buffers& buffers) {
  const std::string_view text = special.text;
  rules.infixes(text, buffers.regex, buffers.split.infixes);
  const bool affixes = rules.prefix(text, buffers.regex) != 0 || rules.suffix(text, buffers.regex) != 0 ||
                       !buffers.split.infixes.empty() || text.find(' ') != text.npos;
  if (rules.faster_heuristics() && !affixes) return;
  const SpecialCaseTable none;
  std::vector<std::uint64_t> words;
  const auto add = [&](std::string_view chunk, ByteSpan span) { words.push_back(string_key(slice(chunk, span))); };
  const auto split_plain = [&](std::size_t begin, std::size_t end) {
    const std::string_view chunk = text.substr(begin, end - begin);
    const ByteSpan core = split_affixes(chunk, rules, none, buffers.regex, buffers.split);
    split_core(chunk, core, rules, buffers.regex, buffers.split);
    for (const ByteSpan span : buffers.split.prefixes) add(chunk, span);
    for (const ByteSpan span : buffers.split.middle) add(chunk, span);
    for (auto span = buffers.split.suffixes.rbegin(); span != buffers.split.suffixes.rend(); ++span) add(chunk, *span);
  };
  for_each_chunk(text, split_plain, [] {});
  const bool unchanged = words.size() == 1 && special.parts.size() == 1 && !special.parts[0].has_norm;
  if (!unchanged) matcher.add(words);
}

void Tokenizer::Parts::add_pieces(const SpecialCase& special, Buffers& buffers) {
  std::vector<Piece> pieces;
  std::uint32_t end = 0;
  for (const SpecialCasePart& part : special.parts) {
    const Lexeme* lexeme = word(part.orth, own, buffers);
    if (part.has_norm && string_key(part.norm) != lexeme->norm) {
      Lexeme variant = *lexeme;
      variant.norm = string_key(part.norm);
      variant.id = kNoLexemeId;
      lexeme = cache.add_variant(variant);
      if (lexeme == nullptr) lexeme = copy_lexeme(variant, own);
    }
    end += static_cast<std::uint32_t>(part.orth.size());
    pieces.push_back({lexeme, end});
  }
  specials.add(special.text, std::move(pieces));
}

const Lexeme* Tokenizer::Parts::word(std::string_view text, Arena& fallback, Buffers& buffers) {
  const std::uint64_t hash = text_hash(text);
  if (text.size() <= WordCache::kLongestWord) {
    if (const Lexeme* known = cache.find_lexeme(hash, text)) return known;
  }
  return describe_new(text, hash, fallback, buffers);
}

const Lexeme* Tokenizer::Parts::describe_new(std::string_view text, std::uint64_t hash, Arena& fallback,
                                             Buffers& buffers) {
  Lexeme lexeme = lexeme_rules.describe(text, rules, buffers.regex, buffers.lexeme);
  lexeme.begins_special_case = matcher.can_begin_with(lexeme.orth);
  const Lexeme* kept = cache.takes_lexeme(text) ? cache.add_lexeme(hash, lexeme) : nullptr;
  return kept != nullptr ? kept : copy_lexeme(lexeme, fallback);
}

// The pieces of a chunk, into buffers.pieces.
void Tokenizer::Parts::split(std::string_view chunk, Buffers& buffers) {
  buffers.pieces.clear();
  const auto add = [&](ByteSpan span) {
    buffers.pieces.push_back({word(slice(chunk, span), buffers.arena, buffers), span.end});
  };
  const auto add_all = [&](std::span<const Piece> pieces, std::uint32_t begin) {
    for (const Piece& piece : pieces) buffers.pieces.push_back({piece.lexeme, begin + piece.end});
  };
  const ByteSpan core = split_affixes(chunk, rules, specials, buffers.regex, buffers.split);
  for (const ByteSpan span : buffers.split.prefixes) add(span);
  if (!core.empty()) {
    const std::string_view text = slice(chunk, core);
    if (const auto special = specials.find(text); !special.empty()) {
      add_all(special, core.begin);
    } else if (const Chunk* known = known_chunk(text_hash(text), text)) {
      add_all(known->pieces(), core.begin);
    } else {
      split_core(chunk, core, rules, buffers.regex, buffers.split);
      for (const ByteSpan span : buffers.split.middle) add(span);
    }
  }
  for (auto span = buffers.split.suffixes.rbegin(); span != buffers.split.suffixes.rend(); ++span) add(*span);
}

void Tokenizer::Parts::tokenize_chunk(std::string_view text, ByteSpan chunk, Buffers& buffers,
                                      std::vector<TokenPiece>& tokens) {
  if (chunk.size() > kLongestChunk) return tokenize_long_chunk(text, chunk, buffers, tokens);
  const std::string_view s = slice(text, chunk);
  const std::uint64_t hash = text_hash(s);
  std::span<const Piece> pieces;
  if (const Chunk* known = known_chunk(hash, s)) {
    pieces = known->pieces();
    if (!known->may_begin_special_case) return append(pieces, chunk.begin, tokens);
  } else {
    split(s, buffers);
    cache.add_chunk(hash, s, buffers.pieces);
    pieces = buffers.pieces;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].lexeme->begins_special_case)
      buffers.candidates.push_back(static_cast<std::uint32_t>(tokens.size() + i));
  }
  append(pieces, chunk.begin, tokens);
}

void Tokenizer::Parts::tokenize_long_chunk(std::string_view text, ByteSpan chunk, Buffers& buffers,
                                           std::vector<TokenPiece>& tokens) {
  while (!chunk.empty()) {
    std::uint32_t end = chunk.end;
    if (chunk.size() > kLongestChunk) {
      end = chunk.begin + kLongestChunk;
      while (is_continuation(text[end])) --end;
    }
    tokenize_chunk(text, {chunk.begin, end}, buffers, tokens);
    chunk.begin = end;
  }
}

// spacy/tokenizer.pyx: _apply_special_cases. Matches are by words, so one may span spaces that the special case does
// not have; it then stays as it is, but has already kept others out.
void Tokenizer::Parts::apply_special_cases(std::string_view text, Buffers& buffers,
                                           std::vector<TokenPiece>& tokens) const {
  buffers.matches.clear();
  for (const std::uint32_t begin : buffers.candidates) {
    const auto key = [&](std::uint32_t i) { return begin + i < tokens.size() ? tokens[begin + i].lexeme->orth : 0; };
    matcher.match(key, [&](std::uint32_t length) { buffers.matches.push_back({begin, begin + length}); });
  }
  if (buffers.matches.empty()) return;
  keep_longest(buffers.matches, tokens.size(), buffers.seen, buffers.kept);
  auto& out = buffers.retokenized;
  out.clear();
  std::size_t copied = 0;
  for (const TokenSpan match : buffers.kept) {
    const ByteSpan bytes{tokens[match.begin].bytes.begin, tokens[match.end - 1].bytes.end};
    const auto special = specials.find(slice(text, bytes));
    if (special.empty()) continue;
    out.insert(out.end(), tokens.begin() + static_cast<std::ptrdiff_t>(copied), tokens.begin() + match.begin);
    append(special, bytes.begin, out);
    out.back().space_after = tokens[match.end - 1].space_after;
    copied = match.end;
  }
  if (copied == 0) return;
  out.insert(out.end(), tokens.begin() + static_cast<std::ptrdiff_t>(copied), tokens.end());
  tokens.swap(out);
}

Tokenizer::Tokenizer(const ModelFile& model, const WordCacheLimits& limits)
    : parts_(std::make_unique<Parts>(model, limits)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

bool Tokenizer::is_stop_word(std::string_view lower) const { return parts_->lexeme_rules.is_stop_word(lower); }

std::uint32_t Tokenizer::lexeme_limit() const { return parts_->limits.lexemes; }

void Tokenizer::tokenize(std::string_view text, TokenizerWorkspace& workspace, std::vector<TokenPiece>& tokens) const {
  auto& buffers = *workspace.buffers_;
  buffers.arena.clear();
  buffers.candidates.clear();
  tokens.clear();
  const auto chunk = [&](std::size_t begin, std::size_t end) {
    parts_->tokenize_chunk(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, buffers, tokens);
  };
  for_each_chunk(text, chunk, [&] { tokens.back().space_after = true; });
  if (!buffers.candidates.empty()) parts_->apply_special_cases(text, buffers, tokens);
}

}  // namespace annals
