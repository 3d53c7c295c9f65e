// What searches found, for all who ask of one state of the ledger: the panels of the page ask at once, with one filter.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/temporary.h"
#include "server/kept.h"

namespace annals {

// The rows of a temporary table, away from any connection.
struct FoundRows {
  static constexpr std::int64_t kNull = INT64_MIN;

  std::vector<std::int64_t> cells;  // row by row; of a text, its number
  std::vector<std::string> texts;

  std::size_t bytes() const { return sizeof(FoundRows) + cells.capacity() * sizeof(std::int64_t) + texts.size() * 64; }
};

class Searches {
 public:
  explicit Searches(std::size_t bytes) : found_(bytes) {}

  // Makes the table on this connection unless it has it: with the rows that were found in this state before, or are
  // being found by another thread, or by searching.
  void lay_in(SQLite::Database& db, const std::string& state, const TemporarySearch& search);

 private:
  Kept<FoundRows> found_;
};

// What a view reads: a connection in one transaction, and what was found before in that state of the ledger.
struct Snapshot {
  SQLite::Database& db;
  Searches& searches;
  std::string state;

  void lay_in(const TemporarySearch& search) const { searches.lay_in(db, state, search); }
};

}  // namespace annals
