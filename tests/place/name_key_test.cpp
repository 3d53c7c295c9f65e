// Folding of names to the keys of the gazetteer.
#include "place/name_key.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "support/fixture.h"

namespace annals {
namespace {

TEST(NameKey, Folds) {
  const std::string file = support::read_file("tests/place/name_key.tsv");
  const TsvTable table(file, "tests/place/name_key.tsv");
  ASSERT_GE(table.rows().size(), 15u);
  for (const TsvRow& row : table) {
    NameFolder folder;
    folder.add(row[table.column("name")]);
    EXPECT_EQ(folder.text(), row[table.column("folded")]) << row[table.column("why")];
  }
}

TEST(NameKey, PiecesComeToTheSameAsTheWhole) {
  NameFolder folder;
  folder.add("Ust");
  folder.add("-");
  folder.add("Kamenogorsk");
  EXPECT_EQ(folder.key(), name_key("Ust-Kamenogorsk"));
  folder.clear();
  folder.add("St.");
  folder.add_space();
  folder.add("John");
  folder.add("'s");
  EXPECT_EQ(folder.key(), name_key("Saint John's"));
}

TEST(NameKey, AbbreviationsAreApartFromNames) {
  EXPECT_NE(exact_key("US"), exact_key("us"));
  EXPECT_NE(exact_key("us"), name_key("us"));
  EXPECT_EQ(name_key("..."), 0u);
}

}  // namespace
}  // namespace annals
