// The table of time words: what it may say, and what is said of its mistakes.
#include "time/time_lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annals/error.h"
#include "base/hash.h"

namespace annals {
namespace {

TimeLexicon parse(const std::vector<std::string>& texts) {
  std::vector<TimeLexicon::Table> tables;
  for (const std::string& text : texts) {
    tables.push_back({text, tables.empty() ? "times.tsv" : "own/times.tsv"});
  }
  return TimeLexicon::parse(tables);
}

std::string message(const std::string& rows) {
  try {
    parse({"words\tclass\tvalue\tneeds\tcomment\n" + rows});
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(TimeLexicon, KeepsWordsWithTheirLine) {
  const TimeLexicon lexicon =
      parse({"words\tclass\tvalue\n# feasts\nnew year's day\tfestival\tfixed:1-1\nnew year\tfestival\tfixed:1-1\n"});
  const auto* group = lexicon.find(murmur64a("new year 's day"));
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(lexicon.entries(*group).size(), 1u);
  EXPECT_EQ(lexicon.where(lexicon.entries(*group)[0].row), "times.tsv:3");
  EXPECT_EQ(lexicon.where(0), "");
  const auto* first = lexicon.find(murmur64a("new"));
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->longest, 4u);
}

TEST(TimeLexicon, LaysAUsersWordsOverOurs) {
  const TimeLexicon lexicon = parse({"words\tclass\tvalue\nvictory day\tfestival\tfixed:5-9\nmarch\tmonth\t3\n",
                                     "words\tclass\tvalue\nvictory day\tfestival\tfixed:5-8\n"});
  const auto* group = lexicon.find(murmur64a("victory day"));
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(lexicon.entries(*group).size(), 1u);
  EXPECT_EQ(lexicon.entries(*group)[0].rule->day, 8);
  EXPECT_EQ(lexicon.where(lexicon.entries(*group)[0].row), "own/times.tsv:2");
  ASSERT_NE(lexicon.find(murmur64a("march")), nullptr);
  EXPECT_EQ(lexicon.entries(*lexicon.find(murmur64a("march"))).size(), 1u);
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
