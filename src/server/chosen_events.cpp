// A temporary table for each search, called by a hash of what was searched for.
#include "server/chosen_events.h"

#include <algorithm>

#include "ledger/row_search.h"
#include "ledger/temporary.h"

namespace annals {

std::optional<SqlText> from_chosen_events(SQLite::Database& db, const RecordFilter& filter) {
  const KindTable& events = table_of(RecordKind::event);
  const auto conditions = conditions_of(db, filter, events);
  if (!conditions) return std::nullopt;
  const bool searched = std::ranges::any_of(*conditions, [](const Condition& one) { return one.find.has_value(); });
  if (!searched) return from_rows(db, events, *conditions);

  const std::string table = temporary_name("chosen_events", from_checks(events, *conditions));
  const SqlText found = SqlText().add(" FROM " + table + " r WHERE 1");
  if (has_temporary(db, table)) return found;
  db.exec("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, day TEXT, type TEXT, mode TEXT, where_place INTEGER)");
  prepare(db, SqlText()
                  .add("INSERT INTO " + table + " SELECT r.id, r.day, r.type, r.mode, r.where_place")
                  .add(from_rows(db, events, *conditions)))
      .exec();
  return found;
}

}  // namespace annals
