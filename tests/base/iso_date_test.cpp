// ISO days, read and written.
#include "base/iso_date.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "support/fixture.h"

namespace annals {
namespace {

TEST(IsoDate, ReadsAndWrites) {
  const std::string file = support::read_file("tests/base/iso_date.tsv");
  const TsvTable table(file, "tests/base/iso_date.tsv");
  ASSERT_GE(table.rows().size(), 20u);
  for (const TsvRow& row : table) {
    const auto day = parse_iso_date(row[table.column("input")]);
    std::string got;
    if (day) append_iso_date(got, *day);
    EXPECT_EQ(day ? got : "none", row[table.column("expected")])
        << row[table.column("input")] << ": " << row[table.column("why")];
  }
}

}  // namespace
}  // namespace annals
