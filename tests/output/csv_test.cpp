// Records as CSV, and the columns that the tables of the kinds have.
#include "output/csv.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "base/iso_date.h"

namespace annals {
namespace {

const std::string kText = "É: \"Norway; Oslo\", they said,\nrecalled its envoy.";

Words words(const std::string& text) {
  const std::size_t at = kText.find(text);
  if (at == kText.npos) throw std::logic_error("not in the text: " + text);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size()), text};
}

// The cells of a record by the names of their columns, without quoting.
std::map<std::string, std::string> cells(const Record& record) {
  std::map<std::string, std::string> out;
  const CodePointIndex index(kText);
  for (const Column& column : columns_of(record.index())) column.append(out[column.name], record, index);
  return out;
}

TEST(Csv, QuotesWhatNeedsIt) {
  Role role;
  role.doc = "a,b";
  role.person = "Ana \"the\" Marn";
  role.title = "two\nlines";
  const auto columns = columns_of(Record(role).index());
  std::string out;
  append_csv_line(out, columns.first(3), role, CodePointIndex(kText));
  EXPECT_EQ(out, "\"a,b\",\"Ana \"\"the\"\" Marn\",\"two\nlines\"\r\n");
  out.clear();
  append_csv_header(out, columns.first(3));
  EXPECT_EQ(out, "doc,person,title\r\n");
}

TEST(Csv, AnEventFillsItsColumns) {
  Event event;
  event.doc = "s1";
  event.type = "SANCTION";
  event.context = {"diplomatic", "executive"};
  event.trigger = words("recalled");
  event.actor = {{words("Norway"), "Norway", "NOR", "GOV"}, {std::nullopt, "Tal; north", "", ""}};
  event.killed = 12;
  event.when = When{words("they"), *parse_iso_date("2023-11-04"), *parse_iso_date("2023-11-05")};
  event.where = Place{words("Oslo"), "Oslo", "NOR", 3143244, 59.91273, 10.74609};
  event.factuality = Factuality::negated;
  event.evidence = words(kText);
  event.why.entry = "lexicon/acts/sanction.tsv:8";
  auto got = cells(event);
  EXPECT_EQ(got["doc"], "s1");
  EXPECT_EQ(got["context"], "diplomatic; executive");
  EXPECT_EQ(got["trigger_start"], "30") << "code points, not bytes";
  EXPECT_EQ(got["actor"], "Norway");
  EXPECT_EQ(got["actor_sector"], "GOV");
  EXPECT_EQ(got["actor_names"], "Norway; Tal, north");
  EXPECT_EQ(got["actor_countries"], "NOR; ");
  EXPECT_EQ(got["recipient"], "");
  EXPECT_EQ(got["killed"], "12");
  EXPECT_EQ(got["injured"], "");
  EXPECT_EQ(got["when"], "they");
  EXPECT_EQ(got["when_end"], "2023-11-05");
  EXPECT_EQ(got["where_geonames"], "3143244");
  EXPECT_EQ(got["where_lat"], "59.91273");
  EXPECT_EQ(got["factuality"], "negated");
  EXPECT_EQ(got["evidence"], kText);
  EXPECT_EQ(got["why_entry"], "lexicon/acts/sanction.tsv:8");
}

TEST(Csv, TheOtherKindsFillTheirs) {
  Statement statement;
  statement.speaker = Actor{std::nullopt, "Ana Marn", "", ""};
  statement.content = words("Norway");
  statement.form = StatementForm::mixed;
  EXPECT_EQ(cells(statement)["speaker"], "Ana Marn");
  EXPECT_EQ(cells(statement)["form"], "mixed");
  EXPECT_EQ(cells(statement)["content_start"], "4");
  EXPECT_EQ(cells(statement)["cue"], "");
  Figure figure;
  figure.low = 0.5;
  figure.qualifier = Qualifier::more_than;
  EXPECT_EQ(cells(figure)["low"], "0.5");
  EXPECT_EQ(cells(figure)["high"], "");
  EXPECT_EQ(cells(figure)["qualifier"], "more_than");
  Movement movement;
  movement.to = Place{std::nullopt, "Tal", "", {}, {}, {}};
  EXPECT_EQ(cells(movement)["to"], "Tal");
  EXPECT_EQ(cells(movement)["to_lat"], "");
  Talks talks;
  talks.parties = {{std::nullopt, "A", "", ""}, {std::nullopt, "B", "", ""}};
  talks.status = TalksStatus::under_way;
  EXPECT_EQ(cells(talks)["party_names"], "A; B");
  EXPECT_EQ(cells(talks)["status"], "under_way");
}

// docs/output.md has a row for each column, "| `name` | meaning |", in the order of the tables.
TEST(Csv, TheDocumentationListsTheColumns) {
  std::ifstream in(ANNALS_SOURCE_DIR "/docs/output.md");
  std::stringstream page;
  page << in.rdbuf();
  std::string rows;
  const std::string found = page.str();
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    rows = "### " + std::string(kTableNames[kind]) + ".csv\n| column | holds |\n|---|---|\n";
    for (const Column& column : columns_of(kind)) rows += "| `" + column.name + "` | " + column.meaning + " |\n";
    EXPECT_NE(found.find(rows), found.npos) << "docs/output.md should have\n" << rows;
  }
}

}  // namespace
}  // namespace annals
