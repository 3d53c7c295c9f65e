// Where events happened, and between which places people moved.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ledger/query.h"
#include "ledger/row_search.h"
#include "ledger/tallies.h"
#include "server/chosen_rows.h"
#include "server/filters.h"
#include "server/record_json.h"
#include "server/type_counts.h"
#include "server/views.h"

namespace annals {
namespace {

// What `last` names: the record of the newest day.
struct Newest {
  std::string day;
  std::int64_t row = 0;

  void see(const std::string& other_day, std::int64_t other_row) {
    if (row == 0 || other_day > day) {
      day = other_day;
      row = other_row;
    }
  }
};

struct Spot {
  std::int64_t place = 0;
  std::int64_t events = 0;
  TypeCounts types;
  Newest newest;
};

struct Journey {
  std::int64_t from = 0, to = 0;  // 0: not told
  std::int64_t movements = 0;
  std::int64_t last = 0;
};

// The places by number of events. SQLite gives the id of the row that has the maximum
// (https://www.sqlite.org/lang_select.html#bareagg).
std::vector<Spot> find_spots(const Snapshot& ledger, const RecordFilter& filter) {
  std::vector<Spot> spots;
  const auto chosen = from_chosen(ledger, filter, RecordKind::event);
  if (!chosen) return spots;
  const SqlText sql = SqlText()
                          .add("SELECT r.where_place, coalesce(r.type, ''), count(*), coalesce(max(r.day), ''), r.id")
                          .add(*chosen)
                          .add(" AND r.where_place IS NOT NULL GROUP BY r.where_place, r.type");
  std::unordered_map<std::int64_t, std::size_t> index;
  for (SQLite::Statement row = prepare(ledger.db, sql); row.executeStep();) {
    const std::int64_t place = row.getColumn(0).getInt64();
    const auto [at, fresh] = index.try_emplace(place, spots.size());
    if (fresh) spots.push_back({.place = place, .types = {}, .newest = {}});
    Spot& spot = spots[at->second];
    spot.events += row.getColumn(2).getInt64();
    spot.types[row.getColumn(1).getString()] += row.getColumn(2).getInt64();
    spot.newest.see(row.getColumn(3).getString(), row.getColumn(4).getInt64());
  }
  std::ranges::stable_sort(spots, std::greater{}, &Spot::events);
  return spots;
}

std::int64_t count_events(const Snapshot& ledger, const RecordFilter& filter) {
  const auto chosen = from_chosen(ledger, filter, RecordKind::event);
  if (!chosen) return 0;
  const SqlText sql = only_days_and_types(filter)
                          ? SqlText().add("SELECT coalesce(sum(r.events), 0)").add(from_tally("event_days", filter))
                          : SqlText().add("SELECT count(*)").add(*chosen);
  SQLite::Statement row = prepare(ledger.db, sql);
  return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

std::vector<Journey> find_journeys(SQLite::Database& db, const RecordFilter& filter, std::int64_t limit) {
  std::vector<Journey> journeys;
  const KindTable& movements = table_of(RecordKind::movement);
  const auto conditions = conditions_of(db, filter, movements);
  if (!conditions) return journeys;
  const SqlText sql = SqlText()
                          .add("SELECT r.from_place, r.to_place, count(*) AS n, max(r.day), r.id")
                          .add(from_rows(db, movements, *conditions))
                          .add(
                              " AND (r.from_place IS NOT NULL OR r.to_place IS NOT NULL) GROUP BY 1, 2 "
                              "ORDER BY n DESC, r.id LIMIT ")
                          .value(limit);
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    journeys.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
                        row.getColumn(4).getInt64()});
  }
  return journeys;
}

// Places by row, each read once. `records` stays 0: the view has counts of its own.
class Places {
 public:
  explicit Places(SQLite::Database& db)
      : select_(db, "SELECT name, country, geonames, latitude, longitude FROM places WHERE id = ?") {}

  const PlaceRow& at(std::int64_t row) {
    const auto found = rows_.find(row);
    if (found != rows_.end()) return found->second;
    PlaceRow& place = rows_[row];
    place.row = row;
    select_.reset();
    select_.bind(1, row);
    if (!select_.executeStep()) return place;
    place.place.name = select_.getColumn(0).getString();
    place.place.country = select_.getColumn(1).getString();
    if (const auto id = select_.getColumn(2).getInt64(); id != 0) place.place.geonames = static_cast<std::uint64_t>(id);
    if (!select_.getColumn(3).isNull()) place.place.latitude = select_.getColumn(3).getDouble();
    if (!select_.getColumn(4).isNull()) place.place.longitude = select_.getColumn(4).getDouble();
    return place;
  }

 private:
  SQLite::Statement select_;
  std::unordered_map<std::int64_t, PlaceRow> rows_;
};

void write_spots(JsonWriter& json, const std::vector<Spot>& spots, std::int64_t events, Places& places,
                 std::int64_t limit) {
  std::int64_t unplaced = events;
  std::int64_t given = 0;
  json.key("places");
  json.begin_array();
  for (const Spot& spot : spots) {
    if (!places.at(spot.place).place.latitude) continue;
    unplaced -= spot.events;
    if (given++ >= limit) continue;
    PlaceRow place = places.at(spot.place);
    place.records = spot.events;
    json.begin_object();
    json.key("place");
    write_place(json, place);
    json.key("events").value(spot.events);
    json.key("types");
    write_type_counts(json, spot.types);
    json.key("last").value(to_string(RecordId{RecordKind::event, spot.newest.row}));
    json.end_object();
  }
  json.end_array();
  json.key("unplaced").value(unplaced);
}

void write_journeys(JsonWriter& json, const std::vector<Journey>& journeys, Places& places) {
  json.key("routes");
  json.begin_array();
  for (const Journey& journey : journeys) {
    json.begin_object();
    if (journey.from != 0) {
      json.key("from");
      write_place(json, places.at(journey.from));
    }
    if (journey.to != 0) {
      json.key("to");
      write_place(json, places.at(journey.to));
    }
    json.key("movements").value(journey.movements);
    json.key("last").value(to_string(RecordId{RecordKind::movement, journey.last}));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_map(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  const std::int64_t limit = call.number("limit", 300);
  Places places(ledger.db);
  json.begin_object();
  const RecordFilter events = filter_of(call, RecordKind::event);
  write_spots(json, find_spots(ledger, events), count_events(ledger, events), places, limit);
  write_journeys(json, find_journeys(ledger.db, filter_of(call, RecordKind::movement), limit), places);
  json.end_object();
}

}  // namespace annals
