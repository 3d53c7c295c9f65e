// Connections, deadlines and snapshots.
#include "server/ledger_reading.h"

#include <sqlite3.h>

#include "server/door.h"
#include "server/problem.h"

namespace annals {
namespace {

using Clock = std::chrono::steady_clock;

// Interrupts what a connection does when its time is over.
class Deadline {
 public:
  Deadline(SQLite::Database& db, double seconds)
      : db_(db),
        end_(Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))) {
    constexpr int kSteps = 20'000;  // of SQLite's machine between looks at the clock: well under a millisecond
    sqlite3_progress_handler(
        db_.getHandle(), kSteps, [](void* end) { return Clock::now() > *static_cast<Clock::time_point*>(end) ? 1 : 0; },
        &end_);
  }
  ~Deadline() { sqlite3_progress_handler(db_.getHandle(), 0, nullptr, nullptr); }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  bool over() const { return Clock::now() > end_; }

 private:
  SQLite::Database& db_;
  Clock::time_point end_;
};

}  // namespace

LedgerReading::LedgerReading(std::string path, double seconds)
    : path_(std::move(path)),
      seconds_(seconds),
      connections_([this] {
        auto connection = std::make_unique<Database>(path_, Access::read);
        // Views go over whole indexes again and again, which are read where the system keeps them instead of being
        // copied. (For one question it does not pay: each page that is touched first has to be mapped.)
        connection->handle().exec("PRAGMA mmap_size = 2147418112;");
        return connection;
      }),
      born_(random_key().substr(0, 16)),
      watch_(path_, Access::read) {}

std::string LedgerReading::ask(const std::function<std::string(SQLite::Database&)>& question) {
  const auto connection = connections_.lease();
  SQLite::Database& db = connection->handle();
  const Deadline deadline(db, seconds_);
  try {
    const SQLite::Transaction snapshot(db);  // rolled back at the end; there is nothing to keep
    return question(db);
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_INTERRUPT) throw ledger_error(path_, error);
  } catch (const Error&) {
    if (!deadline.over()) throw;
  }
  throw Problem(503, "The answer takes longer than this server allows.",
                "Ask for less: a shorter time, one actor, one place or one type.");
}

std::string LedgerReading::change(const std::function<std::string(SQLite::Database&)>& work) {
  const std::lock_guard lock(writing_);
  try {
    if (writer_ == nullptr) {
      writer_ = std::make_unique<Database>(path_, Access::write);
      constexpr int kPatience = 5'000;  // milliseconds that a reviewer waits for `annals add`, which writes in batches
      writer_->handle().setBusyTimeout(kPatience);
    }
    SQLite::Transaction transaction(writer_->handle(), SQLite::TransactionBehavior::IMMEDIATE);
    std::string answer = work(writer_->handle());
    transaction.commit();
    return answer;
  } catch (const SQLite::Exception& error) {
    throw ledger_error(path_, error);
  }
}

std::string LedgerReading::state() {
  const std::lock_guard lock(mutex_);
  try {
    // Counts the commits of other connections (https://www.sqlite.org/pragma.html#pragma_data_version).
    return born_ + "." + std::to_string(watch_.handle().execAndGet("PRAGMA data_version").getInt64());
  } catch (const SQLite::Exception& error) {
    throw ledger_error(path_, error);
  }
}

}  // namespace annals
