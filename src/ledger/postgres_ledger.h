// The writer of a ledger in PostgreSQL.
#pragma once
#include <array>
#include <optional>
#include <pqxx/pqxx>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "annals/ledger.h"
#include "ledger/interning.h"
#include "ledger/postgres_database.h"
#include "ledger/story_rows.h"

namespace annals {

// SqliteLedger's like: the same rows in the same tables, brought there by COPY.
class PostgresLedger {
 public:
  PostgresLedger(const std::string& url, const Provenance& by, bool refresh = false);

  void write(std::span<const StoryRows> stories);
  void count(const LedgerCounts& more) { pending_ += more; }
  void finish();

  const LedgerCounts& counts() const { return counts_; }
  const std::string& name() const { return database_.name(); }

 private:
  using CopyRow = std::vector<std::optional<std::string>>;

  void store(const StoryRows& story, pqxx::work& transaction, LedgerCounts& counts);
  void insert(const StoryRows& story, std::int64_t row, pqxx::work& transaction);
  void copy(pqxx::work& transaction);
  static void tally(const std::vector<std::int64_t>& stories, int sign, pqxx::work& transaction);
  std::int64_t intern(const ActorKey& key, pqxx::work& transaction);
  std::int64_t intern(const PlaceEntry& place, pqxx::work& transaction);
  void number_rows(pqxx::work& transaction);

  PostgresDatabase database_;
  bool refresh_;
  PostgresKnownStories known_;
  std::int64_t run_ = 0;
  LedgerCounts counts_, pending_;
  RowCache<ActorKey> actors_;
  RowCache<PlaceKey> places_;
  std::array<std::int64_t, kTableCount> last_{};  // the highest row number of each table with ids
  std::array<std::vector<CopyRow>, kTableCount> rows_;
  std::vector<std::int64_t> told_;  // the stories in rows_, which are tallied when they have been copied
  std::set<std::string> ahead_;     // ids and digests of the stories in rows_, which the server does not see yet
};

}  // namespace annals
