// Time spent in each stage of a pipeline, for benchmarks. It costs nothing until it is switched on.
#pragma once
#include <array>
#include <chrono>
#include <cstddef>

namespace annals {

template <typename Stage, std::size_t kStages>
class StageClock {
 public:
  bool on = false;
  std::array<std::chrono::nanoseconds, kStages> times{};  // by stage, summed over all calls

  // Stages are timed from here, or from the end of the one before.
  void start() {
    if (on) last_ = std::chrono::steady_clock::now();
  }
  void done(Stage stage) {
    if (!on) return;
    const auto now = std::chrono::steady_clock::now();
    times[static_cast<std::size_t>(stage)] += now - last_;
    last_ = now;
  }

 private:
  std::chrono::steady_clock::time_point last_;
};

}  // namespace annals
