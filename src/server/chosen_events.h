// The events of a filter, found once for all views of one answer.
#pragma once
#include <SQLiteCpp/Database.h>

#include <optional>

#include "ledger/filter.h"
#include "ledger/sql_text.h"

namespace annals {

// " FROM ... WHERE ...": the filter's events as `r`, with id, day, type, mode and where_place; nothing where no event
// can meet it. Events that take a search to find are kept in a temporary table, which goes with the transaction, so
// that this is to be called in one.
std::optional<SqlText> from_chosen_events(SQLite::Database& db, const RecordFilter& filter);

}  // namespace annals
