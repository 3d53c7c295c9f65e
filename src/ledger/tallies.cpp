// How tallies are changed and asked.
#include "ledger/tallies.h"

#include "base/iso_date.h"

namespace annals {

std::string tally_change(const Tally& tally) {
  const std::string table(tally.table), columns(tally.columns);
  return "INSERT INTO " + table + " (" + columns + ",events) SELECT " + columns + ", ?2 * count(*) FROM told_" + table +
         " WHERE story = ?1 GROUP BY " + columns + " ON CONFLICT DO UPDATE SET events = events + excluded.events";
}

std::string postgres_tally_change(const Tally& tally) {
  const std::string table(tally.table), columns(tally.columns);
  return "INSERT INTO " + table + " (" + columns + ",events) SELECT " + columns + ", $2::bigint * count(*) FROM told_" +
         table + " WHERE story = ANY($1::bigint[]) GROUP BY " + columns + " ON CONFLICT (" + columns +
         ") DO UPDATE SET events = " + table + ".events + excluded.events";
}

bool only_days_types_factuality(const RecordFilter& filter) {
  for (const auto* values : {&filter.actor, &filter.recipient, &filter.involving, &filter.mediator, &filter.said_by,
                             &filter.person, &filter.mode, &filter.context, &filter.status, &filter.measure,
                             &filter.where, &filter.text, &filter.source, &filter.doc}) {
    if (!values->empty()) return false;
  }
  return !filter.near;
}

bool only_days_and_types(const RecordFilter& filter) {
  return filter.factuality.empty() && only_days_types_factuality(filter);
}

bool only_days(const RecordFilter& filter) { return filter.type.empty() && only_days_and_types(filter); }

SqlText from_tally(std::string_view table, const RecordFilter& filter) {
  SqlText sql = SqlText().add(" FROM ").add(table).add(" r WHERE r.events > 0");
  const auto bound = [&](std::string_view compare, const std::optional<std::chrono::sys_days>& day) {
    if (!day) return;
    sql.add(" AND r.day <> '' AND r.day ").add(compare).add(" ").value(iso_date(*day));
  };
  bound(">=", filter.since);
  bound("<=", filter.until);
  if (!filter.type.empty()) sql.add(" AND ").add(is_one_of("r.type", filter.type));
  if (!filter.factuality.empty()) sql.add(" AND ").add(is_one_of("r.factuality", filter.factuality));
  return sql;
}

}  // namespace annals
