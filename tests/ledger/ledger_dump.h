// What a ledger holds, as text to compare.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "ledger/database.h"

namespace annals::support {

// The rows of `query`, a line each, columns parted by "|".
inline std::string rows(SQLite::Database& database, const std::string& query) {
  std::string out;
  SQLite::Statement statement(database, query);
  while (statement.executeStep()) {
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      out += (i > 0 ? "|" : "") + statement.getColumn(i).getString();
    }
    out += '\n';
  }
  return out;
}

inline std::string sorted_rows(SQLite::Database& database, const std::string& query) {
  const std::string text = rows(database, query);
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != text.npos; at = end + 1) {
    lines.push_back(text.substr(at, end + 1 - at));
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

// Every row of every table with its number, and every word of the indexes of words. The runs are left out, since how
// many it took is no part of what is kept.
inline std::string dump(const std::string& path) {
  Database ledger(path, Access::read);
  SQLite::Database& database = ledger.handle();
  std::string out = rows(database,
                         "SELECT id, doc, version, current, hex(digest), source, url, title, dateline,"
                         " published, text FROM stories ORDER BY id");
  for (const std::string table :
       {"actors", "places", "places_box", "evidence", "events", "event_contexts", "event_actors", "statements",
        "statement_actors", "figures", "movements", "movement_actors", "talks", "talks_actors", "roles"}) {
    out += table + ":\n" + sorted_rows(database, "SELECT * FROM " + table);
  }
  for (const std::string index : {"stories_text", "statements_text", "actors_text", "places_text"}) {
    database.exec("CREATE VIRTUAL TABLE temp." + index + "_words USING fts5vocab(main, " + index + ", instance)");
    out += index + ":\n" + sorted_rows(database, "SELECT * FROM temp." + index + "_words");
  }
  return out;
}

}  // namespace annals::support
