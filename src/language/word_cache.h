// The words and chunks that the tokenizer has met: kept once, shared by threads, bounded.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "base/shared_table.h"
#include "language/lexeme.h"

namespace annals {

// A token of a chunk: it reaches from the end of the one before it to `end`, in bytes from the chunk's start.
struct Piece {
  const Lexeme* lexeme;
  std::uint32_t end;
};

// A run of characters without white space between them (or of white space), and its tokens.
struct Chunk {
  std::uint64_t hash;
  std::uint32_t size;           // bytes of the text
  std::uint16_t count;          // pieces
  bool may_begin_special_case;  // some piece's lexeme has begins_special_case

  // Pieces and text follow the struct in memory.
  std::span<const Piece> pieces() const { return {reinterpret_cast<const Piece*>(this + 1), count}; }
  std::string_view text() const { return {reinterpret_cast<const char*>(this + 1) + count * sizeof(Piece), size}; }
};
static_assert(sizeof(Chunk) % alignof(Piece) == 0);

std::uint64_t text_hash(std::string_view text);

struct WordCacheLimits {
  std::uint32_t lexemes = 32 * 1024;  // ids are below this
  std::uint32_t chunks = 64 * 1024;
  std::size_t bytes = std::size_t{32} << 20;
};

// Look-ups take no lock. Additions take one; they become rare as the vocabulary of the stories settles, and stop when
// a limit is reached: then what is not there belongs to the caller's workspace.
class WordCache {
 public:
  static constexpr std::size_t kLongestWord = 128;  // bytes; longer words and chunks are not kept
  static constexpr std::size_t kMostPieces = 64;

  explicit WordCache(const WordCacheLimits& limits)
      : limits_(limits), lexemes_(limits.lexemes), chunks_(limits.chunks) {}

  const Lexeme* find_lexeme(std::uint64_t hash, std::string_view text) const {
    const LexemeEntry* entry = lexemes_.find(hash, [&](const LexemeEntry& e) { return e.lexeme.text == text; });
    return entry == nullptr ? nullptr : &entry->lexeme;
  }
  const Chunk* find_chunk(std::uint64_t hash, std::string_view text) const {
    return chunks_.find(hash, [&](const Chunk& chunk) { return chunk.text() == text; });
  }

  bool takes_lexeme(std::string_view text) const { return text.size() <= kLongestWord && !lexemes_full(); }

  // A copy of `lexeme` with an id, or the one that another thread was faster to add; nullptr where there is no room.
  const Lexeme* add_lexeme(std::uint64_t hash, const Lexeme& lexeme);
  // A copy of `lexeme` with an id, that look-ups do not find: a word with another norm than its own.
  const Lexeme* add_variant(const Lexeme& lexeme);
  // Does nothing where there is no room, or some piece's lexeme has no id.
  void add_chunk(std::uint64_t hash, std::string_view text, std::span<const Piece> pieces);

 private:
  struct LexemeEntry {
    std::uint64_t hash;
    Lexeme lexeme;
  };

  bool lexemes_full() const {
    return next_id_.load(std::memory_order_relaxed) >= limits_.lexemes ||
           used_.load(std::memory_order_relaxed) >= limits_.bytes;
  }
  const LexemeEntry* store(std::uint64_t hash, const Lexeme& lexeme);

  WordCacheLimits limits_;
  SharedTable<LexemeEntry> lexemes_;
  SharedTable<Chunk> chunks_;
  std::atomic<std::uint32_t> next_id_{0};
  std::atomic<std::size_t> used_{0};  // bytes of arena_
  std::mutex adding_;                 // guards arena_ and all additions
  Arena arena_;
};

}  // namespace annals
