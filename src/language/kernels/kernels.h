// Dense arithmetic for the networks of the language engine. It knows vectors and matrices, and nothing of tokens.
//
// Numbers are 32-bit floats. A layer's weights are packed in blocks of output lanes, so that one kernel step reads
// consecutive memory whatever the width of the machine's vectors:
//
//   weights[block][input][group][kLanes]        bias[block][group][kLanes]
//
// In a maxout layer a block is kLanes outputs and its groups are the pieces of which the largest is taken; in a
// linear layer a block is groups * kLanes outputs. Outputs beyond the last are zero weights.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace annals {

inline constexpr std::size_t kLanes = 16;        // floats of an AVX-512 vector, the widest there is
inline constexpr std::size_t kLinearGroups = 4;  // vectors of a linear layer's block, unless it says otherwise
inline constexpr std::size_t kMaxPieces = 4;

// A packed affine layer. The pointers are borrowed, usually from the mapped model.
struct Layer {
  const float* weights = nullptr;
  const float* bias = nullptr;
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  std::size_t groups = 0;  // pieces of a maxout layer; vectors of a block of a linear one, up to 4

  // Floats that one row of a linear layer's result takes: the outputs, rounded up to whole blocks.
  std::size_t padded_outputs() const {
    const std::size_t block = kLanes * groups;
    return (outputs + block - 1) / block * block;
  }
};

// `rows` rows of floats, `stride` floats apart. Rows may overlap: a window over a sequence is three rows of it.
struct Rows {
  const float* data;
  std::size_t stride;
  std::size_t rows;
};

struct Kernels {
  const char* name;  // "scalar", "AVX2", "AVX3_ZEN4", ...

  // y[r][o] = max over pieces p of (bias[o][p] + sum over k of x[r][k] * weight[o][p][k])
  // (Goodfellow et al., "Maxout networks", ICML 2013). Outputs must be a multiple of kLanes; y rows are y_stride apart.
  void (*maxout)(const Layer& layer, Rows x, float* y, std::size_t y_stride);

  // y[r][o] = bias[o] + sum over k of x[r][k] * weight[o][k], for all padded outputs.
  void (*linear)(const Layer& layer, Rows x, float* y, std::size_t y_stride);

  // y = residual + gain * (x - mean(x)) / sqrt(variance(x) + 1e-8) + bias, row by row in place of x
  // (Ba, Kiros & Hinton, "Layer normalization", 2016; the 1e-8 is thinc's, layers/layernorm.py).
  // `residual` may be null; `width` is a multiple of kLanes. Rows of x and residual are `width` floats apart.
  void (*layer_norm)(const float* gain, const float* bias, const float* residual, std::size_t width, std::size_t rows,
                     float* x);

  // The maxout of three packed products that were computed apart: y[o] = max over p of (a + b + c + bias)[o][p].
  void (*sum3_maxout)(const float* a, const float* b, const float* c, const float* bias, std::size_t outputs,
                      std::size_t pieces, float* y);

  // y[o] = max over p of (bias + sum of rows)[p][o], where each row is `pieces` runs of `outputs` floats.
  void (*sum_rows_maxout)(std::span<const float* const> rows, const float* bias, std::size_t outputs,
                          std::size_t pieces, float* y);

  // y += x, n floats; n is a multiple of kLanes.
  void (*add)(const float* x, std::size_t n, float* y);
};

// Loops that anyone can read: what each function means, and the reference that the others are tested against.
const Kernels& scalar_kernels();

// The fastest set for this processor. The environment variable ANNALS_SIMD=scalar forces the reference, and
// ANNALS_SIMD=NAME one of available_kernels(); an unknown name throws Error{Fault::usage}.
const Kernels& kernels();

// Every vector set that this processor can run, best first, then the scalar one.
std::vector<const Kernels*> available_kernels();

// Packing, for the builder of the model. `weights` is row-major [outputs][pieces][inputs], `bias` [outputs][pieces].
struct PackedLayer {
  std::vector<float> weights;
  std::vector<float> bias;
};
PackedLayer pack_maxout(std::span<const float> weights, std::span<const float> bias, std::size_t outputs,
                        std::size_t pieces, std::size_t inputs);
// `weights` is row-major [outputs][inputs], `bias` [outputs].
PackedLayer pack_linear(std::span<const float> weights, std::span<const float> bias, std::size_t outputs,
                        std::size_t inputs, std::size_t groups = kLinearGroups);

}  // namespace annals
