// The classifier of pairs: learned from the project's own sentences, stored in the model.
#include "record/pair_classifier.h"

#include <algorithm>

#include "base/tsv.h"

namespace annals {
namespace {

constexpr std::string_view kKeys = "pairs.keys", kTypes = "pairs.types";

// Chosen by five-fold cross-validation on the training sentences (docs/pairs.md).
constexpr float kNamedScale = 0.5F, kDenseScale = 2.0F, kPenalty = 1.0F;

std::size_t index_of(const std::vector<std::string>& sorted, const std::string& value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

PairWeights learn_pairs(std::span<const PairExample> examples) {
  PairWeights learned;
  for (const PairExample& example : examples) {
    learned.types.push_back(example.type);
    learned.keys.insert(learned.keys.end(), example.features.named.begin(), example.features.named.end());
  }
  sort_unique(learned.types);
  sort_unique(learned.keys);
  if (learned.types.size() > kScoreLanes) {
    throw Error{Fault::lexicon, "lexicon/training",
                "the sentences have " + std::to_string(learned.types.size()) + " types and there is room for " +
                    std::to_string(kScoreLanes),
                "Use PLOVER's types."};
  }
  std::vector<RegressionExample> rows;
  for (const PairExample& example : examples) {
    RegressionExample& row = rows.emplace_back();
    for (const std::uint64_t key : example.features.named) {
      const auto at = std::lower_bound(learned.keys.begin(), learned.keys.end(), key);
      row.rows.push_back(static_cast<std::uint32_t>(at - learned.keys.begin()));
    }
    row.dense = example.features.dense;
    row.label = static_cast<std::uint32_t>(index_of(learned.types, example.type));
  }
  const std::size_t dense = rows.empty() ? 0 : rows.front().dense.size();
  learned.weights = fit(rows, {.named_rows = learned.keys.size(),
                               .dense_rows = dense,
                               .named_scale = kNamedScale,
                               .dense_scale = kDenseScale,
                               .penalty = kPenalty});
  return learned;
}

void write_pair_weights(const PairWeights& learned, ModelWriter& writer) {
  std::string types;
  for (const std::string& type : learned.types) types += (types.empty() ? "" : "|") + type;
  writer.add_text(kTypes, types);
  writer.add_array(kKeys, std::span(learned.keys));
  writer.add_array(kPairSection, std::span(learned.weights));
}

PairClassifier::PairClassifier(const ModelFile& model)
    : types_(split_cell(model.text(kTypes))),
      keys_(model.array<std::uint64_t>(kKeys)),
      weights_(model.array<float>(kPairSection)) {
  if (types_.size() > kScoreLanes || weights_.size() % kScoreLanes != 0 ||
      weights_.size() / kScoreLanes <= keys_.size()) {
    throw Error{Fault::model, model.path(), "the weights for pairs do not fit their types and features",
                "Build the model again with `annals model build`."};
  }
}

PairClassifier::PairClassifier(const PairWeights& learned)
    : types_(learned.types.begin(), learned.types.end()), keys_(learned.keys), weights_(learned.weights) {}

void PairClassifier::classify(const PairFeatures& features, std::vector<float>& scores) const {
  const std::size_t rows = weights_.size() / kScoreLanes;
  const float* bias = &weights_[(rows - 1) * kScoreLanes];
  scores.assign(bias, bias + kScoreLanes);
  for (const std::uint64_t key : features.named) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (at == keys_.end() || *at != key) continue;
    add_row(&weights_[static_cast<std::size_t>(at - keys_.begin()) * kScoreLanes], 1, scores.data());
  }
  const std::size_t dense = std::min(features.dense.size(), rows - 1 - keys_.size());
  for (std::size_t i = 0; i < dense; ++i) {
    if (features.dense[i] == 0) continue;
    add_row(&weights_[(keys_.size() + i) * kScoreLanes], features.dense[i], scores.data());
  }
  scores.resize(types_.size());
  log_softmax(scores);
}

}  // namespace annals
