// Temporary tables that keep what a search found for the rest of the transaction.
#pragma once
#include <SQLiteCpp/Database.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/sql_text.h"

namespace annals {

struct TemporaryColumn {
  std::string_view name;
  bool is_text = false;  // or else a whole number
};

// A search, and the table for what it finds.
struct TemporarySearch {
  std::string table;                         // of temporary_name
  std::span<const TemporaryColumn> columns;  // static; the first is the primary key, a whole number
  std::function<SqlText()> rows;             // gives the SELECT of these columns; called only where it has to be run
};

// "temp.PREFIX_0123456789abcdef", the same for the same question.
std::string temporary_name(std::string_view prefix, const SqlText& question);

bool has_temporary(SQLite::Database& db, const std::string& name);

// The table with nothing in it.
void create_temporary(SQLite::Database& db, const TemporarySearch& search);

// The table with what the search finds, unless it is there.
void fill_temporary(SQLite::Database& db, const TemporarySearch& search);

}  // namespace annals
