// Datelines and written dates, by tables.
#include "story/dateline.h"

#include <gtest/gtest.h>

#include "base/iso_date.h"
#include "base/tsv.h"
#include "story/written_date.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string with_breaks(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell.substr(i, 2) == "\\n") {
      out += '\n';
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

TEST(Dateline, IsFoundAtTheStart) {
  const std::string bytes = support::read_file("tests/story/dateline.tsv");
  const TsvTable table(bytes, "dateline.tsv");
  ASSERT_GT(table.rows().size(), 15u);
  for (const TsvRow& row : table) {
    const std::string text = with_breaks(row[0]);
    const auto found = find_dateline(text);
    std::string got = found ? found->place + " | " + found->agency + " | " + found->day : "none";
    while (got.ends_with(' ')) got.pop_back();
    EXPECT_EQ(got, row[1]) << text << ": " << row[2];
    if (found) {
      EXPECT_TRUE(text.substr(found->end).starts_with("Dockers")) << text;
    }
  }
}

std::string written(std::optional<std::chrono::sys_days> day) {
  std::string out;
  if (day) append_iso_date(out, *day);
  return day ? out : "none";
}

TEST(WrittenDate, IsRead) {
  const std::string bytes = support::read_file("tests/story/written_date.tsv");
  const TsvTable table(bytes, "written_date.tsv");
  ASSERT_GT(table.rows().size(), 15u);
  for (const TsvRow& row : table) {
    const auto day = row[0] == "machine" ? parse_date(row[1])
                     : row[0] == "text"  ? find_date(row[1])
                                         : date_of_url(row[1]);
    EXPECT_EQ(written(day), row[2]) << row[1] << ": " << row[3];
  }
}

}  // namespace
}  // namespace annals
