// Multinomial logistic regression: a linear score for each class, and their softmax.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace annals {

inline constexpr std::size_t kScoreLanes = 16;  // scores are computed for this many classes at once

// One example: rows of weights that count once, and a dense vector whose rows follow the named ones.
struct RegressionExample {
  std::vector<std::uint32_t> rows;
  std::vector<float> dense;
  std::uint32_t label = 0;  // below kScoreLanes
};

struct RegressionOptions {
  std::size_t named_rows = 0;
  std::size_t dense_rows = 0;
  float named_scale = 1;  // what a named feature counts; a smaller one is held down more by the penalty
  float dense_scale = 1;
  float penalty = 1;  // times half the sum of squared weights
  int most_steps = 100;
};

// Weights by row: named rows, then dense ones, then the bias; kScoreLanes floats each. The scales are worked in. The
// same examples give the same weights.
std::vector<float> fit(std::span<const RegressionExample> examples, const RegressionOptions& options);

// Adds `scale` times a row to the scores.
inline void add_row(const float* row, float scale, float* scores) {
  for (std::size_t c = 0; c < kScoreLanes; ++c) scores[c] += scale * row[c];
}

// Scores of the first `classes` classes to log probabilities, in place.
void log_softmax(std::span<float> scores);

}  // namespace annals
