// A piece of SQL with the values of its parameters, and how both reach a statement.
#pragma once
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace annals {

using SqlValue = std::variant<std::int64_t, double, std::string>;

// Values are always parameters ('?'), in the order of the text; the text itself is only ever our own.
struct SqlText {
  std::string text;
  std::vector<SqlValue> values;

  SqlText& add(std::string_view more) {
    text += more;
    return *this;
  }
  SqlText& add(const SqlText& more) {
    text += more.text;
    values.insert(values.end(), more.values.begin(), more.values.end());
    return *this;
  }
  SqlText& value(SqlValue v) {
    text += '?';
    values.push_back(std::move(v));
    return *this;
  }
};

inline SQLite::Statement prepare(SQLite::Database& db, const SqlText& sql) {
  SQLite::Statement statement(db, sql.text);
  int at = 0;
  for (const SqlValue& value : sql.values) {
    ++at;
    std::visit([&](const auto& v) { statement.bind(at, v); }, value);
  }
  return statement;
}

// `expression IN (?, ?)`.
inline SqlText is_one_of(std::string_view expression, const std::vector<std::string>& values) {
  SqlText sql;
  sql.add(expression).add(values.size() == 1 ? " = " : " IN (");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) sql.add(", ");
    sql.value(values[i]);
  }
  return values.size() == 1 ? sql : sql.add(")");
}

}  // namespace annals
