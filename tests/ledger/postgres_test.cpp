// A ledger in PostgreSQL holds what one in SQLite holds. Against a server that the test starts.
#include <gtest/gtest.h>

#include <algorithm>
#include <pqxx/pqxx>
#include <sstream>

#include "ledger/ledger_dump.h"
#include "ledger/ledger_fixture.h"
#include "ledger/postgres_ledger.h"
#include "ledger/schema.h"
#include "ledger/sqlite_ledger.h"
#include "ledger/tallies.h"
#include "record/pipeline.h"
#include "story/story_source.h"
#include "support/fixture.h"
#include "support/postgres_server.h"

namespace annals {
namespace {

using support::envoys_story;
using support::message;
using support::ReadStory;
using support::TemporaryFolder;

const Provenance kBy{"annals 1", "0a", "{}"};

StoryRows rows_of(const ReadStory& read) { return rows_of(read.story, read.records, CodePointIndex(read.story.text)); }

class PostgresTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!support::PostgresServer::installed()) return;
    folder_ = new TemporaryFolder;
    std::filesystem::permissions(folder_->path(""), std::filesystem::perms::all);
    server_ = new support::PostgresServer(folder_->path("server"));
  }
  static void TearDownTestSuite() {
    delete server_;
    delete folder_;
  }
  void SetUp() override {
    if (server_ == nullptr) GTEST_SKIP() << "PostgreSQL 15 is not installed (tools/apt-packages-test.txt)";
    ASSERT_TRUE(server_->running());
    sql("DROP SCHEMA IF EXISTS annals CASCADE");
  }

  static std::string sql(const std::string& query) {
    pqxx::connection connection(server_->url());
    pqxx::nontransaction transaction(connection);
    std::string out;
    for (const auto& row : transaction.exec(query)) {
      for (const auto& field : row)
        out += (field.num() > 0 ? "|" : "") + std::string(field.is_null() ? "" : field.c_str());
      out += '\n';
    }
    return out;
  }
  static std::string sorted(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line + '\n');
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }
  static LedgerCounts write(const std::vector<StoryRows>& stories, bool refresh = false, const Provenance& by = kBy) {
    PostgresLedger ledger(server_->url(), by, refresh);
    ledger.write(stories);
    ledger.finish();
    return ledger.counts();
  }
  static void expect_same(const std::string& sqlite_path) {
    Database sqlite(sqlite_path, Access::read);
    for (const TableInfo& table : kTables) {
      std::string names(table.columns);
      std::string theirs = names, ours = names;
      if (table.name == "stories") {
        ours = "id,doc,version,current,run,lower(hex(digest)),source,url,title,dateline,published,text";
        theirs = "id,doc,version,current::int,run,encode(digest,'hex'),source,url,title,dateline,published,text";
      }
      if (table.name == "figures") {
        ours.replace(ours.find("low,high"), 8,
                     "iif(low IS NULL,NULL,printf('%.4f',low)),iif(high IS NULL,NULL,printf('%.4f',high))");
        theirs.replace(theirs.find("low,high"), 8,
                       "to_char(low,'FM9999999999999990.0000'),to_char(high,'FM9999999999999990.0000')");
      }
      const std::string end = " FROM ", order = table.name == "event_contexts" ? " ORDER BY 1, 2" : " ORDER BY 1, 2, 3";
      const std::string ours_rows =
          support::rows(sqlite.handle(), "SELECT " + ours + end + std::string(table.name) + order);
      const std::string their_rows =
          sql("SET search_path TO annals; SELECT " + theirs + end + std::string(table.name) + order);
      EXPECT_NE(ours_rows, "") << table.name;
      EXPECT_EQ(their_rows, ours_rows) << table.name;
    }
    EXPECT_EQ(sql("SELECT * FROM annals.actors ORDER BY id"),
              support::rows(sqlite.handle(), "SELECT * FROM actors ORDER BY id"));
    for (const Tally& tally : kTallies) {
      const std::string columns(tally.columns);
      const std::string kept = "SELECT " + columns + ",events FROM ", order = " WHERE events <> 0 ORDER BY ";
      const std::string ours = support::sorted_rows(sqlite.handle(), kept + std::string(tally.table) + order + columns);
      EXPECT_NE(ours, "") << tally.table;
      EXPECT_EQ(sorted(sql(kept + "annals." + std::string(tally.table) + order + columns)), ours) << tally.table;
    }
    EXPECT_EQ(sql("SELECT id, province FROM annals.places ORDER BY id"),
              support::rows(sqlite.handle(), "SELECT id, province FROM places ORDER BY id"));
    EXPECT_EQ(sql("SELECT id, name, country, geonames, round(latitude::numeric, 4), round(longitude::numeric, 4)"
                  " FROM annals.places ORDER BY id"),
              support::rows(sqlite.handle(),
                            "SELECT id, name, country, geonames, printf('%.4f', latitude),"
                            " printf('%.4f', longitude) FROM places WHERE latitude IS NOT NULL"
                            " UNION ALL SELECT id, name, country, geonames, NULL, NULL FROM places"
                            " WHERE latitude IS NULL ORDER BY id"));
  }

  inline static TemporaryFolder* folder_ = nullptr;
  inline static support::PostgresServer* server_ = nullptr;
};

TEST_F(PostgresTest, HoldsWhatSqliteHoldsOfTheSamples) {
  ASSERT_TRUE(std::filesystem::exists(ANNALS_MODEL)) << "There is no " ANNALS_MODEL ". Run `make model`.";
  const Pipeline pipeline(ANNALS_MODEL);
  Workspace::Buffers buffers;
  std::vector<StoryRows> stories;
  StorySource source({ANNALS_SOURCE_DIR "/samples/stories.jsonl", ANNALS_SOURCE_DIR "/samples/port-strike.txt"});
  while (const auto story = source.next()) {
    stories.push_back(annals::rows_of(*story, pipeline.read(*story, buffers), CodePointIndex(story->text)));
  }
  ReadStory corrected = envoys_story();
  corrected.story.text += " This story was corrected: \t tabs, \\ strokes\nand lines.";
  for (const ReadStory& read : {envoys_story(), corrected, envoys_story()}) stories.push_back(rows_of(read));
  const std::string path = folder_->path("samples.ledger");
  SqliteLedger sqlite(path, kBy);
  sqlite.write(stories);
  EXPECT_EQ(write(stories), sqlite.counts());
  EXPECT_EQ(sqlite.counts(), (LedgerCounts{.added = 10, .replaced = 1, .unchanged = 1}));
  expect_same(path);
}

TEST_F(PostgresTest, TheSameStoriesAgainChangeNothing) {
  EXPECT_EQ(write({rows_of(envoys_story("a")), rows_of(envoys_story("b")), rows_of(envoys_story("a"))}),
            (LedgerCounts{.added = 2, .unchanged = 1}));
  EXPECT_EQ(write({rows_of(envoys_story("a")), rows_of(envoys_story("c"))}),
            (LedgerCounts{.added = 1, .unchanged = 1}));
  EXPECT_EQ(sql("SELECT id, doc FROM annals.stories ORDER BY id"), "1|a\n2|b\n3|c\n");
  EXPECT_EQ(sql("SELECT count(*) FROM annals.actors"), "4\n");
  EXPECT_EQ(sql("SELECT added, unchanged, ended IS NOT NULL FROM annals.runs ORDER BY id"), "2|1|t\n1|1|t\n");
}

TEST_F(PostgresTest, RefreshesWhatAnotherModelRead) {
  write({rows_of(envoys_story())});
  EXPECT_EQ(write({rows_of(envoys_story())}, true), (LedgerCounts{.unchanged = 1}));
  EXPECT_EQ(write({rows_of(envoys_story())}, true, {"annals 1", "0b", "{}"}), (LedgerCounts{.replaced = 1}));
  EXPECT_EQ(sql("SELECT id, version, run FROM annals.stories"), "1|1|3\n");
  EXPECT_EQ(sql("SELECT id FROM annals.events"), "2\n");
}

TEST_F(PostgresTest, ABatchIsStoredWholeOrNotAtAll) {
  PostgresLedger ledger(server_->url(), kBy);
  std::vector<StoryRows> batch = {rows_of(envoys_story("a")), rows_of(envoys_story("b"))};
  std::vector<StoryRows> broken = batch;
  std::get<std::string>(broken[1].rows[1].values[3]) = "unheard-of";
  EXPECT_THROW(ledger.write(broken), Error);
  EXPECT_EQ(sql("SELECT count(*) FROM annals.stories"), "0\n");
  ledger.write(batch);
  EXPECT_EQ(ledger.counts(), (LedgerCounts{.added = 2}));
}

TEST_F(PostgresTest, ALedgerOfTheFirstVersionIsBroughtUp) {
  sql(std::string(postgres_schema()[0]) + "; UPDATE annals.ledger SET version = 1;");
  write({rows_of(envoys_story())});
  EXPECT_EQ(sql("SELECT version FROM annals.ledger"), std::to_string(postgres_schema().size()) + "\n");
  EXPECT_NE(sql("SELECT * FROM annals.event_days"), "");
}

TEST_F(PostgresTest, ACorrectionStaysWhenItsRecordGoes) {
  write({rows_of(envoys_story())});
  sql("INSERT INTO annals.corrections (kind, record, doc, verdict, reviewer, made, original)"
      " VALUES ('event', 1, 'envoys', 'wrong', 'a reviewer', now(), '{}'), "
      "('statement', 999, 'envoys', 'right', 'a reviewer', now(), '{}')");
  write({rows_of(envoys_story())}, true, {"annals 1", "0b", "{}"});
  EXPECT_EQ(sql("SELECT kind, record FROM annals.corrections ORDER BY id"), "event|\nstatement|999\n");
}

TEST_F(PostgresTest, FindsWords) {
  write({rows_of(envoys_story())});
  EXPECT_EQ(sql("SELECT id FROM annals.stories WHERE words @@ plainto_tsquery('simple', 'recalled envoy')"), "1\n");
  EXPECT_EQ(sql("SELECT id FROM annals.statements WHERE words @@ plainto_tsquery('simple', 'patient')"), "1\n");
}

TEST_F(PostgresTest, FaultsAreSaidInOneLine) {
  const std::string url = server_->url();
  const auto said = [&](const std::string& to) { return message([&] { PostgresDatabase{to}; }); };
  EXPECT_TRUE(
      said("postgresql://annals:secret@/news?host=/nowhere").starts_with("postgresql://annals@/news?host=/nowhere: "));
  EXPECT_EQ(said("postgresql://annals@/news?host=/nowhere").find('\n'), std::string::npos);
  EXPECT_NE(said("postgresql://annals@/news?host=/nowhere").find("Check the URL"), std::string::npos);
  EXPECT_NE(said("nonsense").find("Check the URL"), std::string::npos) << said("nonsense");
  EXPECT_NE(said(server_->url("stranger")).find("Check the URL"), std::string::npos);
  sql("DROP ROLE IF EXISTS guest");
  sql("CREATE ROLE guest LOGIN");
  EXPECT_EQ(said(server_->url("guest")), server_->url("guest") +
                                             ": permission denied for database news. Ask the owner of"
                                             " the database for the right to CREATE in it.");
  write({});
  sql("UPDATE annals.ledger SET version = 99");
  EXPECT_EQ(said(url), url + ": it was made by a newer annals (format 99; this annals reads up to " +
                           std::to_string(postgres_schema().size()) + "). Update annals.");
}

}  // namespace
}  // namespace annals
