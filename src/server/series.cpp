// Figures over time: for each measure and unit, who said how many, when.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <vector>

#include "base/iso_date.h"
#include "server/chosen_rows.h"
#include "server/filters.h"
#include "server/record_json.h"
#include "server/views.h"

namespace annals {
namespace {

struct Measure {
  std::string measure, unit, per;
  std::int64_t figures = 0;
};

std::vector<Measure> find_measures(SQLite::Database& db, const SqlText& chosen, std::int64_t limit) {
  std::vector<Measure> measures;
  const SqlText sql = SqlText()
                          .add("SELECT r.measure, r.unit, r.per, count(*) AS n")
                          .add(chosen)
                          .add(
                              " AND r.measure IS NOT NULL AND r.day IS NOT NULL GROUP BY 1, 2, 3 "
                              "ORDER BY n DESC, 1, 2, 3 LIMIT ")
                          .value(limit);
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    measures.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                        row.getColumn(3).getInt64()});
  }
  return measures;
}

// The newest points, of which the rows come newest first.
SqlText points_of(const SqlText& chosen, const Measure& of, std::int64_t limit) {
  return SqlText()
      .add(
          "SELECT f.id, f.day, f.when_last, f.\"of\", f.low, f.high, f.qualifier, f.factuality, a.name, p.name, "
          "s.id, s.doc, s.title, s.source, s.url, s.published FROM (SELECT r.id AS id")
      .add(chosen)
      .add(" AND r.day IS NOT NULL AND r.measure = ")
      .value(of.measure)
      .add(" AND r.unit = ")
      .value(of.unit)
      .add(" AND r.per IS ")
      .add(of.per.empty() ? SqlText().add("NULL") : SqlText().value(of.per))
      .add(" ORDER BY r.day DESC, r.id DESC LIMIT ")
      .value(limit)
      .add(
          ") m JOIN figures f ON f.id = m.id JOIN stories s ON s.id = f.story "
          "LEFT JOIN actors a ON a.id = f.attributed_to LEFT JOIN places p ON p.id = f.where_place "
          "ORDER BY f.day, f.id");
}

void write_number(JsonWriter& json, std::string_view key, const SQLite::Column& column) {
  if (!column.isNull()) json.key(key).value(column.getDouble());
}

void write_point(JsonWriter& json, SQLite::Statement& row) {
  const std::string day = row.getColumn(1).getString(), until = row.getColumn(2).getString();
  json.begin_object();
  json.key("id").value(to_string(RecordId{RecordKind::figure, row.getColumn(0).getInt64()}));
  json.key("day").value(day);
  if (until > day) json.key("until").value(until);
  json.key("of").value(row.getColumn(3).getString());
  write_number(json, "low", row.getColumn(4));
  write_number(json, "high", row.getColumn(5));
  json.key("qualifier").value(row.getColumn(6).getString());
  json.key("factuality").value(row.getColumn(7).getString());
  write_text(json, "attributed_to", row.getColumn(8).getString());
  write_text(json, "where", row.getColumn(9).getString());
  json.key("story");
  write_story(json, {.row = row.getColumn(10).getInt64(),
                     .doc = row.getColumn(11).getString(),
                     .source = row.getColumn(13).getString(),
                     .title = row.getColumn(12).getString(),
                     .url = row.getColumn(14).getString(),
                     .published = parse_iso_date(row.getColumn(15).getString())});
  json.end_object();
}

}  // namespace

void write_series(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  constexpr std::int64_t kMeasures = 8;
  const RecordFilter filter = filter_of(call, RecordKind::figure);
  const auto chosen = from_chosen(ledger, filter, RecordKind::figure);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const Measure& of : chosen ? find_measures(ledger.db, *chosen, kMeasures) : std::vector<Measure>()) {
    json.begin_object();
    json.key("measure").value(of.measure);
    json.key("unit").value(of.unit);
    write_text(json, "per", of.per);
    json.key("figures").value(of.figures);
    json.key("points");
    json.begin_array();
    const SqlText sql = points_of(*chosen, of, call.number("limit", 200));
    for (SQLite::Statement row = prepare(ledger.db, sql); row.executeStep();) write_point(json, row);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace annals
