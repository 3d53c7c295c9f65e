// Opening ledgers, the steps of their schema, and SQLite's faults in plain words.
//
// History of the format (user_version):
//   1  stories, records of six kinds, actors, places, evidence, runs
//   2  corrections, indexes for the page
//   3  tallies
//   4  provinces of places, days in the index of sources
#include "ledger/database.h"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace annals {
namespace {

namespace fs = std::filesystem;

// Questions come back to the same pages of indexes; this many kilobytes of them are kept at hand.
constexpr const char* kReadersCache = "PRAGMA cache_size = -32768;";

Error fault(const std::string& path, const std::string& problem, std::string remedy) {
  return Error{Fault::ledger, path, problem, std::move(remedy)};
}

Error not_a_ledger(const std::string& path) {
  return fault(path, "this is no ledger of Annals", "Name another file; `annals add LEDGER FILE...` makes a ledger.");
}

// A path as an SQLite URI; '?', '#' and '%' would end or change it.
std::string uri_of(const std::string& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (c == '?' || c == '#' || c == '%') {
      uri += {'%', kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
    } else {
      uri += c;
    }
  }
  return uri;
}

// Reading a database in WAL mode makes a file beside it. Where that is not possible and nobody is writing, the file is
// as it stands (https://www.sqlite.org/wal.html#read_only_databases).
bool stands_still(const std::string& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  return ::access(folder.c_str(), W_OK) != 0 && !fs::exists(path + "-wal");
}

}  // namespace

Error ledger_error(const std::string& path, const SQLite::Exception& sqlite) {
  switch (sqlite.getErrorCode()) {
    case SQLITE_NOTADB:
      return not_a_ledger(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fault(path, "another program is writing to it", "Wait until it is done, then call annals again.");
    case SQLITE_FULL:
      return fault(path, "the disk is full", "Make room and call annals again; what was stored is kept.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return fault(path, "it may not be written", "Check the rights on the file and its folder.");
    case SQLITE_CANTOPEN:
      return fault(path, "it can not be opened", "Check that its folder is there and what you may do in it.");
    case SQLITE_CORRUPT:
      return fault(path, "the file is damaged", "Restore a copy of it, or make it anew with `annals add`.");
    case SQLITE_IOERR:
      return fault(path, "the disk could not be read or written", "Check the disk and call annals again.");
    default:
      return fault(path, sqlite.what(), "Call annals again; report this if it stays.");
  }
}

Database::Database(std::string path, Access access, std::span<const std::string_view> schema)
    : path_(std::move(path)), schema_(schema) {
  try {
    access == Access::write ? open_to_write() : open_to_read();
    handle_->exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
    if (access == Access::read) handle_->exec(kReadersCache);
  } catch (const SQLite::Exception& error) {
    throw ledger_error(path_, error);
  }
}

void Database::open_to_read() {
  std::error_code code;
  const fs::file_status status = fs::status(path_, code);
  if (!fs::exists(status)) {
    throw fault(path_, "there is no such ledger", "Check the name; `annals add LEDGER FILE...` makes a ledger.");
  }
  if (!fs::is_regular_file(status)) throw not_a_ledger(path_);
  if (::access(path_.c_str(), R_OK) != 0) throw fault(path_, "it may not be read", "Check the rights on the file.");
  const std::string name = uri_of(path_) + (stands_still(path_) ? "?immutable=1" : "");
  handle_ = std::make_unique<SQLite::Database>(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds);
  const int found = version();
  if (found == 0) throw not_a_ledger(path_);
  if (found == static_cast<int>(schema_.size())) return;
  handle_.reset();
  { const Database bring_up(path_, Access::write, schema_); }
  handle_ = std::make_unique<SQLite::Database>(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds);
}

void Database::open_to_write() {
  if (fs::is_directory(path_)) throw not_a_ledger(path_);
  handle_ = std::make_unique<SQLite::Database>(
      uri_of(path_), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI, kBusyMilliseconds);
  if (sqlite3_db_readonly(handle_->getHandle(), "main") == 1) {
    throw fault(path_, "it may not be written", "Check the rights on the file and its folder.");
  }
  const int found = version();
  // NORMAL loses no committed transaction but for the last ones before a loss of power, and damages nothing
  // (https://www.sqlite.org/pragma.html#pragma_synchronous).
  handle_->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  if (found < static_cast<int>(schema_.size())) migrate();
}

int Database::version() {
  const int application = handle_->execAndGet("PRAGMA application_id").getInt();
  const int found = handle_->execAndGet("PRAGMA user_version").getInt();
  const bool empty = handle_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (empty && application == 0 && found == 0) return 0;
  if (application != kLedgerApplication || found < 1) throw not_a_ledger(path_);
  if (found > static_cast<int>(schema_.size())) {
    throw fault(path_,
                "it was made by a newer annals (format " + std::to_string(found) + "; this annals reads up to " +
                    std::to_string(schema_.size()) + ")",
                "Update annals.");
  }
  return found;
}

void Database::migrate() {
  SQLite::Transaction transaction(*handle_, SQLite::TransactionBehavior::IMMEDIATE);
  // Read anew behind the lock: another writer may have been faster.
  for (auto step = static_cast<std::size_t>(version()); step < schema_.size(); ++step) {
    handle_->exec(std::string(schema_[step]));
  }
  handle_->exec("PRAGMA application_id = " + std::to_string(kLedgerApplication) +
                "; PRAGMA user_version = " + std::to_string(schema_.size()));
  transaction.commit();
}

}  // namespace annals
