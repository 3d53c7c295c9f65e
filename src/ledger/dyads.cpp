// Counts by SQL for each type and mode; the scores are laid over them here.
#include "ledger/dyads.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/iso_date.h"
#include "base/tsv.h"
#include "ledger/conditions.h"
#include "ledger/lexicon_tables.h"
#include "ledger/periods.h"
#include "ledger/row_search.h"
#include "ledger/tallies.h"

namespace annals {
namespace {

std::optional<Quad> quad_named(std::string_view name) {
  const auto* found = std::find(std::begin(kQuadNames), std::end(kQuadNames), name);
  return found == std::end(kQuadNames) ? std::nullopt
                                       : std::optional(static_cast<Quad>(found - std::begin(kQuadNames)));
}

std::string key(std::string_view type, std::string_view mode) { return std::string(type).append("/").append(mode); }

// A pair counts once an event, however many of a country take part.
SqlText grouped(SQLite::Database& db, const std::vector<Condition>& conditions, Period period) {
  return SqlText()
      .add("SELECT first, actor, recipient, type, mode, count(*) FROM (SELECT DISTINCT ")
      .add(first_day(period))
      .add(
          " AS first, a.country AS actor, b.country AS recipient, r.id AS id, r.type AS type, "
          "coalesce(r.mode, '') AS mode")
      .add(from_rows(db, table_of(RecordKind::event), conditions,
                     " JOIN event_actors p ON p.event = r.id AND p.role = 'actor' JOIN actors a ON a.id = p.actor"
                     " JOIN event_actors q ON q.event = r.id AND q.role = 'recipient' JOIN actors b ON b.id = q.actor"))
      .add(
          " AND r.day IS NOT NULL AND a.country <> '' AND b.country <> '' AND a.country <> b.country)"
          " GROUP BY 1, 2, 3, 4, 5");
}

// The same from the tally.
SqlText tallied(const RecordFilter& filter, Period period) {
  return SqlText()
      .add("SELECT ")
      .add(first_day(period))
      .add(", r.source, r.target, nullif(r.type, ''), r.mode, r.events")
      .add(from_tally("country_pairs", filter))
      .add(" AND r.day <> ''");
}

struct Sum {
  Dyad dyad;
  double score = 0;
  std::int64_t scored = 0;
};

}  // namespace

const ActScores& ActScores::instance() {
  static const ActScores scores(scores_table(), "lexicon/scores.tsv");
  return scores;
}

ActScores::ActScores(std::string_view text, const std::string& where) {
  const TsvTable table(text, where);
  const std::size_t type = table.column("type"), mode = table.column("mode"), quad = table.column("quad"),
                    score = table.column("score");
  for (const TsvRow& row : table) {
    const auto named = quad_named(row[quad]);
    if (!named) {
      throw table.error(row, "\"" + std::string(row[quad]) + "\" is no quad class",
                        "Write verbal_cooperation, material_cooperation, verbal_conflict or material_conflict.");
    }
    double value = 0;
    const char* const end = row[score].data() + row[score].size();
    const auto [stop, fault] = std::from_chars(row[score].data(), end, value);
    if (fault != std::errc{} || stop != end || !(value >= -10 && value <= 10)) {
      throw table.error(row, "\"" + std::string(row[score]) + "\" is no score", "Write a number from -10 to 10.");
    }
    scores_[key(row[type], row[mode])] = {*named, value};
  }
}

const ActScores::Score* ActScores::find(std::string_view type, std::string_view mode) const {
  auto found = scores_.find(key(type, mode));
  if (found == scores_.end()) found = scores_.find(key(type, ""));
  return found == scores_.end() ? nullptr : &found->second;
}

std::vector<Dyad> find_dyads(SQLite::Database& db, const RecordFilter& filter, Period period, const ActScores& scores) {
  RecordFilter happened = filter;
  if (happened.factuality.empty()) happened.factuality = {"actual"};
  const auto conditions = conditions_of(db, happened, table_of(RecordKind::event));
  if (!conditions) return {};

  std::map<std::tuple<std::string, std::string, std::string>, Sum> sums;
  const SqlText sql =
      only_days_types_factuality(happened) ? tallied(happened, period) : grouped(db, *conditions, period);
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    Sum& sum = sums[{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()}];
    const std::int64_t count = row.getColumn(5).getInt64();
    sum.dyad.events += count;
    if (const auto* score = scores.find(row.getColumn(3).getString(), row.getColumn(4).getString())) {
      sum.dyad.quads[static_cast<std::size_t>(score->quad)] += count;
      sum.score += score->value * static_cast<double>(count);
      sum.scored += count;
    }
  }
  std::vector<Dyad> dyads;
  for (auto& [pair, sum] : sums) {
    const auto first = parse_iso_date(std::get<0>(pair));
    if (!first) continue;
    sum.dyad.first = *first;
    sum.dyad.actor = std::get<1>(pair);
    sum.dyad.recipient = std::get<2>(pair);
    if (sum.scored > 0) sum.dyad.mean_score = sum.score / static_cast<double>(sum.scored);
    dyads.push_back(std::move(sum.dyad));
  }
  return dyads;
}

}  // namespace annals
