// What is said, on standard error, when a question has no answer or more than was shown.
#pragma once
#include <SQLiteCpp/Database.h>

#include <string>

#include "ledger/filter.h"

namespace annals::cli {

// Why there may be nothing: a name that the ledger does not know, with the nearest that it does; days outside of it; or
// filters that exclude each other. `words` are the filters as given.
void explain_empty(SQLite::Database& db, const RecordFilter& filter, const std::string& words);

// There is more: how to go on. Only told on a terminal.
void say_more(const Cursor& last, bool terminal);

}  // namespace annals::cli
