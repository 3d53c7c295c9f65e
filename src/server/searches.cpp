// Rows from one connection to another.
#include "server/searches.h"

#include <SQLiteCpp/Statement.h>

#include <unordered_map>

namespace annals {
namespace {

std::shared_ptr<const FoundRows> find_rows(SQLite::Database& db, const TemporarySearch& search) {
  auto found = std::make_shared<FoundRows>();
  std::unordered_map<std::string, std::int64_t> numbers;
  std::string text;  // reused, so that a row allocates nothing
  for (SQLite::Statement row = prepare(db, search.rows()); row.executeStep();) {
    for (std::size_t at = 0; at < search.columns.size(); ++at) {
      const SQLite::Column cell = row.getColumn(static_cast<int>(at));
      std::int64_t& value = found->cells.emplace_back(FoundRows::kNull);
      if (cell.isNull()) continue;
      if (!search.columns[at].is_text) {
        value = cell.getInt64();
        continue;
      }
      text.assign(cell.getText(), static_cast<std::size_t>(cell.getBytes()));
      const auto [number, fresh] = numbers.try_emplace(text, found->texts.size());
      if (fresh) found->texts.push_back(text);
      value = number->second;
    }
  }
  return found;
}

void insert_rows(SQLite::Database& db, const TemporarySearch& search, const FoundRows& found) {
  std::string sql = "INSERT INTO " + search.table + " VALUES (?";
  for (std::size_t at = 1; at < search.columns.size(); ++at) sql += ", ?";
  SQLite::Statement insert(db, sql + ")");
  for (auto cell = found.cells.begin(); cell != found.cells.end();) {
    for (std::size_t at = 0; at < search.columns.size(); ++at, ++cell) {
      const int place = static_cast<int>(at) + 1;
      if (*cell == FoundRows::kNull) {
        insert.bind(place);
      } else if (search.columns[at].is_text) {
        insert.bindNoCopy(place, found.texts[static_cast<std::size_t>(*cell)]);
      } else {
        insert.bind(place, *cell);
      }
    }
    insert.exec();
    insert.reset();
  }
}

}  // namespace

void Searches::lay_in(SQLite::Database& db, const std::string& state, const TemporarySearch& search) {
  if (has_temporary(db, search.table)) return;
  const auto found = found_.get(state + ' ' + search.table, [&] { return find_rows(db, search); });
  create_temporary(db, search);
  insert_rows(db, search, *found);
}

}  // namespace annals
