// What adds up: the counts of a ledger, of periods, the series of a measure, the parts of actors and places.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "base/iso_date.h"
#include "ledger/conditions.h"
#include "ledger/periods.h"
#include "ledger/phrases.h"
#include "ledger/query.h"
#include "ledger/row_search.h"

namespace annals {
namespace {

std::int64_t count(SQLite::Database& db, std::string_view table) {
  return db.execAndGet("SELECT count(*) FROM " + std::string(table)).getInt64();
}

bool wanted(const RecordFilter& filter, RecordKind kind) {
  return filter.kinds.empty() || std::find(filter.kinds.begin(), filter.kinds.end(), kind) != filter.kinds.end();
}

std::optional<double> maybe_real(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(column.getDouble());
}

Qualifier qualifier_of(std::string_view name) {
  const auto* found = std::find(std::begin(kQualifierNames), std::end(kQualifierNames), name);
  return found == std::end(kQualifierNames) ? Qualifier::exact
                                            : static_cast<Qualifier>(found - std::begin(kQualifierNames));
}

// Every word as the beginning of one: "erdo" finds Erdoğan.
std::string beginnings(std::string_view words) {
  std::string each;
  for (const std::string& word : folded_words(words)) each += word + "* ";
  return words_expression(each);
}

}  // namespace

LedgerTotals count_ledger(SQLite::Database& db) {
  LedgerTotals counts;
  for (const KindTable& kind : kKindTables) counts.records[static_cast<int>(kind.kind)] = count(db, kind.table);
  counts.actors = count(db, "actors");
  counts.places = count(db, "places");
  // The index of days holds the current stories only.
  counts.stories = db.execAndGet("SELECT count(*) FROM stories WHERE current").getInt64();
  counts.first = parse_iso_date(
      db.execAndGet("SELECT coalesce(min(published), '') FROM stories WHERE current AND published IS NOT NULL")
          .getString());
  counts.last = parse_iso_date(
      db.execAndGet("SELECT coalesce(max(published), '') FROM stories WHERE current AND published IS NOT NULL")
          .getString());
  return counts;
}

std::vector<PeriodCount> count_by_period(SQLite::Database& db, const RecordFilter& filter, Period period) {
  std::map<std::chrono::sys_days, std::int64_t> periods;
  for (const RecordKind kind : kRecordKinds) {
    if (!wanted(filter, kind)) continue;
    const auto conditions = conditions_of(db, filter, table_of(kind));
    if (!conditions) continue;
    const SqlText sql = SqlText()
                            .add("SELECT ")
                            .add(first_day(period))
                            .add(", count(*)")
                            .add(from_rows(db, table_of(kind), *conditions))
                            .add(" AND r.day IS NOT NULL GROUP BY 1");
    for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
      if (const auto day = parse_iso_date(row.getColumn(0).getString())) periods[*day] += row.getColumn(1).getInt64();
    }
  }
  std::vector<PeriodCount> counts;
  for (const auto& [first, number] : periods) counts.push_back({first, number});
  return counts;
}

std::vector<SeriesPoint> find_series(SQLite::Database& db, const RecordFilter& filter) {
  std::vector<SeriesPoint> points;
  const KindTable& figures = table_of(RecordKind::figure);
  const auto conditions = conditions_of(db, filter, figures);
  if (!conditions || !wanted(filter, RecordKind::figure)) return points;
  SqlText sql =
      SqlText()
          .add(
              "SELECT r.id, coalesce(r.when_last, (SELECT published FROM stories WHERE id = r.story)) AS last, "
              "r.low, r.high, r.qualifier, r.measure, r.unit, r.per, r.\"of\", "
              "coalesce((SELECT name FROM actors WHERE id = r.attributed_to), "
              "(SELECT source FROM stories WHERE id = r.story)), "
              "(SELECT name FROM places WHERE id = r.where_place)")
          .add(from_rows(db, figures, *conditions))
          .add(" ORDER BY last, r.id");
  if (filter.limit) sql.add(" LIMIT ").value(std::int64_t{*filter.limit});
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    const auto day = parse_iso_date(row.getColumn(1).getString());
    if (!day) continue;
    points.push_back({*day, maybe_real(row.getColumn(2)), maybe_real(row.getColumn(3)),
                      qualifier_of(row.getColumn(4).getString()), row.getColumn(5).getString(),
                      row.getColumn(6).getString(), row.getColumn(7).getString(), row.getColumn(8).getString(),
                      row.getColumn(9).getString(), row.getColumn(10).getString(),
                      RecordId{RecordKind::figure, row.getColumn(0).getInt64()}});
  }
  return points;
}

std::vector<ActorRow> find_actors(SQLite::Database& db, std::string_view words, std::uint32_t limit) {
  SqlText sql;
  sql.add("SELECT a.id, a.name, a.country, a.sector, coalesce((SELECT events FROM actor_parts WHERE actor = a.id), 0)");
  sql.add(" AS told FROM actors a WHERE a.id IN (SELECT rowid FROM actors_text WHERE actors_text MATCH ")
      .value(beginnings(words))
      .add(") ORDER BY told DESC, a.id LIMIT ")
      .value(std::int64_t{limit});
  std::vector<ActorRow> rows;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    rows.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                    row.getColumn(3).getString(), row.getColumn(4).getInt64()});
  }
  return rows;
}

std::vector<PlaceRow> find_places(SQLite::Database& db, std::string_view words, std::uint32_t limit) {
  SqlText sql;
  sql.add("SELECT p.id, p.name, p.country, p.geonames, p.latitude, p.longitude, 0");
  for (const RecordKind kind : {RecordKind::event, RecordKind::statement, RecordKind::figure}) {
    sql.add(" + (SELECT count(*) FROM ").add(table_of(kind).table).add(" r WHERE r.where_place = p.id)");
  }
  sql.add(" AS told FROM places p WHERE p.id IN (SELECT rowid FROM places_text WHERE places_text MATCH ")
      .value(beginnings(words))
      .add(") ORDER BY told DESC, p.id LIMIT ")
      .value(std::int64_t{limit});
  std::vector<PlaceRow> rows;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    PlaceRow& place = rows.emplace_back();
    place.row = row.getColumn(0).getInt64();
    place.place.name = row.getColumn(1).getString();
    place.place.country = row.getColumn(2).getString();
    if (const auto id = row.getColumn(3).getInt64(); id != 0) place.place.geonames = static_cast<std::uint64_t>(id);
    place.place.latitude = maybe_real(row.getColumn(4));
    place.place.longitude = maybe_real(row.getColumn(5));
    place.records = row.getColumn(6).getInt64();
  }
  return rows;
}

}  // namespace annals
