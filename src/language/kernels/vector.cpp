// The kernels on the vectors of the machine: Highway compiles this file once for each instruction set and chooses at
// run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels/vector.cpp"
#include <hwy/foreach_target.h>
// Must come after foreach_target.h.
#include <hwy/highway.h>

#include <type_traits>
#include <utility>

#include "language/kernels/kernels.h"

// Sums live in registers only if every lambda of the unrolled loops is inlined; left alone, g++ keeps some as calls.
#undef INLINE_LAMBDA
#define INLINE_LAMBDA HWY_ATTR __attribute__((always_inline))

HWY_BEFORE_NAMESPACE();
namespace annals {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<float, kLanes>;
using V = hn::Vec<D>;
constexpr std::size_t kWidth = hn::MaxLanes(D());  // floats in a vector of this target
static_assert(kLanes % kWidth == 0);

// Accumulators that fit the registers beside the weights and one broadcast: 32 registers on AVX-512 and NEON, else 16.
constexpr std::size_t kAccumulators = (HWY_TARGET <= HWY_AVX3 || HWY_ARCH_ARM) ? 24 : 12;

template <std::size_t N, typename F>
HWY_INLINE HWY_ATTR void unrolled(F f) {
  [&]<std::size_t... I>(std::index_sequence<I...>) INLINE_LAMBDA { (f(std::integral_constant<std::size_t, I>{}), ...); }
  (std::make_index_sequence<N>{});
}

// Sums of kRows rows against kGroups vectors of one block: the inner loop of every layer. Each step loads kGroups
// vectors of weights and uses them kRows times.
template <std::size_t kRows, std::size_t kGroups>
HWY_INLINE HWY_ATTR void tile(const float* HWY_RESTRICT weights, const float* HWY_RESTRICT bias, std::size_t inputs,
                              const float* HWY_RESTRICT x, std::size_t x_stride, V (&sums)[kRows][kGroups]) {
  const D d;
  unrolled<kGroups>([&](auto g) INLINE_LAMBDA {
    const V b = hn::LoadU(d, bias + g * kLanes);
    unrolled<kRows>([&](auto r) INLINE_LAMBDA { sums[r][g] = b; });
  });
  for (std::size_t k = 0; k < inputs; ++k) {
    V w[kGroups];
    unrolled<kGroups>([&](auto g) INLINE_LAMBDA { w[g] = hn::LoadU(d, weights + (k * kGroups + g) * kLanes); });
    unrolled<kRows>([&](auto r) INLINE_LAMBDA {
      const V value = hn::Set(d, x[r * x_stride + k]);
      unrolled<kGroups>([&](auto g) INLINE_LAMBDA { sums[r][g] = hn::MulAdd(value, w[g], sums[r][g]); });
    });
  }
}

struct StoreMax {
  static constexpr std::size_t width(std::size_t) { return kLanes; }  // outputs of a block
  template <std::size_t kGroups>
  static HWY_INLINE HWY_ATTR void store(const V (&sums)[kGroups], float* y) {
    V best = sums[0];
    for (std::size_t g = 1; g < kGroups; ++g) best = hn::Max(best, sums[g]);
    hn::StoreU(best, D(), y);
  }
};

struct StoreAll {
  static constexpr std::size_t width(std::size_t groups) { return groups * kLanes; }
  template <std::size_t kGroups>
  static HWY_INLINE HWY_ATTR void store(const V (&sums)[kGroups], float* y) {
    unrolled<kGroups>([&](auto g) INLINE_LAMBDA { hn::StoreU(sums[g], D(), y + g * kLanes); });
  }
};

// All of x against one block of lanes, as many rows at a time as the registers hold, then the rest.
template <typename Store, std::size_t kGroups, std::size_t kRows>
HWY_INLINE HWY_ATTR void block_rows(const float* weights, const float* bias, std::size_t inputs, Rows x, float* y,
                                    std::size_t y_stride) {
  std::size_t r = 0;
  for (; r + kRows <= x.rows; r += kRows) {
    V sums[kRows][kGroups];
    tile<kRows, kGroups>(weights, bias, inputs, x.data + r * x.stride, x.stride, sums);
    unrolled<kRows>([&](auto i) INLINE_LAMBDA { Store::store(sums[i], y + (r + i) * y_stride); });
  }
  if constexpr (kRows > 1) {
    if (r < x.rows) {
      block_rows<Store, kGroups, kRows / 2>(weights, bias, inputs, {x.data + r * x.stride, x.stride, x.rows - r},
                                            y + r * y_stride, y_stride);
    }
  }
}

template <typename Store, std::size_t kGroups>
HWY_ATTR void layer_rows(const Layer& layer, std::size_t blocks, Rows x, float* y, std::size_t y_stride) {
  constexpr std::size_t kRows = kAccumulators / kGroups;
  for (std::size_t block = 0; block < blocks; ++block) {
    const float* weights = layer.weights + block * layer.inputs * kGroups * kLanes;
    const float* bias = layer.bias + block * kGroups * kLanes;
    for (std::size_t lane = 0; lane < kLanes; lane += kWidth) {
      block_rows<Store, kGroups, kRows>(weights + lane, bias + lane, layer.inputs, x,
                                        y + block * Store::width(kGroups) + lane, y_stride);
    }
  }
}

HWY_ATTR void maxout(const Layer& layer, Rows x, float* y, std::size_t y_stride) {
  const std::size_t blocks = layer.outputs / kLanes;
  switch (layer.groups) {
    case 1:
      return layer_rows<StoreMax, 1>(layer, blocks, x, y, y_stride);
    case 2:
      return layer_rows<StoreMax, 2>(layer, blocks, x, y, y_stride);
    case 3:
      return layer_rows<StoreMax, 3>(layer, blocks, x, y, y_stride);
    default:
      return layer_rows<StoreMax, 4>(layer, blocks, x, y, y_stride);
  }
}

HWY_ATTR void linear(const Layer& layer, Rows x, float* y, std::size_t y_stride) {
  const std::size_t blocks = layer.padded_outputs() / (kLanes * layer.groups);
  switch (layer.groups) {
    case 1:
      return layer_rows<StoreAll, 1>(layer, blocks, x, y, y_stride);
    case 2:
      return layer_rows<StoreAll, 2>(layer, blocks, x, y, y_stride);
    case 3:
      return layer_rows<StoreAll, 3>(layer, blocks, x, y, y_stride);
    default:
      return layer_rows<StoreAll, 4>(layer, blocks, x, y, y_stride);
  }
}

HWY_ATTR void layer_norm(const float* gain, const float* bias, const float* residual, std::size_t width,
                         std::size_t rows, float* x) {
  const D d;
  const float per = 1.0F / static_cast<float>(width);
  for (std::size_t r = 0; r < rows; ++r, x += width) {
    V sum = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += kWidth) sum = hn::Add(sum, hn::LoadU(d, x + i));
    const V mean = hn::Mul(hn::SumOfLanes(d, sum), hn::Set(d, per));
    V squares = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += kWidth) {
      const V off = hn::Sub(hn::LoadU(d, x + i), mean);
      squares = hn::MulAdd(off, off, squares);
    }
    const V variance = hn::MulAdd(hn::SumOfLanes(d, squares), hn::Set(d, per), hn::Set(d, 1e-8F));
    const V scale = hn::Div(hn::Set(d, 1.0F), hn::Sqrt(variance));
    for (std::size_t i = 0; i < width; i += kWidth) {
      const V normal = hn::Mul(hn::Sub(hn::LoadU(d, x + i), mean), scale);
      V y = hn::MulAdd(hn::LoadU(d, gain + i), normal, hn::LoadU(d, bias + i));
      if (residual != nullptr) y = hn::Add(hn::LoadU(d, residual + r * width + i), y);
      hn::StoreU(y, d, x + i);
    }
  }
}

HWY_ATTR void sum3_maxout(const float* a, const float* b, const float* c, const float* bias, std::size_t outputs,
                          std::size_t pieces, float* y) {
  const D d;
  for (std::size_t block = 0; block < outputs; block += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; lane += kWidth) {
      V best = hn::Zero(d);
      for (std::size_t p = 0; p < pieces; ++p) {
        const std::size_t i = block * pieces + p * kLanes + lane;
        const V ab = hn::Add(hn::LoadU(d, a + i), hn::LoadU(d, b + i));
        const V sum = hn::Add(ab, hn::Add(hn::LoadU(d, c + i), hn::LoadU(d, bias + i)));
        best = p == 0 ? sum : hn::Max(best, sum);
      }
      hn::StoreU(best, d, y + block + lane);
    }
  }
}

HWY_ATTR void sum_rows_maxout(std::span<const float* const> rows, const float* bias, std::size_t outputs,
                              std::size_t pieces, float* y) {
  const D d;
  for (std::size_t o = 0; o < outputs; o += kWidth) {
    V best = hn::Zero(d);
    for (std::size_t p = 0; p < pieces; ++p) {
      V sum = hn::LoadU(d, bias + p * outputs + o);
      for (const float* row : rows) sum = hn::Add(sum, hn::LoadU(d, row + p * outputs + o));
      best = p == 0 ? sum : hn::Max(best, sum);
    }
    hn::StoreU(best, d, y + o);
  }
}

HWY_ATTR void add(const float* x, std::size_t n, float* y) {
  const D d;
  for (std::size_t i = 0; i < n; i += kWidth) {
    hn::StoreU(hn::Add(hn::LoadU(d, y + i), hn::LoadU(d, x + i)), d, y + i);
  }
}

const Kernels* table() {
  static const Kernels kernels = {
      hwy::TargetName(HWY_TARGET), maxout, linear, layer_norm, sum3_maxout, sum_rows_maxout, add};
  return &kernels;
}

}  // namespace HWY_NAMESPACE
}  // namespace annals
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <cstdlib>
#include <string>

#include "annals/error.h"

namespace annals {
namespace {

HWY_EXPORT(table);

const Kernels* table_for(std::int64_t target) {
  hwy::SetSupportedTargetsForTest(target);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  const Kernels* found = HWY_DYNAMIC_DISPATCH(table)();
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  return found;
}

const Kernels& chosen() {
  const char* forced = std::getenv("ANNALS_SIMD");
  const auto all = available_kernels();
  if (forced == nullptr || *forced == '\0') return *all.front();
  std::string names;
  for (const Kernels* k : all) {
    if (std::string_view(k->name) == forced) return *k;
    names += (names.empty() ? "" : ", ") + std::string(k->name);
  }
  throw Error{Fault::usage, "ANNALS_SIMD", "this machine has no \"" + std::string(forced) + "\"",
              "Leave it unset, or set it to one of " + names + "."};
}

}  // namespace

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> all;
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    if (target == HWY_SCALAR || target == HWY_EMU128) continue;  // our own reference is the plainer one
    const Kernels* k = table_for(target);
    if (std::find(all.begin(), all.end(), k) == all.end()) all.push_back(k);
  }
  all.push_back(&scalar_kernels());
  return all;
}

const Kernels& kernels() {
  static const Kernels& best = chosen();
  return best;
}

}  // namespace annals
#endif  // HWY_ONCE
