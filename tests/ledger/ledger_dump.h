// What a ledger holds, as text to compare.
#pragma once
#include <string>

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
    out += table + ":\n" + rows(database, "SELECT * FROM " + table + " ORDER BY 1, 2, 3");
  }
  for (const std::string index : {"stories_text", "statements_text", "actors_text", "places_text"}) {
    database.exec("CREATE VIRTUAL TABLE temp." + index + "_words USING fts5vocab(main, " + index + ", instance)");
    out += index + ":\n" + rows(database, "SELECT * FROM temp." + index + "_words ORDER BY 1, 2, 3, 4");
  }
  return out;
}

}  // namespace annals::support
