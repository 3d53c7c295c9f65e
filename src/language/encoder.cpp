// Tokens to vectors that know their context: spaCy's MultiHashEmbed and MaxoutWindowEncoder
// (spacy/ml/models/tok2vec.py), with everything that depends on the word alone kept from one occurrence to the next.
#include "language/encoder.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/hash.h"
#include "language/annotation.h"

namespace annals {
namespace {

// Rows of padding that thinc puts on either side of a text: MaxoutWindowEncoder wraps its layers in
// with_array(pad = window * depth), and these rows go through the layers like words.
std::size_t padding_rows(const EncoderInfo& info) { return info.layers; }

// Words computed at a time: enough rows to use the kernels well, few enough to stay in the cache.
constexpr std::size_t kBatch = 64;

// Bytes that the cached words of one encoder may take: about 17,000 words with the md pipeline, which is all but a
// few per cent of running text.
constexpr std::size_t kCacheBytes = std::size_t{64} << 20;

std::size_t linear_width(const Layer& layer) { return layer.inputs == 0 ? 0 : layer.padded_outputs(); }

std::uint64_t attribute(const TokenPiece& token, EmbedAttribute which) {
  const Lexeme& word = *token.lexeme;
  switch (which) {
    case EmbedAttribute::orth:
      return word.orth;
    case EmbedAttribute::lower:
      return word.lower;
    case EmbedAttribute::norm:
      return word.norm;
    case EmbedAttribute::prefix:
      return word.prefix;
    case EmbedAttribute::suffix:
      return word.suffix;
    case EmbedAttribute::shape:
      return word.shape;
    case EmbedAttribute::spacy:
      return token.space_after;
    case EmbedAttribute::is_space:
      return (word.flags & kIsSpace) != 0;
  }
  return 0;
}

}  // namespace

WordVectors::WordVectors(const ModelFile& model)
    : rows_by_key_(model.array<FrozenSlot>("vectors.keys")), rows_(model.array<float>("vectors.rows")) {
  width_ = read_info<std::uint32_t>(model, "vectors.width");
}

const float* WordVectors::find(std::uint64_t orth) const {
  const auto row = rows_by_key_.find(orth);
  if (!row || (std::size_t{*row} + 1) * width_ > rows_.size()) return nullptr;
  return rows_.data() + std::size_t{*row} * width_;
}

Encoder::Encoder(const ModelFile& model, const std::string& name, const WordVectors& vectors, std::size_t lexeme_limit)
    : info_(read_info<EncoderInfo>(model, name + ".info")),
      vectors_(vectors),
      entry_floats_(info_.width + 3 * std::size_t{info_.width} * info_.pieces),
      padding_entry_(entry_floats_, 0.0F),
      cache_(lexeme_limit * 2, entry_floats_, kCacheBytes / (entry_floats_ * sizeof(float))) {
  const std::size_t width = info_.width;
  const auto tables = model.array<EmbedTableInfo>(name + ".tables");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const float* rows = read_floats(model, name + ".table." + std::to_string(i), tables[i].rows * width);
    tables_.push_back({tables[i], rows});
    by_space_ |= tables[i].attribute == EmbedAttribute::spacy;
  }
  if (info_.vector_width != 0) {
    project_vectors_ = read_linear(model, name + ".vectors", info_.vector_width, width);
  }
  const std::size_t mixed = (tables_.size() + (info_.vector_width != 0)) * width;
  mix_ = read_maxout(model, name + ".mix", mixed, width, info_.mix_pieces);
  mix_norm_ = read_norm(model, name + ".mix", width);
  const std::string first = name + ".layer.0";
  for (std::size_t i = 0; i < 3; ++i) {
    window_[i] = read_linear(model, first + ".window." + std::to_string(i), width, width * info_.pieces, info_.pieces);
  }
  window_bias_ = read_floats(model, first + ".bias", width * info_.pieces);
  window_norm_ = read_norm(model, first, width);
  for (std::uint32_t i = 1; i < info_.layers; ++i) {
    const std::string layer = name + ".layer." + std::to_string(i);
    layers_.push_back({read_maxout(model, layer, 3 * width, width, info_.pieces), read_norm(model, layer, width)});
  }
}

std::uint64_t Encoder::word_hash(const TokenPiece& token) const {
  const std::uint64_t h = token.lexeme->orth ^ (token.lexeme->norm * 0x9e3779b97f4a7c15ULL);
  return (h ^ (h >> 32)) * 2 + (by_space_ && token.space_after);
}

// Points each token at its word's entry in the cache, and lists one token of every word that has none.
void Encoder::find_words(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const {
  workspace.words.resize(tokens.size());
  workspace.missing.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool shared = tokens[i].lexeme->id != kNoLexemeId;
    workspace.words[i] = shared ? cache_.find(cache_key(tokens[i])) : nullptr;
    if (workspace.words[i] == nullptr) workspace.missing.push_back(static_cast<std::uint32_t>(i));
  }
}

// The concatenated embeddings of a token's word: for each table the sum of the four rows that its hash picks
// (thinc/layers/hashembed.py).
void Encoder::embed(const TokenPiece& token, float* row) const {
  const std::size_t width = info_.width;
  for (const Table& table : tables_) {
    const auto hashed = murmur3_rows(attribute(token, table.info.attribute), table.info.seed);
    std::memcpy(row, table.rows + (hashed[0] % table.info.rows) * width, width * sizeof(float));
    for (std::size_t i = 1; i < 4; ++i) {
      kernels().add(table.rows + (hashed[i] % table.info.rows) * width, width, row);
    }
    row += width;
  }
}

// Fills `entries`, one for each token of `batch`: the mixed embedding and its three window products.
void Encoder::compute_batch(std::span<const TokenPiece> tokens, std::span<const std::uint32_t> batch,
                            EncoderWorkspace& workspace, float* entries) const {
  const std::size_t width = info_.width;
  const std::size_t n = batch.size();
  const std::size_t embedded = tables_.size() * width;
  const std::size_t stride = embedded + linear_width(project_vectors_);  // the projection writes whole blocks
  float* inputs = room_for(workspace.inputs, n * stride);
  for (std::size_t i = 0; i < n; ++i) embed(tokens[batch[i]], inputs + i * stride);
  if (info_.vector_width != 0) {
    float* vectors = room_for(workspace.vectors, n * info_.vector_width);
    for (std::size_t i = 0; i < n; ++i) {
      const float* vector = vectors_.find(tokens[batch[i]].lexeme->orth);
      float* row = vectors + i * info_.vector_width;
      if (vector != nullptr) {
        std::copy_n(vector, info_.vector_width, row);
      } else {
        std::fill_n(row, info_.vector_width, 0.0F);
      }
    }
    kernels().linear(project_vectors_, {vectors, info_.vector_width, n}, inputs + embedded, stride);
  }
  float* mixed = room_for(workspace.mixed, n * width);
  kernels().maxout(mix_, {inputs, stride, n}, mixed, width);
  kernels().layer_norm(mix_norm_.gain, mix_norm_.bias, nullptr, width, n, mixed);
  for (std::size_t i = 0; i < n; ++i) std::copy_n(mixed + i * width, width, entries + i * entry_floats_);
  for (std::size_t position = 0; position < 3; ++position) {
    const std::size_t at = width + position * width * info_.pieces;
    kernels().linear(window_[position], {mixed, width, n}, entries + at, entry_floats_);
  }
}

// Computes the missing words, puts them into the cache, and keeps here those for which it has no room.
void Encoder::compute_words(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const {
  auto& missing = workspace.missing;
  if (missing.empty()) return;
  // A word that is missing several times is computed once: `slots` maps a word's hash to its place among the first
  // occurrences, which are moved to the front of `missing`.
  const std::size_t mask = std::bit_ceil(missing.size() * 2) - 1;
  workspace.slots.assign(mask + 1, 0);
  std::vector<std::uint32_t>& slots = workspace.slots;
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    const Lexeme &x = *tokens[a].lexeme, &y = *tokens[b].lexeme;
    return x.orth == y.orth && x.norm == y.norm && (!by_space_ || tokens[a].space_after == tokens[b].space_after);
  };
  const auto slot_of = [&](std::uint32_t token) {
    std::size_t at = word_hash(tokens[token]) & mask;
    while (slots[at] != 0 && !same(missing[slots[at] - 1], token)) at = (at + 1) & mask;
    return at;
  };
  std::vector<std::uint32_t>& repeats = workspace.repeats;
  repeats.clear();
  std::size_t distinct = 0;
  for (const std::uint32_t token : missing) {
    const std::size_t at = slot_of(token);
    if (slots[at] != 0) {
      repeats.push_back(token);
      continue;
    }
    missing[distinct++] = token;
    slots[at] = static_cast<std::uint32_t>(distinct);
  }
  float* entries = room_for(workspace.fresh, distinct * entry_floats_);
  for (std::size_t begin = 0; begin < distinct; begin += kBatch) {
    const std::size_t n = std::min(kBatch, distinct - begin);
    compute_batch(tokens, std::span(missing).subspan(begin, n), workspace, entries + begin * entry_floats_);
  }
  for (std::size_t i = 0; i < distinct; ++i) {
    const TokenPiece& token = tokens[missing[i]];
    const float* entry = entries + i * entry_floats_;
    const float* kept = token.lexeme->id != kNoLexemeId ? cache_.insert(cache_key(token), entry) : nullptr;
    workspace.words[missing[i]] = kept != nullptr ? kept : entry;
  }
  for (const std::uint32_t token : repeats) {
    workspace.words[token] = workspace.words[missing[slots[slot_of(token)] - 1]];
  }
}

// The first convolution from the words' window products. Leaves its result in `next`, with the padding rows.
void Encoder::first_layer(std::size_t tokens, EncoderWorkspace& workspace) const {
  const std::size_t width = info_.width;
  const std::size_t products = width * info_.pieces;
  const std::size_t pad = padding_rows(info_);
  const auto entry = [&](std::ptrdiff_t row) {  // rows count from the first token
    const bool word = row >= 0 && row < static_cast<std::ptrdiff_t>(tokens);
    return word ? workspace.words[static_cast<std::size_t>(row)] : padding_entry_.data();
  };
  float* x = workspace.current.data() + width;  // past the outermost row, which stays zero
  float* y = workspace.next.data() + width;
  for (std::ptrdiff_t row = -static_cast<std::ptrdiff_t>(pad); row < static_cast<std::ptrdiff_t>(tokens + pad); ++row) {
    std::copy_n(entry(row), width, x);
    kernels().sum3_maxout(entry(row - 1) + width, entry(row) + width + products, entry(row + 1) + width + 2 * products,
                          window_bias_, width, info_.pieces, y);
    x += width;
    y += width;
  }
  kernels().layer_norm(window_norm_.gain, window_norm_.bias, workspace.current.data() + width, width, tokens + 2 * pad,
                       workspace.next.data() + width);
}

Rows Encoder::encode(std::span<const TokenPiece> tokens, EncoderWorkspace& workspace) const {
  const std::size_t width = info_.width;
  const std::size_t pad = padding_rows(info_);
  const std::size_t rows = tokens.size() + 2 * pad;
  find_words(tokens, workspace);
  compute_words(tokens, workspace);

  // One row of zeros beyond the padding on either side is the edge of the window.
  for (FloatBuffer* buffer : {&workspace.current, &workspace.next}) {
    room_for(*buffer, (rows + 2) * width);
    std::fill_n(buffer->data(), width, 0.0F);
    std::fill_n(buffer->data() + (rows + 1) * width, width, 0.0F);
  }
  first_layer(tokens.size(), workspace);
  for (const Convolution& convolution : layers_) {
    std::swap(workspace.current, workspace.next);
    const float* x = workspace.current.data();
    float* y = workspace.next.data() + width;
    kernels().maxout(convolution.layer, {x, width, rows}, y, width);
    kernels().layer_norm(convolution.norm.gain, convolution.norm.bias, x + width, width, rows, y);
  }
  return {workspace.next.data() + (1 + pad) * width, width, tokens.size()};
}

}  // namespace annals
