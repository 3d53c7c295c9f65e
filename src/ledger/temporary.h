// Temporary tables that keep what a search found for the rest of the transaction.
#pragma once
#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>

#include "ledger/sql_text.h"

namespace annals {

// "temp.PREFIX_0123456789abcdef", the same for the same question.
std::string temporary_name(std::string_view prefix, const SqlText& question);

bool has_temporary(SQLite::Database& db, const std::string& name);

}  // namespace annals
