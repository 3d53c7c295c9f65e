// The kernels as plain loops, and the packing of weights: the specification of the vector versions.
#include <algorithm>
#include <cmath>

#include "language/kernels/kernels.h"

namespace annals {
namespace {

// bias + x·W for one group of lanes of one block.
void group_sums(const Layer& layer, std::size_t block, std::size_t group, const float* x, float* sums) {
  const float* bias = layer.bias + (block * layer.groups + group) * kLanes;
  std::copy(bias, bias + kLanes, sums);
  for (std::size_t k = 0; k < layer.inputs; ++k) {
    const float* w = layer.weights + ((block * layer.inputs + k) * layer.groups + group) * kLanes;
    for (std::size_t i = 0; i < kLanes; ++i) sums[i] += x[k] * w[i];
  }
}

void maxout(const Layer& layer, Rows x, float* y, std::size_t y_stride) {
  float sums[kLanes];
  for (std::size_t r = 0; r < x.rows; ++r) {
    for (std::size_t block = 0; block < layer.outputs / kLanes; ++block) {
      float* out = y + r * y_stride + block * kLanes;
      group_sums(layer, block, 0, x.data + r * x.stride, out);
      for (std::size_t group = 1; group < layer.groups; ++group) {
        group_sums(layer, block, group, x.data + r * x.stride, sums);
        for (std::size_t i = 0; i < kLanes; ++i) out[i] = std::max(out[i], sums[i]);
      }
    }
  }
}

void linear(const Layer& layer, Rows x, float* y, std::size_t y_stride) {
  const std::size_t blocks = layer.padded_outputs() / (kLanes * layer.groups);
  for (std::size_t r = 0; r < x.rows; ++r) {
    for (std::size_t block = 0; block < blocks; ++block) {
      for (std::size_t group = 0; group < layer.groups; ++group) {
        group_sums(layer, block, group, x.data + r * x.stride,
                   y + r * y_stride + (block * layer.groups + group) * kLanes);
      }
    }
  }
}

void layer_norm(const float* gain, const float* bias, const float* residual, std::size_t width, std::size_t rows,
                float* x) {
  for (std::size_t r = 0; r < rows; ++r, x += width) {
    float mean = 0;
    for (std::size_t i = 0; i < width; ++i) mean += x[i];
    mean /= static_cast<float>(width);
    float variance = 0;
    for (std::size_t i = 0; i < width; ++i) variance += (x[i] - mean) * (x[i] - mean);
    variance = variance / static_cast<float>(width) + 1e-8F;
    const float scale = 1.0F / std::sqrt(variance);
    for (std::size_t i = 0; i < width; ++i) {
      const float y = gain[i] * ((x[i] - mean) * scale) + bias[i];
      x[i] = residual == nullptr ? y : residual[r * width + i] + y;
    }
  }
}

void sum3_maxout(const float* a, const float* b, const float* c, const float* bias, std::size_t outputs,
                 std::size_t pieces, float* y) {
  for (std::size_t o = 0; o < outputs; ++o) {
    const std::size_t block = o / kLanes * pieces * kLanes + o % kLanes;
    float best = 0;
    for (std::size_t p = 0; p < pieces; ++p) {
      const std::size_t i = block + p * kLanes;
      const float sum = a[i] + b[i] + c[i] + bias[i];
      best = p == 0 ? sum : std::max(best, sum);
    }
    y[o] = best;
  }
}

void sum_rows_maxout(std::span<const float* const> rows, const float* bias, std::size_t outputs, std::size_t pieces,
                     float* y) {
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t p = 0; p < pieces; ++p) {
      float sum = bias[p * outputs + o];
      for (const float* row : rows) sum += row[p * outputs + o];
      y[o] = p == 0 ? sum : std::max(y[o], sum);
    }
  }
}

void add(const float* x, std::size_t n, float* y) {
  for (std::size_t i = 0; i < n; ++i) y[i] += x[i];
}

// Weights and biases given by (output, piece), laid out by (block, group): `place` says where an output goes.
template <typename Place>
PackedLayer pack(std::span<const float> weights, std::span<const float> bias, std::size_t outputs, std::size_t pieces,
                 std::size_t inputs, std::size_t blocks, std::size_t groups, Place place) {
  PackedLayer packed;
  packed.weights.assign(blocks * inputs * groups * kLanes, 0.0F);
  packed.bias.assign(blocks * groups * kLanes, 0.0F);
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t p = 0; p < pieces; ++p) {
      const auto [block, group, lane] = place(o, p);
      packed.bias[(block * groups + group) * kLanes + lane] = bias.empty() ? 0.0F : bias[o * pieces + p];
      for (std::size_t k = 0; k < inputs; ++k) {
        packed.weights[((block * inputs + k) * groups + group) * kLanes + lane] =
            weights[(o * pieces + p) * inputs + k];
      }
    }
  }
  return packed;
}

struct Placed {
  std::size_t block, group, lane;
};

}  // namespace

const Kernels& scalar_kernels() {
  static constexpr Kernels table = {"scalar", maxout, linear, layer_norm, sum3_maxout, sum_rows_maxout, add};
  return table;
}

PackedLayer pack_maxout(std::span<const float> weights, std::span<const float> bias, std::size_t outputs,
                        std::size_t pieces, std::size_t inputs) {
  return pack(weights, bias, outputs, pieces, inputs, outputs / kLanes, pieces, [](std::size_t o, std::size_t p) {
    return Placed{o / kLanes, p, o % kLanes};
  });
}

PackedLayer pack_linear(std::span<const float> weights, std::span<const float> bias, std::size_t outputs,
                        std::size_t inputs, std::size_t groups) {
  const std::size_t width = kLanes * groups;
  return pack(weights, bias, outputs, 1, inputs, (outputs + width - 1) / width, groups,
              [width](std::size_t o, std::size_t) {
                return Placed{o / width, o % width / kLanes, o % kLanes};
              });
}

}  // namespace annals
