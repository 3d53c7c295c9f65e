// Additions to the shared cache of words and chunks.
#include "language/word_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace annals {

std::uint64_t text_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

const WordCache::LexemeEntry* WordCache::store(std::uint64_t hash, const Lexeme& lexeme) {
  auto* entry = new (arena_.allocate(sizeof(LexemeEntry), alignof(LexemeEntry))) LexemeEntry{hash, lexeme};
  entry->lexeme.text = arena_.copy(lexeme.text);
  entry->lexeme.lower_text = lexeme.lower_text == lexeme.text ? entry->lexeme.text : arena_.copy(lexeme.lower_text);
  const std::uint32_t id = next_id_.load(std::memory_order_relaxed);
  entry->lexeme.id = id;
  next_id_.store(id + 1, std::memory_order_relaxed);
  used_.store(arena_.used(), std::memory_order_relaxed);
  return entry;
}

const Lexeme* WordCache::add_lexeme(std::uint64_t hash, const Lexeme& lexeme) {
  const std::scoped_lock lock(adding_);
  if (const Lexeme* known = find_lexeme(hash, lexeme.text)) return known;
  if (!takes_lexeme(lexeme.text) || lexemes_.full()) return nullptr;
  const LexemeEntry* entry = store(hash, lexeme);
  lexemes_.add(entry);
  return &entry->lexeme;
}

const Lexeme* WordCache::add_variant(const Lexeme& lexeme) {
  const std::scoped_lock lock(adding_);
  return lexemes_full() ? nullptr : &store(0, lexeme)->lexeme;
}

void WordCache::add_chunk(std::uint64_t hash, std::string_view text, std::span<const Piece> pieces) {
  if (text.size() > kLongestWord || pieces.size() > kMostPieces || chunks_.full()) return;
  if (used_.load(std::memory_order_relaxed) >= limits_.bytes) return;
  if (std::ranges::any_of(pieces, [](const Piece& piece) { return piece.lexeme->id == kNoLexemeId; })) return;
  const std::scoped_lock lock(adding_);
  if (chunks_.full() || find_chunk(hash, text) != nullptr) return;
  void* memory = arena_.allocate(sizeof(Chunk) + pieces.size_bytes() + text.size(), alignof(Chunk));
  const bool special =
      std::ranges::any_of(pieces, [](const Piece& piece) { return piece.lexeme->begins_special_case; });
  auto* chunk = new (memory)
      Chunk{hash, static_cast<std::uint32_t>(text.size()), static_cast<std::uint16_t>(pieces.size()), special};
  auto* behind = reinterpret_cast<std::byte*>(chunk + 1);
  std::memcpy(behind, pieces.data(), pieces.size_bytes());
  std::memcpy(behind + pieces.size_bytes(), text.data(), text.size());
  used_.store(arena_.used(), std::memory_order_relaxed);
  chunks_.add(chunk);
}

}  // namespace annals
