// Temporary tables, called by a hash of the question.
#include "ledger/temporary.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace annals {

std::string temporary_name(std::string_view prefix, const SqlText& question) {
  std::string all = question.text;
  for (const SqlValue& value : question.values) {
    std::visit([&](const auto& v) { all += fmt::format("\n{}", v); }, value);
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return fmt::format("temp.{}_{:016x}{:016x}", prefix, hash.high64, hash.low64);
}

bool has_temporary(SQLite::Database& db, const std::string& name) {
  SQLite::Statement known(db, "SELECT 1 FROM temp.sqlite_schema WHERE name = ?");
  known.bind(1, name.substr(name.find('.') + 1));
  return known.executeStep();
}

void create_temporary(SQLite::Database& db, const TemporarySearch& search) {
  std::string columns;
  for (const TemporaryColumn& column : search.columns) {
    if (!columns.empty()) columns += ", ";
    columns.append(column.name).append(column.is_text ? " TEXT" : " INTEGER");
    if (&column == &search.columns.front()) columns += " PRIMARY KEY";
  }
  db.exec("CREATE TABLE " + search.table + " (" + columns + ")");
}

void fill_temporary(SQLite::Database& db, const TemporarySearch& search) {
  if (has_temporary(db, search.table)) return;
  create_temporary(db, search);
  prepare(db, SqlText().add("INSERT INTO " + search.table + " ").add(search.rows())).exec();
}

}  // namespace annals
