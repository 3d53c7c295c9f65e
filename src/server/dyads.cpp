// Monthly counts and mean scores for pairs of countries.
#include "ledger/dyads.h"

#include <SQLiteCpp/Statement.h>

#include <array>
#include <map>
#include <set>
#include <tuple>

#include "ledger/tallies.h"
#include "server/chosen_rows.h"
#include "server/filters.h"
#include "server/problem.h"
#include "server/views.h"

namespace annals {
namespace {

using Pair = std::tuple<std::string, std::string, std::string>;  // month, actor, recipient

struct Counts {
  std::int64_t events = 0, scored = 0;
  double sum = 0;
  std::array<std::int64_t, std::size(kQuadNames)> quads{};
};

// "2023-11:TUR:ISR"
std::string cursor_of(const Pair& pair) {
  return std::get<0>(pair) + ':' + std::get<1>(pair) + ':' + std::get<2>(pair);
}

SqlText tallied_pairs(const RecordFilter& filter) {
  return SqlText()
      .add("SELECT substr(r.day, 1, 7), r.source, r.target, r.type, r.mode, r.events")
      .add(from_tally("country_pairs", filter))
      .add(" AND r.day <> ''");
}

// An event of two actors of one country is one event of the country.
SqlText counted_pairs(const SqlText& chosen) {
  return SqlText()
      .add(
          "SELECT month, source, target, type, mode, count(*) FROM (SELECT DISTINCT m.id, m.month "
          "AS month, m.type AS type, m.mode AS mode, a.country AS source, b.country AS target "
          "FROM (SELECT r.id AS id, substr(r.day, 1, 7) AS month, coalesce(r.type, '') AS type, "
          "coalesce(r.mode, '') AS mode")
      .add(chosen)
      .add(
          " AND r.day IS NOT NULL) m CROSS JOIN event_actors p ON p.event = m.id AND "
          "p.role = 'actor' CROSS JOIN actors a ON a.id = p.actor AND a.country <> '' "
          "CROSS JOIN event_actors q ON q.event = m.id AND q.role = 'recipient' CROSS JOIN actors b "
          "ON b.id = q.actor AND b.country <> '' AND b.country <> a.country) GROUP BY 1, 2, 3, 4, 5");
}

std::map<Pair, Counts> count_pairs(const Snapshot& ledger, const RecordFilter& filter) {
  std::map<Pair, Counts> pairs;
  const auto chosen = from_chosen(ledger, filter, RecordKind::event);
  if (!chosen) return pairs;
  const SqlText sql = only_days_types_factuality(filter) ? tallied_pairs(filter) : counted_pairs(*chosen);
  for (SQLite::Statement row = prepare(ledger.db, sql); row.executeStep();) {
    Counts& counts = pairs[{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()}];
    const std::int64_t events_of_row = row.getColumn(5).getInt64();
    counts.events += events_of_row;
    const ActScores::Score* score =
        ActScores::instance().find(row.getColumn(3).getString(), row.getColumn(4).getString());
    if (score == nullptr) continue;
    counts.scored += events_of_row;
    counts.sum += score->value * static_cast<double>(events_of_row);
    counts.quads[static_cast<std::size_t>(score->quad)] += events_of_row;
  }
  return pairs;
}

void write_dyad(JsonWriter& json, const Pair& pair, const Counts& counts) {
  json.begin_object();
  json.key("month").value(std::get<0>(pair));
  json.key("actor").value(std::get<1>(pair));
  json.key("recipient").value(std::get<2>(pair));
  json.key("events").value(counts.events);
  json.key("score");
  counts.scored > 0 ? json.value(counts.sum / static_cast<double>(counts.scored)) : json.null();
  for (std::size_t quad = 0; quad < counts.quads.size(); ++quad) json.key(kQuadNames[quad]).value(counts.quads[quad]);
  json.end_object();
}

}  // namespace

void write_dyads(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  Call filters = call;  // `after` is this table's own
  std::erase_if(filters.query, [](const auto& given) { return given.first == "after"; });
  const auto pairs = count_pairs(ledger, filter_of(filters, RecordKind::event));
  auto at = pairs.begin();
  if (const auto after = call.value("after")) {
    constexpr std::size_t kLength = 15;  // "2023-11:TUR:ISR"
    if (after->size() != kLength || (*after)[7] != ':' || (*after)[11] != ':') {
      throw Problem(400, "after is no place in this list.", "Give what the page before it named as next.", "after");
    }
    at = pairs.upper_bound(
        {std::string(after->substr(0, 7)), std::string(after->substr(8, 3)), std::string(after->substr(12))});
  }
  json.begin_object();
  json.key("items");
  json.begin_array();
  const Pair* last = nullptr;
  for (std::int64_t left = call.number("limit", 50); left > 0 && at != pairs.end(); --left, ++at) {
    write_dyad(json, at->first, at->second);
    last = &at->first;
  }
  json.end_array();
  json.key("next");
  at != pairs.end() && last != nullptr ? json.value(cursor_of(*last)) : json.null();
  json.end_object();
}

}  // namespace annals
