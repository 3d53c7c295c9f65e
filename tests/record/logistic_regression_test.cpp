// The regression on problems whose answer is known.
#include "record/logistic_regression.h"

#include <gtest/gtest.h>

#include <cmath>

namespace annals {
namespace {

std::vector<RegressionExample> examples(const std::vector<int>& counts) {
  std::vector<RegressionExample> out;
  for (std::uint32_t label = 0; label < counts.size(); ++label) {
    out.insert(out.end(), static_cast<std::size_t>(counts[label]), RegressionExample{{}, {}, label});
  }
  return out;
}

TEST(LogisticRegression, WithoutFeaturesItLearnsTheShares) {
  const auto weights = fit(examples({30, 10}), {.penalty = 1e-6F, .most_steps = 200});
  ASSERT_EQ(weights.size(), kScoreLanes);
  EXPECT_NEAR(weights[0] - weights[1], std::log(3.0), 0.05);
}

TEST(LogisticRegression, LearnsFromNamedAndDenseFeatures) {
  std::vector<RegressionExample> training;
  for (int i = 0; i < 20; ++i) {
    training.push_back({{0}, {1, 0}, 0});
    training.push_back({{1}, {0, 1}, 1});
  }
  const auto weights =
      fit(training, {.named_rows = 2, .dense_rows = 2, .named_scale = 0.5F, .dense_scale = 2, .penalty = 0.1F});
  ASSERT_EQ(weights.size(), 5 * kScoreLanes);
  EXPECT_GT(weights[0 * kScoreLanes + 0], weights[0 * kScoreLanes + 1]);
  EXPECT_GT(weights[1 * kScoreLanes + 1], weights[1 * kScoreLanes + 0]);
  // Dense weights count twice as much and named ones half, so the penalty lets the dense grow sixteen times as large.
  EXPECT_NEAR(weights[2 * kScoreLanes] / weights[0], 16, 0.5);
  EXPECT_EQ(weights,
            fit(training, {.named_rows = 2, .dense_rows = 2, .named_scale = 0.5F, .dense_scale = 2, .penalty = 0.1F}));
}

TEST(LogisticRegression, SoftmaxOfLargeScoresStaysFinite) {
  std::vector<float> scores = {1000, 1000, -1000};
  log_softmax(scores);
  EXPECT_NEAR(scores[0], -std::log(2.0), 1e-4);
  EXPECT_NEAR(scores[2], -2000, 1);
}

}  // namespace
}  // namespace annals
