// What may be wrong with a question that has no answer.
#pragma once
#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "ledger/filter.h"

namespace annals {

// Sentences, each about one value that nothing in the ledger meets by itself, with the nearest that something does; one
// about all of them together where each alone is met.
std::vector<std::string> explain_nothing(SQLite::Database& db, const RecordFilter& filter);

// Throws Error{Fault::usage}, with the nearest there is, for a type or mode of events that neither PLOVER nor the
// ledger has.
void check_codes(SQLite::Database& db, const RecordFilter& filter);

}  // namespace annals
