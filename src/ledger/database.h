// A ledger in SQLite: opened, created or brought up to this version's schema.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "annals/error.h"
#include "ledger/schema.h"

namespace annals {

enum class Access { read, write };

// "ANNL", at byte 68 of the file: what tells a ledger from any other SQLite database (`file` prints it).
inline constexpr int kLedgerApplication = 0x414E4E4C;

// How long to wait for another writer's transaction before giving up.
inline constexpr int kBusyMilliseconds = 30'000;

// One connection, for one thread. Throws Error{Fault::ledger} where the file is missing (to read), is no ledger, was
// made by a newer annals, or can not be written (to write).
class Database {
 public:
  // To write, a ledger that is not there is created. A ledger of an older version is brought up to `schema` by the
  // steps that it lacks, in one transaction, also when it is opened to read.
  Database(std::string path, Access access, std::span<const std::string_view> schema = sqlite_schema());

  // The connection; its own exceptions become Errors by ledger_error.
  SQLite::Database& handle() { return *handle_; }
  const std::string& path() const { return path_; }

 private:
  void open_to_read();
  void open_to_write();
  int version();  // 0 for a file with nothing in it; throws where it is no ledger or a newer one
  void migrate();

  std::string path_;
  std::span<const std::string_view> schema_;
  std::unique_ptr<SQLite::Database> handle_;
};

// What SQLite complains about, in words for the user of the ledger at `path`.
Error ledger_error(const std::string& path, const SQLite::Exception& fault);

}  // namespace annals
