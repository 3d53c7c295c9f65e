// Fits a multinomial logistic regression by L-BFGS (Nocedal & Wright, "Numerical Optimization", 2nd ed., algorithm 7.4,
// with backtracking by the Armijo condition).
#include "record/logistic_regression.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace annals {
namespace {

using Vector = std::vector<float>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return sum;
}

void add_scaled(Vector& a, double scale, const Vector& b) {
  const auto s = static_cast<float>(scale);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += s * b[i];
}

struct Objective {
  std::span<const RegressionExample> examples;
  const RegressionOptions& options;

  std::size_t rows() const { return options.named_rows + options.dense_rows + 1; }

  // Calls visit(row, value) for what the example holds.
  template <typename Visit>
  void each(const RegressionExample& example, Visit visit) const {
    for (const std::uint32_t row : example.rows) visit(row, options.named_scale);
    for (std::size_t i = 0; i < example.dense.size(); ++i) {
      visit(options.named_rows + i, options.dense_scale * example.dense[i]);
    }
    visit(rows() - 1, 1.0F);
  }

  // The penalised loss at `weights`, and its slope.
  double operator()(const Vector& weights, Vector& slope) const {
    slope = weights;
    for (float& g : slope) g *= options.penalty;
    double loss = 0.5 * options.penalty * dot(weights, weights);
    for (const RegressionExample& example : examples) {
      float scores[kScoreLanes] = {};
      each(example, [&](std::size_t row, float value) { add_row(&weights[row * kScoreLanes], value, scores); });
      log_softmax(scores);
      loss -= scores[example.label];
      for (float& s : scores) s = std::exp(s);
      scores[example.label] -= 1;
      each(example, [&](std::size_t row, float value) {
        for (std::size_t c = 0; c < kScoreLanes; ++c) slope[row * kScoreLanes + c] += value * scores[c];
      });
    }
    return loss;
  }
};

// What a step taught about the curvature.
struct Correction {
  Vector step, change;  // of the weights, of the slope
  double product;
};

// The direction in which to go down, by the two-loop recursion.
Vector direction(const Vector& slope, const std::deque<Correction>& history) {
  Vector q = slope;
  std::vector<double> along(history.size());
  for (std::size_t i = history.size(); i-- > 0;) {
    along[i] = dot(history[i].step, q) / history[i].product;
    add_scaled(q, -along[i], history[i].change);
  }
  double scale = 1 / std::max(1.0, std::sqrt(dot(slope, slope)));
  if (!history.empty()) scale = history.back().product / dot(history.back().change, history.back().change);
  for (float& v : q) v = static_cast<float>(v * scale);
  for (std::size_t i = 0; i < history.size(); ++i) {
    add_scaled(q, along[i] - dot(history[i].change, q) / history[i].product, history[i].step);
  }
  return q;
}

}  // namespace

void log_softmax(std::span<float> scores) {
  const float most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (const float s : scores) sum += std::exp(static_cast<double>(s - most));
  const float log_sum = most + static_cast<float>(std::log(sum));
  for (float& s : scores) s -= log_sum;
}

std::vector<float> fit(std::span<const RegressionExample> examples, const RegressionOptions& options) {
  constexpr std::size_t kRemembered = 8;
  const Objective objective{examples, options};
  Vector weights(objective.rows() * kScoreLanes, 0.0F), slope, next, next_slope;
  double loss = objective(weights, slope);
  std::deque<Correction> history;
  for (int step = 0; step < options.most_steps; ++step) {
    const Vector down = direction(slope, history);
    const double fall = dot(slope, down);
    double length = 1, next_loss = loss;
    for (;; length /= 2) {
      next = weights;
      add_scaled(next, -length, down);
      next_loss = objective(next, next_slope);
      if (next_loss <= loss - 1e-4 * length * fall || length < 1e-6) break;
    }
    Correction learned{next, next_slope, 0};
    add_scaled(learned.step, -1, weights);
    add_scaled(learned.change, -1, slope);
    learned.product = dot(learned.step, learned.change);
    if (learned.product > 1e-10) history.push_back(std::move(learned));
    if (history.size() > kRemembered) history.pop_front();
    const bool settled = loss - next_loss < 1e-4 * next_loss;
    weights.swap(next);
    slope.swap(next_slope);
    loss = next_loss;
    if (settled) break;
  }
  for (std::size_t row = 0; row + 1 < objective.rows(); ++row) {
    const float scale = row < options.named_rows ? options.named_scale : options.dense_scale;
    for (std::size_t c = 0; c < kScoreLanes; ++c) weights[row * kScoreLanes + c] *= scale;
  }
  return weights;
}

}  // namespace annals
