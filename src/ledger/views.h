// Views that make a ledger readable in SQL: names in place of numbers, words in place of offsets.
#pragma once
#include <SQLiteCpp/Database.h>

namespace annals {

// Defines temporary views on this connection: evidence_text, and event_rows, statement_rows, figure_rows,
// movement_rows, talks_rows and role_rows. docs/querying.md lists their columns.
void define_views(SQLite::Database& db);

}  // namespace annals
