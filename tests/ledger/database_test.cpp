// Ledgers as files: made, opened, brought up to date, and refused in one clear line.
#include "ledger/database.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "support/fixture.h"

namespace annals {
namespace {

using support::message;
using support::TemporaryFolder;

constexpr std::array<std::string_view, 2> kTwoSteps = {
    "CREATE TABLE stories (id INTEGER PRIMARY KEY, text TEXT) STRICT;",
    "ALTER TABLE stories ADD COLUMN note TEXT; CREATE TABLE corrections (story INTEGER REFERENCES stories) STRICT;"};

std::span<const std::string_view> first_step() { return std::span(kTwoSteps).first(1); }

int number(Database& database, const std::string& query) { return database.handle().execAndGet(query).getInt(); }

std::string opening(const std::string& path, Access access = Access::read) {
  const std::string said = message([&] { Database(path, access); });
  return said.starts_with(path) ? said.substr(path.size()) : said;
}

class DatabaseTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string path_ = folder_.path("news.ledger");
};

TEST_F(DatabaseTest, MakesALedger) {
  Database database(path_, Access::write);
  EXPECT_EQ(number(database, "PRAGMA application_id"), kLedgerApplication);
  EXPECT_EQ(number(database, "PRAGMA user_version"), static_cast<int>(sqlite_schema().size()));
  EXPECT_EQ(number(database, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(database.handle().execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(number(database, "SELECT count(*) FROM stories"), 0);
}

TEST_F(DatabaseTest, OpensOneThatIsThere) {
  { Database(path_, Access::write).handle().exec("INSERT INTO actors VALUES (1, 'Norway', 'NOR', 'GOV')"); }
  Database writing(path_, Access::write);
  Database reading(path_, Access::read);
  EXPECT_EQ(number(writing, "SELECT count(*) FROM actors"), 1);
  EXPECT_EQ(number(reading, "SELECT count(*) FROM actors"), 1);
  EXPECT_THROW(reading.handle().exec("DELETE FROM actors"), SQLite::Exception);
}

TEST_F(DatabaseTest, ReadsAFileInAFolderThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
  { const Database made(path_, Access::write); }
  ::chmod(folder_.path("").c_str(), 0500);
  EXPECT_EQ(opening(path_), "no error");
  ::chmod(folder_.path("").c_str(), 0700);
}

TEST_F(DatabaseTest, TakesAnyNameOfAFile) {
  const std::string odd = folder_.path("50 % of #1?.ledger");
  { const Database made(odd, Access::write); }
  EXPECT_TRUE(std::filesystem::exists(odd));
  EXPECT_EQ(opening(odd), "no error");
}

TEST_F(DatabaseTest, BringsAnOlderLedgerUp) {
  { Database(path_, Access::write, first_step()).handle().exec("INSERT INTO stories VALUES (1, 'kept')"); }
  {
    Database database(path_, Access::write, kTwoSteps);
    EXPECT_EQ(number(database, "PRAGMA user_version"), 2);
    EXPECT_EQ(number(database, "SELECT count(*) FROM stories WHERE text = 'kept' AND note IS NULL"), 1);
    EXPECT_EQ(number(database, "SELECT count(*) FROM corrections"), 0);
  }
  EXPECT_EQ(message([&] { Database(path_, Access::write, kTwoSteps); }), "no error") << "each step is taken once";
}

TEST_F(DatabaseTest, BringsAnOlderLedgerUpToReadIt) {
  { const Database older(path_, Access::write, first_step()); }
  Database database(path_, Access::read, kTwoSteps);
  EXPECT_EQ(number(database, "SELECT count(*) FROM corrections"), 0);
  EXPECT_THROW(database.handle().exec("DELETE FROM stories"), SQLite::Exception);
}

TEST_F(DatabaseTest, AStepThatFailsLeavesTheLedgerAsItWas) {
  { const Database older(path_, Access::write, first_step()); }
  const std::array<std::string_view, 2> broken = {kTwoSteps[0], "CREATE TABLE half (a TEXT) STRICT; CREATE NONSENSE;"};
  EXPECT_NE(message([&] { Database(path_, Access::write, broken); }), "no error");
  Database database(path_, Access::write, first_step());
  EXPECT_EQ(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

TEST_F(DatabaseTest, TwoThatMakeItAtOnceMakeOne) {
  std::vector<std::string> said(4);
  std::vector<std::jthread> threads;
  for (std::string& message : said) threads.emplace_back([&] { message = opening(path_, Access::write); });
  threads.clear();
  for (const std::string& message : said) EXPECT_EQ(message, "no error");
}

TEST_F(DatabaseTest, RefusesANewerLedger) {
  { const Database newer(path_, Access::write, kTwoSteps); }
  const std::string want =
      path_ + ": it was made by a newer annals (format 2; this annals reads up to 1). Update annals.";
  EXPECT_EQ(message([&] { Database(path_, Access::read, first_step()); }), want);
  EXPECT_EQ(message([&] { Database(path_, Access::write, first_step()); }), want);
}

TEST_F(DatabaseTest, RefusesWhatIsNoLedger) {
  const std::string want =
      ": this is no ledger of Annals. Name another file; `annals add LEDGER FILE...` makes a ledger.";
  for (const Access access : {Access::read, Access::write}) {
    EXPECT_EQ(opening(folder_.file("story.txt", std::string(5000, 'x')), access), want);
    EXPECT_EQ(opening(folder_.path(""), access), want);
    const std::string other = folder_.path("other.db");
    SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE IF NOT EXISTS t (a)");
    EXPECT_EQ(opening(other, access), want);
  }
  EXPECT_EQ(opening(folder_.file("empty", "")), want);
}

TEST_F(DatabaseTest, SaysWhatIsMissing) {
  EXPECT_EQ(opening(path_), ": there is no such ledger. Check the name; `annals add LEDGER FILE...` makes a ledger.");
  EXPECT_EQ(opening(folder_.path("nowhere/news.ledger"), Access::write),
            ": it can not be opened. Check that its folder is there and what you may do in it.");
}

TEST_F(DatabaseTest, SaysThatItMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everything";
  { const Database made(path_, Access::write); }
  ::chmod(path_.c_str(), 0400);
  EXPECT_EQ(opening(path_, Access::write), ": it may not be written. Check the rights on the file and its folder.");
}

TEST_F(DatabaseTest, FaultsOfSqliteAreSaidInPlainWords) {
  Database database(path_, Access::write);
  const auto said = [&](const std::string& work, SQLite::Database& by) {
    return message([&] {
      try {
        by.exec(work);
      } catch (const SQLite::Exception& error) {
        throw ledger_error("L", error);
      }
    });
  };
  Database other(path_, Access::write);
  other.handle().setBusyTimeout(1);
  database.handle().exec("BEGIN IMMEDIATE");
  EXPECT_EQ(said("BEGIN IMMEDIATE", other.handle()),
            "L: another program is writing to it. Wait until it is done, then call annals again.");
  database.handle().exec("ROLLBACK; PRAGMA max_page_count = 1");  // as a disk that is full
  EXPECT_EQ(said("CREATE TABLE more (a TEXT); INSERT INTO more SELECT printf('%.*c', 100000, 'x')", database.handle()),
            "L: the disk is full. Make room and call annals again; what was stored is kept.");
}

}  // namespace
}  // namespace annals
