// Work by several threads on a stream: the order is kept, what waits is bounded, and faults come through.
#include "base/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace annals {
namespace {

struct Number {
  int in = 0;
  int out = 0;
};

class InOrder : public testing::TestWithParam<unsigned> {};

TEST_P(InOrder, KeepsTheOrderAndBoundsWhatWaits) {
  InOrderLimits limits{.threads = GetParam(), .jobs_a_thread = 4, .weight = 1000};
  int given = 0;
  int taken = 0;
  int most_waiting = 0;
  run_in_order<Number>(
      limits,
      [&]() -> std::optional<Number> {
        if (given == 500) return std::nullopt;
        most_waiting = std::max(most_waiting, given - taken + 1);
        return Number{given++, 0};
      },
      [](const Number&) { return std::size_t{1}; },
      [](Number& n, unsigned) {
        // Uneven work, so that later jobs end before earlier ones.
        if (n.in % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
        n.out = n.in * 2;
      },
      [&](const Number& n) {
        ASSERT_EQ(n.in, taken);
        ASSERT_EQ(n.out, 2 * taken);
        ++taken;
      });
  EXPECT_EQ(taken, 500);
  EXPECT_LE(most_waiting, static_cast<int>(4 * GetParam()));
}

TEST_P(InOrder, OneJobMayWeighMoreThanAllowed) {
  int given = 0;
  int taken = 0;
  run_in_order<Number>(
      InOrderLimits{.threads = GetParam(), .jobs_a_thread = 8, .weight = 10},
      [&]() -> std::optional<Number> {
        return given == 20 ? std::nullopt : std::optional(Number{given++, 0});
      },
      [](const Number&) { return std::size_t{1000}; }, [](Number&, unsigned) {},
      [&](const Number&) {
        EXPECT_EQ(given, taken + 1);  // it was alone
        ++taken;
      });
  EXPECT_EQ(taken, 20);
}

TEST_P(InOrder, ThrowsWhatWorkThrewInItsTurn) {
  int given = 0;
  int taken = 0;
  const auto run = [&] {
    run_in_order<Number>(
        InOrderLimits{.threads = GetParam()},
        [&]() -> std::optional<Number> {
          return given == 100 ? std::nullopt : std::optional(Number{given++, 0});
        },
        [](const Number&) { return std::size_t{1}; },
        [](Number& n, unsigned) {
          if (n.in == 30) throw std::runtime_error("job 30");
        },
        [&](const Number&) { ++taken; });
  };
  EXPECT_THROW(run(), std::runtime_error);
  EXPECT_EQ(taken, 30);
}

TEST_P(InOrder, EndsItsThreadsWhenTheStreamThrows) {
  int given = 0;
  const auto run = [&] {
    run_in_order<Number>(
        InOrderLimits{.threads = GetParam()},
        [&]() -> std::optional<Number> {
          if (given == 10) throw std::runtime_error("the disk is gone");
          return Number{given++, 0};
        },
        [](const Number&) { return std::size_t{1}; }, [](Number&, unsigned) {}, [](const Number&) {});
  };
  EXPECT_THROW(run(), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Threads, InOrder, testing::Values(1u, 2u, 5u));

}  // namespace
}  // namespace annals
