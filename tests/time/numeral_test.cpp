// Figures by the shape of one token.
#include "time/numeral.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

using Kind = Numeral::Kind;

TEST(Numeral, ReadsShapes) {
  EXPECT_TRUE(numeral_of("1998").plain_between(1998, 1998));
  EXPECT_EQ(numeral_of("1,500,000").a, 1'500'000);
  EXPECT_EQ(numeral_of("5th").kind, Kind::ordinal);
  EXPECT_EQ(numeral_of("1990s").kind, Kind::decade);
  EXPECT_TRUE(numeral_of("mid-1990s").mid);
  EXPECT_TRUE(numeral_of("'98").apostrophe);
  EXPECT_EQ(numeral_of("q3").kind, Kind::quarter);
  EXPECT_EQ(numeral_of("h1").kind, Kind::half);
  const Numeral slashed = numeral_of("11/7/2023");
  EXPECT_EQ(slashed.kind, Kind::slashed);
  EXPECT_EQ(slashed.c, 2023);
  EXPECT_EQ(numeral_of("2023-11-07").kind, Kind::hyphened);
}

TEST(Numeral, ReadsClocks) {
  const Numeral clock = numeral_of("7.30pm");
  EXPECT_EQ(clock.kind, Kind::clock);
  EXPECT_EQ(clock.b, 30);
  EXPECT_EQ(clock.meridiem, 12);
  EXPECT_EQ(numeral_of("10:35").meridiem, -1);
  EXPECT_EQ(numeral_of("9am").kind, Kind::clock);
}

TEST(Numeral, LeavesTheRest) {
  for (const char* text : {"", "x", "q5", "7.5", "25:00", "10:75", "1,50", "12th-century", "3-2", "7.30", "1998x",
                           "99999999999999", "'", "13pm", "1/2/3/4"}) {
    EXPECT_EQ(numeral_of(text).kind, Kind::none) << text;
  }
}

}  // namespace
}  // namespace annals
