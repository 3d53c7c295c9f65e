// Lexicon tables: what they may hold, and what is said when they are wrong.
#include "base/tsv.h"

#include <gtest/gtest.h>

#include <string>

namespace annals {
namespace {

std::string message(auto&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(Tsv, ReadsCellsByColumnName) {
  const TsvTable table{"# seasons\n\nwords\tvalue\tcomment\nspring\tSP\tnorthern\n", "seasons.tsv"};
  ASSERT_EQ(table.rows().size(), 1u);
  const TsvRow& row = table.rows()[0];
  EXPECT_EQ(row[table.column("value")], "SP");
  EXPECT_EQ(row[table.column("words")], "spring");
  EXPECT_EQ(row.line, 4);
}

TEST(Tsv, TakesWhatEditorsAndSpreadsheetsWrite) {
  const TsvTable table{
      "\xEF\xBB\xBF"
      "a\tb\tc\r\n x \t\ty\r\nshort\r\n\t\t\r\n",
      "t.tsv"};
  ASSERT_EQ(table.rows().size(), 2u);
  EXPECT_EQ(table.rows()[0].cells, (std::vector<std::string_view>{"x", "", "y"}));
  EXPECT_EQ(table.rows()[1].cells, (std::vector<std::string_view>{"short", "", ""}));
}

TEST(Tsv, OptionalColumns) {
  const TsvTable table{"a\tb\n1\t2", "t.tsv"};
  EXPECT_EQ(table.find_column("b"), 1u);
  EXPECT_EQ(table.find_column("comment"), std::nullopt);
}

TEST(Tsv, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(message([] { TsvTable("# only a comment\n", "t.tsv"); }),
            "t.tsv: the table has no header line. Begin it with the names of its columns, separated by tabs.");
  EXPECT_EQ(message([] { TsvTable("a\tb\n1\t2\t3\n", "t.tsv"); }),
            "t.tsv:2: the row has 3 cells and the header 2 columns. Check the tabs: there must be exactly one between "
            "two cells.");
  EXPECT_EQ(message([] { TsvTable("a\tb\ta\n", "t.tsv"); }),
            "t.tsv:1: two columns are named \"a\". Give each column a name of its own.");
  EXPECT_EQ(
      message([] { (void)TsvTable("a\tb\n", "t.tsv").column("c"); }),
      "t.tsv: there is no column \"c\" (there are: a, b). Add the column, or correct its name in the header line.");
  const TsvTable table{"a\nx\n", "t.tsv"};
  EXPECT_EQ(std::string(table.error(table.rows()[0], "x is no number", "Write one.").what()),
            "t.tsv:2: x is no number. Write one.");
}

TEST(Tsv, SplitsCells) {
  EXPECT_EQ(split_cell("a | b|c"), (std::vector<std::string_view>{"a", "b", "c"}));
  EXPECT_TRUE(split_cell("  ").empty());
  EXPECT_EQ(split_cell("a b", ' '), (std::vector<std::string_view>{"a", "b"}));
}

}  // namespace
}  // namespace annals
