// Tokens to vectors that know their context: spaCy's MultiHashEmbed and MaxoutWindowEncoder.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/aligned.h"
#include "base/frozen_map.h"
#include "language/kernels/kernels.h"
#include "language/layers.h"
#include "language/tokenizer.h"
#include "language/vector_cache.h"
#include "model/model_file.h"
#include "model/network_sections.h"

namespace annals {

// The pipeline's table of static word vectors (GloVe for en_core_web_md). Borrowed from the model.
class WordVectors {
 public:
  explicit WordVectors(const ModelFile& model);

  // `width` floats for the word whose spelling has the key `orth`, or nullptr.
  const float* find(std::uint64_t orth) const;
  std::size_t width() const { return width_; }

 private:
  FrozenMap rows_by_key_;
  std::span<const float> rows_;
  std::size_t width_ = 0;
};

// One thread's buffers for an Encoder.
struct EncoderWorkspace {
  FloatBuffer current, next;           // token vectors with padding rows on either side
  std::vector<const float*> words;     // of each token: its word's vector and window products
  FloatBuffer fresh;                   // entries of words that the cache has no room for
  std::vector<std::uint32_t> missing;  // tokens whose word has yet to be computed
  std::vector<std::uint32_t> repeats;  // further tokens of those words
  std::vector<std::uint32_t> slots;    // hash table over `missing`, so that a word is computed once
  FloatBuffer inputs, vectors, mixed;  // of a batch of words
};

class Encoder {
 public:
  // `name` is the prefix of its sections; `vectors` is borrowed. Ids of lexemes are below `lexeme_limit`.
  Encoder(const ModelFile& model, const std::string& name, const WordVectors& vectors, std::size_t lexeme_limit);

  std::size_t width() const { return info_.width; }

  // Of a token whose word is cached: all convolutions but the first.
  double multiply_adds_per_token() const {
    return static_cast<double>(layers_.size()) * 3.0 * info_.width * info_.width * info_.pieces;
  }

  // The vectors of `tokens`, one row of width() floats each. Valid until the workspace is used again.
  Rows encode(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const;

 private:
  struct Table {
    EmbedTableInfo info;
    const float* rows;
  };
  struct Convolution {
    Layer layer;
    Norm norm;
  };

  std::size_t cache_key(const TokenPiece& token) const {
    return token.lexeme->id * 2 + (by_space_ && token.space_after);
  }
  std::uint64_t word_hash(const TokenPiece& token) const;
  void find_words(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const;
  void compute_words(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const;
  void compute_batch(std::span<const TokenPiece> tokens, std::span<const std::uint32_t> batch,
                     EncoderWorkspace& workspace, float* entries) const;
  void embed(const TokenPiece& token, float* row) const;
  void first_layer(std::size_t tokens, EncoderWorkspace& workspace) const;

  EncoderInfo info_;
  const WordVectors& vectors_;
  std::vector<Table> tables_;
  bool by_space_ = false;  // an embedding depends on whether a space follows
  Layer project_vectors_;
  Layer mix_;
  Norm mix_norm_;
  Layer window_[3];
  const float* window_bias_;
  Norm window_norm_;
  std::vector<Convolution> layers_;  // after the first
  std::size_t entry_floats_;         // of a cached word: its vector, then three window products
  std::vector<float> padding_entry_;
  VectorCache cache_;
};

}  // namespace annals
