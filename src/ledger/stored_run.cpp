// Runs, as the table keeps them.
#include "ledger/stored_run.h"

#include <SQLiteCpp/Statement.h>

namespace annals {

std::optional<StoredRun> find_run(SQLite::Database& db, std::int64_t row) {
  SQLite::Statement run(db, "SELECT started, ended, program, model, lexicon FROM runs WHERE id = ?");
  run.bind(1, row);
  if (!run.executeStep()) return std::nullopt;
  return StoredRun{run.getColumn(0).getString(), run.getColumn(1).getString(), run.getColumn(2).getString(),
                   run.getColumn(3).getString(), run.getColumn(4).getString()};
}

}  // namespace annals
