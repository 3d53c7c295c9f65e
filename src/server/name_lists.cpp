// Who and what is told of most: tallies, and grouped counts over indexes.
#include "server/name_lists.h"

#include <SQLiteCpp/Statement.h>

#include "ledger/sql_text.h"

namespace annals {

std::vector<ActorRow> most_told_actors(SQLite::Database& db, std::uint32_t limit) {
  SQLite::Statement row = prepare(
      db, SqlText()
              .add("SELECT a.id, a.name, a.country, a.sector, told FROM (SELECT actor, events AS told FROM actor_parts "
                   "WHERE events > 0 ORDER BY told DESC, actor LIMIT ")
              .value(std::int64_t{limit})
              .add(") JOIN actors a ON a.id = actor ORDER BY told DESC, a.id"));
  std::vector<ActorRow> rows;
  while (row.executeStep()) {
    rows.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                    row.getColumn(3).getString(), row.getColumn(4).getInt64()});
  }
  return rows;
}

std::vector<PlaceRow> most_told_places(SQLite::Database& db, std::uint32_t limit) {
  SQLite::Statement row = prepare(
      db,
      SqlText()
          .add("SELECT p.id, p.name, p.country, p.geonames, p.latitude, p.longitude, told FROM ("
               "SELECT place, sum(parts) AS told FROM ("
               "SELECT where_place AS place, count(*) AS parts FROM events WHERE where_place IS NOT NULL GROUP BY 1 "
               "UNION ALL SELECT where_place, count(*) FROM statements WHERE where_place IS NOT NULL GROUP BY 1 "
               "UNION ALL SELECT where_place, count(*) FROM figures WHERE where_place IS NOT NULL GROUP BY 1) "
               "GROUP BY place ORDER BY told DESC LIMIT ")
          .value(std::int64_t{limit})
          .add(") JOIN places p ON p.id = place ORDER BY told DESC, p.id"));
  std::vector<PlaceRow> rows;
  while (row.executeStep()) {
    PlaceRow& place = rows.emplace_back();
    place.row = row.getColumn(0).getInt64();
    place.place.name = row.getColumn(1).getString();
    place.place.country = row.getColumn(2).getString();
    if (const auto id = row.getColumn(3).getInt64(); id != 0) place.place.geonames = static_cast<std::uint64_t>(id);
    if (!row.getColumn(4).isNull()) place.place.latitude = row.getColumn(4).getDouble();
    if (!row.getColumn(5).isNull()) place.place.longitude = row.getColumn(5).getDouble();
    place.records = row.getColumn(6).getInt64();
  }
  return rows;
}

namespace {

std::vector<std::pair<std::string, std::int64_t>> read_counts(SQLite::Database& db, const SqlText& sql) {
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    counts.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getInt64());
  }
  return counts;
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> count_values(SQLite::Database& db, const std::string& column,
                                                               const std::string& from, std::uint32_t limit) {
  return read_counts(db, SqlText()
                             .add("SELECT " + column + ", count(*) AS n FROM " + from + " GROUP BY 1 HAVING " + column +
                                  " IS NOT NULL ORDER BY n DESC, 1 LIMIT ")
                             .value(std::int64_t{limit}));
}

std::vector<std::pair<std::string, std::int64_t>> count_types(SQLite::Database& db, std::uint32_t limit) {
  return read_counts(db, SqlText()
                             .add("SELECT type, sum(events) AS n FROM event_days WHERE type <> '' AND events > 0 "
                                  "GROUP BY 1 ORDER BY n DESC, 1 LIMIT ")
                             .value(std::int64_t{limit}));
}

}  // namespace annals
