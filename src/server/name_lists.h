// The actors and places that a ledger tells most of, and how often the values of a column occur.
#pragma once
#include <SQLiteCpp/Database.h>

#include <string>
#include <utility>
#include <vector>

#include "ledger/query.h"

namespace annals {

std::vector<ActorRow> most_told_actors(SQLite::Database& db, std::uint32_t limit);
std::vector<PlaceRow> most_told_places(SQLite::Database& db, std::uint32_t limit);

// The values of a column that occur, most first. `from` is our own SQL: "events".
std::vector<std::pair<std::string, std::int64_t>> count_values(SQLite::Database& db, const std::string& column,
                                                               const std::string& from, std::uint32_t limit);

// The same of the types of events.
std::vector<std::pair<std::string, std::int64_t>> count_types(SQLite::Database& db, std::uint32_t limit);

}  // namespace annals
