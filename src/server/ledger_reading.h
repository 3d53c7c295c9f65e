// The ledger as the server reads it: a connection for each who asks at once, a limit of time, and a mark of its state.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "ledger/database.h"
#include "server/pool.h"

namespace annals {

class LedgerReading {
 public:
  // Opens the ledger once, so that one that will not do is refused at the start.
  LedgerReading(std::string path, double seconds);

  // Runs `question` on a connection and in one snapshot of the ledger. Throws Problem{503} where it takes too long, and
  // Error{Fault::ledger} where SQLite complains.
  std::string ask(const std::function<std::string(SQLite::Database&)>& question);

  // Runs `work` on a connection that may write, in one transaction. One after the other.
  std::string change(const std::function<std::string(SQLite::Database&)>& work);

  // Changes whenever the ledger does; never the same for two runs of the program.
  std::string state();

  const std::string& path() const { return path_; }

 private:
  const std::string path_;
  const double seconds_;
  Pool<Database> connections_;
  const std::string born_;
  std::mutex mutex_;  // for what follows
  Database watch_;
  std::mutex writing_;                // for what follows
  std::unique_ptr<Database> writer_;  // made when first needed
};

}  // namespace annals
