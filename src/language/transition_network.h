// The network that scores the actions of a transition system: spaCy's TransitionBasedParser.v2.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/aligned.h"
#include "language/kernels/kernels.h"
#include "language/layers.h"
#include "model/model_file.h"
#include "model/network_sections.h"

namespace annals {

struct TransitionWorkspace {
  FloatBuffer projected, products, hidden, scores;
};

// Scores a state from the tokens that describe it. The products of every (token, feature) pair are computed for a
// whole text at once, so that a state costs a few sums and one small layer (the trick of Kiperwasser & Goldberg,
// TACL 2016, as in spacy/ml/parser_model.pyx).
class TransitionNetwork {
 public:
  static constexpr std::int32_t kNoToken = -1;
  static constexpr std::size_t kMaxFeatures = 16;

  TransitionNetwork(const ModelFile& model, const std::string& component);

  // Computes the products of all tokens, whose encoder vectors are given.
  void prepare(Rows tokens, TransitionWorkspace& workspace) const;

  // The score of each action in the state described by `features`, token indices or kNoToken. Call prepare() first.
  // Valid until the next call.
  std::span<const float> score(std::span<const std::int32_t> features, TransitionWorkspace& workspace) const;

  // Of `tokens` tokens prepared and `states` states scored.
  double multiply_adds(double tokens, double states) const {
    const double hidden = info_.hidden;
    return tokens * hidden * (info_.width + static_cast<double>(lower_.outputs)) + states * hidden * info_.actions;
  }

  std::size_t features() const { return info_.features; }
  std::span<const ActionInfo> actions() const { return actions_; }
  // The label of ActionInfo::label.
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  TransitionInfo info_;
  Layer project_, lower_, upper_;
  const float* padding_;  // products of an absent token, by feature
  const float* state_bias_;
  std::span<const ActionInfo> actions_;
  std::vector<std::string> labels_;
};

// The index of the largest of scores[begin..end), the first of equals; `best` where none is larger than its score.
// `best` may be kNoAction: then the first of the range is where it starts.
inline constexpr std::int32_t kNoAction = -1;
inline std::int32_t best_of(std::span<const float> scores, std::size_t begin, std::size_t end, std::int32_t best) {
  for (std::size_t i = begin; i < end; ++i) {
    if (best == kNoAction || scores[i] > scores[static_cast<std::size_t>(best)]) best = static_cast<std::int32_t>(i);
  }
  return best;
}

}  // namespace annals
