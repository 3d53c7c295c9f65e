// How likely each type is between a pair, by the whole sentence: what answers where no frame fires.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "model/model_file.h"
#include "record/logistic_regression.h"
#include "record/pair_features.h"

namespace annals {

// A sentence of lexicon/training/, ready to be learned from.
struct PairExample {
  PairFeatures features;
  std::string type;
};

// What is learned: a row of weights for each named feature that the examples hold, for each dense one, and the bias.
struct PairWeights {
  std::vector<std::string> types;   // at most kScoreLanes
  std::vector<std::uint64_t> keys;  // of the named features, ascending
  std::vector<float> weights;
};
PairWeights learn_pairs(std::span<const PairExample> examples);

void write_pair_weights(const PairWeights& learned, ModelWriter& writer);
inline constexpr std::string_view kPairSection =
    "pairs.weights";  // there if the model was built with training sentences

class PairClassifier {
 public:
  explicit PairClassifier(const ModelFile& model);      // borrowed
  explicit PairClassifier(const PairWeights& learned);  // borrowed

  std::span<const std::string_view> types() const { return types_; }

  // Log probabilities by type.
  void classify(const PairFeatures& features, std::vector<float>& scores) const;

 private:
  std::vector<std::string_view> types_;
  std::span<const std::uint64_t> keys_;
  std::span<const float> weights_;
};

}  // namespace annals
