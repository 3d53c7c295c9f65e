// Which run wrote the records of a story.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>

namespace annals {

struct StoredRun {
  std::string started, ended;  // ISO 8601, UTC; `ended` is empty where the run was stopped
  std::string program, model;
  std::string lexicon;  // JSON object: the checksum of each table of the user's own, by its path
};

std::optional<StoredRun> find_run(SQLite::Database& db, std::int64_t row);

}  // namespace annals
