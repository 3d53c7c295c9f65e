// "Did you mean": near words are offered, far ones are not.
#include "base/closest.h"

#include <gtest/gtest.h>

#include <vector>

namespace annals {
namespace {

TEST(Closest, CountsEdits) {
  EXPECT_EQ(edit_distance("read", "read"), 0u);
  EXPECT_EQ(edit_distance("raed", "read"), 1u);  // neighbours swapped
  EXPECT_EQ(edit_distance("red", "read"), 1u);
  EXPECT_EQ(edit_distance("reader", "read"), 2u);
  EXPECT_EQ(edit_distance("", "read"), 4u);
}

TEST(Closest, OffersTheNearestWord) {
  const std::vector<std::string> commands = {"read", "annotate", "model"};
  EXPECT_EQ(closest("raed", commands), "read");
  EXPECT_EQ(closest("anotate", commands), "annotate");
  EXPECT_EQ(closest("anno", commands), "annotate");  // the start of a word
  EXPECT_EQ(closest("modle", commands), "model");
  EXPECT_EQ(closest("serve", commands), std::nullopt);
  EXPECT_EQ(closest("", commands), std::nullopt);
  EXPECT_EQ(closest("x", commands), std::nullopt);
  EXPECT_EQ(closest("read", {}), std::nullopt);
}

}  // namespace
}  // namespace annals
