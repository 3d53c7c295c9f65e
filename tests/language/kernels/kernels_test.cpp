// Every kernel set that this machine can run against the scalar reference, on random layers and rows.
#include "language/kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace annals {
namespace {

// Sums of a few hundred products of unit normals, in another order and with fused rounding.
constexpr float kTolerance = 2e-4F;

class Random {
 public:
  std::vector<float> floats(std::size_t n) {
    std::vector<float> values(n);
    for (float& v : values) v = normal_(engine_);
    return values;
  }

 private:
  std::mt19937 engine_{20231107};
  std::normal_distribution<float> normal_;
};

void expect_near(const std::vector<float>& got, const std::vector<float>& expected, const char* what) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    ASSERT_NEAR(got[i], expected[i], kTolerance * (1 + std::fabs(expected[i]))) << what << " at " << i;
  }
}

class KernelsTest : public testing::TestWithParam<const Kernels*> {
 protected:
  const Kernels& kernels = *GetParam();
  const Kernels& reference = scalar_kernels();
  Random random;
};

TEST_P(KernelsTest, MaxoutOfEveryRowCountAndPieces) {
  constexpr std::size_t inputs = 70, outputs = 48;
  for (std::size_t pieces = 1; pieces <= kMaxPieces; ++pieces) {
    const auto weights = random.floats(outputs * pieces * inputs);
    const auto packed = pack_maxout(weights, random.floats(outputs * pieces), outputs, pieces, inputs);
    const Layer layer{packed.weights.data(), packed.bias.data(), inputs, outputs, pieces};
    for (std::size_t rows = 0; rows < 27; ++rows) {
      const auto x = random.floats(rows * inputs + 1);
      std::vector<float> got(rows * outputs), expected(rows * outputs);
      kernels.maxout(layer, {x.data(), inputs, rows}, got.data(), outputs);
      reference.maxout(layer, {x.data(), inputs, rows}, expected.data(), outputs);
      expect_near(got, expected, "maxout");
    }
  }
}

TEST_P(KernelsTest, LinearOfOddOutputsAndGroups) {
  constexpr std::size_t inputs = 33;
  for (const std::size_t outputs : {1, 16, 50, 64, 106}) {
    for (std::size_t groups = 1; groups <= 4; ++groups) {
      const auto packed = pack_linear(random.floats(outputs * inputs), random.floats(outputs), outputs, inputs, groups);
      const Layer layer{packed.weights.data(), packed.bias.data(), inputs, outputs, groups};
      const std::size_t stride = layer.padded_outputs();
      for (const std::size_t rows : {1, 5, 13}) {
        const auto x = random.floats(rows * inputs);
        std::vector<float> got(rows * stride), expected(rows * stride);
        kernels.linear(layer, {x.data(), inputs, rows}, got.data(), stride);
        reference.linear(layer, {x.data(), inputs, rows}, expected.data(), stride);
        expect_near(got, expected, "linear");
      }
    }
  }
}

TEST_P(KernelsTest, RowsMayOverlapAsAWindowDoes) {
  constexpr std::size_t width = 32, rows = 9;
  const auto packed = pack_maxout(random.floats(32 * 3 * 3 * width), random.floats(32 * 3), 32, 3, 3 * width);
  const Layer layer{packed.weights.data(), packed.bias.data(), 3 * width, 32, 3};
  const auto x = random.floats((rows + 2) * width);
  std::vector<float> got(rows * 32), expected(rows * 32);
  kernels.maxout(layer, {x.data(), width, rows}, got.data(), 32);
  reference.maxout(layer, {x.data(), width, rows}, expected.data(), 32);
  expect_near(got, expected, "window");
}

TEST_P(KernelsTest, LayerNormWithAndWithoutResidual) {
  constexpr std::size_t width = 96, rows = 5;
  const auto gain = random.floats(width), bias = random.floats(width), residual = random.floats(rows * width);
  for (const float* add : {static_cast<const float*>(nullptr), residual.data()}) {
    auto got = random.floats(rows * width);
    auto expected = got;
    kernels.layer_norm(gain.data(), bias.data(), add, width, rows, got.data());
    reference.layer_norm(gain.data(), bias.data(), add, width, rows, expected.data());
    expect_near(got, expected, "layer norm");
  }
}

TEST_P(KernelsTest, SumsAndTheirMaxout) {
  constexpr std::size_t outputs = 64, pieces = 3, n = outputs * pieces;
  const auto a = random.floats(n), b = random.floats(n), c = random.floats(n), bias = random.floats(n);
  std::vector<float> got(outputs), expected(outputs);
  kernels.sum3_maxout(a.data(), b.data(), c.data(), bias.data(), outputs, pieces, got.data());
  reference.sum3_maxout(a.data(), b.data(), c.data(), bias.data(), outputs, pieces, expected.data());
  expect_near(got, expected, "sum of three");

  const std::vector<const float*> rows = {a.data(), b.data(), c.data(), a.data()};
  kernels.sum_rows_maxout(rows, bias.data(), outputs, pieces, got.data());
  reference.sum_rows_maxout(rows, bias.data(), outputs, pieces, expected.data());
  expect_near(got, expected, "sum of rows");

  auto sum = a;
  auto reference_sum = a;
  kernels.add(b.data(), n, sum.data());
  reference.add(b.data(), n, reference_sum.data());
  expect_near(sum, reference_sum, "add");
}

INSTANTIATE_TEST_SUITE_P(Targets, KernelsTest, testing::ValuesIn(available_kernels()),
                         [](const auto& info) { return std::string(info.param->name); });

// The reference itself, on numbers that can be checked by eye.
TEST(ScalarKernels, MaxoutTakesTheLargestPiece) {
  constexpr std::size_t outputs = kLanes, pieces = 2, inputs = 2;
  std::vector<float> weights(outputs * pieces * inputs, 0.0F), bias(outputs * pieces, 0.0F);
  // Output 3: piece 0 is 2 x0 + 1, piece 1 is x1.
  weights[(3 * pieces + 0) * inputs + 0] = 2;
  weights[(3 * pieces + 1) * inputs + 1] = 1;
  bias[3 * pieces + 0] = 1;
  const auto packed = pack_maxout(weights, bias, outputs, pieces, inputs);
  const Layer layer{packed.weights.data(), packed.bias.data(), inputs, outputs, pieces};
  const std::vector<float> x = {1, 5, 4, 5};  // two rows
  std::vector<float> y(2 * outputs);
  scalar_kernels().maxout(layer, {x.data(), inputs, 2}, y.data(), outputs);
  EXPECT_FLOAT_EQ(y[3], 5);            // max(3, 5)
  EXPECT_FLOAT_EQ(y[outputs + 3], 9);  // max(9, 5)
  EXPECT_FLOAT_EQ(y[0], 0);
}

TEST(ScalarKernels, LayerNormCentresAndScales) {
  std::vector<float> x(kLanes, 1.0F);
  for (std::size_t i = 0; i < kLanes; i += 2) x[i] = 3.0F;  // mean 2, variance 1
  const std::vector<float> gain(kLanes, 2.0F), bias(kLanes, 0.5F), residual(kLanes, 10.0F);
  scalar_kernels().layer_norm(gain.data(), bias.data(), residual.data(), kLanes, 1, x.data());
  EXPECT_NEAR(x[0], 12.5F, 1e-5F);
  EXPECT_NEAR(x[1], 8.5F, 1e-5F);
}

}  // namespace
}  // namespace annals
