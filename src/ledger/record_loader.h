// Rows of a ledger back to records.
#pragma once
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ledger/stored_record.h"

namespace annals {

// Keeps its statements and the text of the story that it read last, so that the records of one story cost one reading.
class RecordLoader {
 public:
  explicit RecordLoader(SQLite::Database& db);  // borrowed
  ~RecordLoader();

  // Nothing where there is no such record.
  std::optional<StoredRecord> load(RecordId id);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace annals
