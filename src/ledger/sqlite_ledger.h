// The writer of a ledger in SQLite.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "annals/ledger.h"
#include "ledger/database.h"
#include "ledger/interning.h"
#include "ledger/known_stories.h"
#include "ledger/story_rows.h"

namespace annals {

// One run of a writer over a ledger. For one thread.
class SqliteLedger {
 public:
  // Opens or makes the ledger and notes the run. To refresh is to replace the records of stories that another program,
  // model or lexicon read.
  SqliteLedger(const std::string& path, const Provenance& by, bool refresh = false);

  // Stores stories in one transaction, all or nothing, and what became of each in the counts of the run. Throws
  // Error{Fault::ledger}, with nothing stored, where the disk is full or another writer does not let go.
  void write(std::span<const StoryRows> stories);

  // Counts what was not brought to `write`; it is stored with the next batch or at the end.
  void count(const LedgerCounts& more) { pending_ += more; }

  // Closes the run.
  void finish();

  const LedgerCounts& counts() const { return counts_; }
  Database& database() { return database_; }

 private:
  void store(const StoryRows& story, LedgerCounts& counts);
  void insert(const StoryRows& story, std::int64_t row);
  void insert_story(const StoryRows& story, std::int64_t row, std::int64_t version);
  void tally(std::int64_t story, std::int64_t sign);
  void drop_records(std::int64_t story);
  void drop_text(std::int64_t story);
  void insert_row(const Row& row, std::span<const std::int64_t> actors, std::span<const std::int64_t> places);
  void index_text(const Row& row);
  std::int64_t intern(const ActorKey& key);
  std::int64_t intern(const PlaceEntry& place);
  std::int64_t insert(const PlaceEntry& place);
  static void bind_key(SQLite::Statement& statement, const PlaceKey& key);
  void number_rows();
  void store_counts(const LedgerCounts& counts);

  SQLite::Statement& statement(const char* query);

  Database database_;
  bool refresh_;
  KnownStories known_;
  std::int64_t run_ = 0;
  LedgerCounts counts_, pending_;
  RowCache<ActorKey> actors_;
  RowCache<PlaceKey> places_;
  std::array<std::int64_t, kTableCount> last_{};  // the highest row number of each table with ids
  std::array<std::int64_t, kTableCount> base_{};  // what a RowRef's index counts from, in the story at hand
  std::vector<std::optional<SQLite::Statement>> inserts_;
  std::vector<std::pair<const char*, std::unique_ptr<SQLite::Statement>>> statements_;
};

}  // namespace annals
