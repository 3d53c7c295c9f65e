// The table of time words: what it may say, and what is said of its mistakes.
#include "time/time_lexicon.h"

#include <gtest/gtest.h>

#include <string>

#include "annals/error.h"
#include "base/hash.h"

namespace annals {
namespace {

std::string message(const std::string& rows) {
  try {
    (void)TimeLexicon::parse("words\tclass\tvalue\tneeds\tcomment\n" + rows, "times.tsv");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(TimeLexicon, KeepsWordsWithTheirLine) {
  const TimeLexicon lexicon = TimeLexicon::parse(
      "words\tclass\tvalue\n# feasts\nnew year's day\tfestival\tfixed:1-1\nnew year\tfestival\tfixed:1-1\n", "t.tsv");
  const auto* group = lexicon.find(murmur64a("new year 's day"));
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(lexicon.entries(*group).size(), 1u);
  EXPECT_EQ(lexicon.entries(*group)[0].line, 3);
  const auto* first = lexicon.find(murmur64a("new"));
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->longest, 4u);
}

TEST(TimeLexicon, SaysWhatIsWrong) {
  EXPECT_EQ(
      message("lent\tfeast\teaster:-46\n"),
      "times.tsv:2: there is no class \"feast\" of time words. Use one of the classes that docs/times.md explains.");
  EXPECT_EQ(message("smarch\tmonth\t13\n"),
            "times.tsv:2: \"13\" is no value of the class month. Write it as the other rows of that class do.");
  EXPECT_EQ(
      message("may\tmonth\t5\tluck\n"),
      "times.tsv:2: the column needs says \"luck\". Use capital, noun, adverb, adjective, verb or dated, or leave "
      "it empty.");
  EXPECT_EQ(message("\tmonth\t5\n"), "times.tsv:2: the row has no words. Write them in the column words.");
  EXPECT_EQ(message("lent\tfestival\teaster\n"),
            "times.tsv:2: \"easter\" is no value of the class festival. Write it as the other rows of that class do.");
}

}  // namespace
}  // namespace annals
