// Words of sentences, folded for comparison.
#include "ledger/phrases.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

using Words = std::vector<std::string>;

TEST(Phrases, WordsAreFoldedTheSameOnTheShortWayAndOnTheLong) {
  EXPECT_EQ(folded_words("He said: \"We'll talk.\""), (Words{"he", "said", "we", "ll", "talk"})) << "ASCII";
  EXPECT_EQ(folded_words("He said: “We’ll talk” — soon…"), (Words{"he", "said", "we", "ll", "talk", "soon"}))
      << "punctuation beyond ASCII";
  EXPECT_EQ(folded_words("“Erdoğan’s ENVOY” – Zürich"), (Words{"erdogan", "s", "envoy", "zurich"})) << "letters too";
  EXPECT_EQ(folded_words("10⁵ x"), (Words{"10⁵", "x"})) << "U+2075 is a number, behind the block of punctuation";
  EXPECT_EQ(folded_words("\xE2\x80"), (Words{})) << "cut short";
}

}  // namespace
}  // namespace annals
