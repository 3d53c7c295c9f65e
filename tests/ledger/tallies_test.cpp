// Tallies say what counting the records says, whatever became of the stories.
#include "ledger/tallies.h"

#include <gtest/gtest.h>

#include "annals/ledger.h"
#include "ledger/database.h"
#include "server/served_ledger.h"

namespace annals {
namespace {

using support::TemporaryFolder;
using support::words_in;

// What a tally holds and what its view counts, as text: "AID,2023-11-04,1;".
std::string listed(Database& db, const std::string& query) {
  std::string text;
  for (SQLite::Statement row(db.handle(), query); row.executeStep();) {
    for (int i = 0; i < row.getColumnCount(); ++i) text += (i > 0 ? "," : "") + row.getColumn(i).getString();
    text += ';';
  }
  return text;
}

std::string held(Database& db, const Tally& tally) {
  const std::string columns(tally.columns);
  return listed(
      db, "SELECT " + columns + ",events FROM " + std::string(tally.table) + " WHERE events <> 0 ORDER BY " + columns);
}

std::string counted(Database& db, const Tally& tally) {
  const std::string columns(tally.columns);
  return listed(db, "SELECT " + columns + ",count(*) FROM told_" + std::string(tally.table) + " GROUP BY " + columns +
                        " ORDER BY " + columns);
}

class TalliesTest : public testing::Test {
 protected:
  TalliesTest() { support::write_ledger(path_); }

  void tell(const Story& story, const std::vector<Record>& records) {
    Ledger ledger(path_, {.program = "annals test", .model = "none"});
    ledger.add(story, records);
    ledger.commit();
  }

  // Another version of the convoy's story, of which `aid` says how many events it has.
  void tell_again(int aid, const std::string& ending) {
    Story story = support::convoy_story();
    story.text += ending;
    std::vector<Record> records;
    for (int i = 0; i < aid; ++i) records.push_back(support::convoy_records(story).front());
    tell(story, records);
  }

  void expect_right() {
    Database db(path_, Access::read);
    for (const Tally& tally : kTallies) EXPECT_EQ(held(db, tally), counted(db, tally)) << tally.table;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("test.db");
};

TEST_F(TalliesTest, HoldWhatStoriesTold) {
  expect_right();
  Database db(path_, Access::read);
  EXPECT_EQ(listed(db, "SELECT * FROM country_pairs"), "2023-11-04,TUR,PSE,AID,,actual,1;");
  EXPECT_EQ(listed(db, "SELECT * FROM event_days WHERE type = 'AID'"), "AID,2023-11-04,1;");
  EXPECT_EQ(listed(db, "SELECT sum(events) FROM actor_parts"), "9;");
}

TEST_F(TalliesTest, FollowAStoryThatIsToldAgain) {
  tell_again(3, " More came.");
  expect_right();
  {
    Database db(path_, Access::read);
    EXPECT_EQ(listed(db, "SELECT events FROM country_pairs"), "3;");
  }
  tell_again(0, " None came.");
  expect_right();
  Database db(path_, Access::read);
  EXPECT_EQ(listed(db, "SELECT events FROM country_pairs"), "0;");
}

TEST_F(TalliesTest, AnActorNamedTwiceIsOneOfAPair) {
  Story story = support::convoy_story();
  story.id = "twice";
  auto event = std::get<Event>(support::convoy_records(story).front());
  event.actor.push_back(event.actor.front());
  event.actor.push_back({std::nullopt, "Turkish Red Crescent", "TUR", "NGO"});
  tell(story, {event});
  expect_right();
  Database db(path_, Access::read);
  EXPECT_EQ(listed(db, "SELECT events FROM country_pairs"), "2;");
  EXPECT_EQ(listed(db, "SELECT events FROM actor_pairs WHERE type = 'AID' ORDER BY events"), "1;2;");
  EXPECT_EQ(listed(db, "SELECT events FROM country_parts WHERE country = 'TUR'"), "2;");
}

TEST_F(TalliesTest, AnOlderLedgerIsCountedOnce) {
  {
    Database db(path_, Access::write);
    for (const Tally& tally : kTallies) {
      const std::string table(tally.table);
      db.handle().exec("DROP TABLE " + table + "; DROP VIEW told_" + table);
    }
    db.handle().exec(
        "DROP INDEX movements_route; DROP INDEX places_province; ALTER TABLE places DROP COLUMN province;"
        "PRAGMA user_version = 2");
  }
  expect_right();  // opening it brings it up
  Database db(path_, Access::read);
  EXPECT_EQ(listed(db, "SELECT * FROM country_pairs"), "2023-11-04,TUR,PSE,AID,,actual,1;");
}

}  // namespace
}  // namespace annals
