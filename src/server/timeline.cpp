// Events over time, by type.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <unordered_map>

#include "base/iso_date.h"
#include "ledger/tallies.h"
#include "server/chosen_rows.h"
#include "server/filters.h"
#include "server/type_counts.h"
#include "server/views.h"

namespace annals {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// Counted here and not by GROUP BY, which would sort all events.
std::map<sys_days, TypeCounts> count_by_day(const Snapshot& ledger, const RecordFilter& filter) {
  std::map<sys_days, TypeCounts> counts;
  const auto chosen = from_chosen(ledger, filter, RecordKind::event);
  if (!chosen) return counts;
  const SqlText sql =
      only_days_and_types(filter)
          ? SqlText()
                .add("SELECT r.day, r.type, r.events")
                .add(from_tally("event_days", filter))
                .add(" AND r.day <> ''")
          : SqlText().add("SELECT r.day, coalesce(r.type, ''), 1").add(*chosen).add(" AND r.day IS NOT NULL");
  std::unordered_map<std::string, TypeCounts> by_text;
  for (SQLite::Statement row = prepare(ledger.db, sql); row.executeStep();) {
    by_text[row.getColumn(0).getString()][row.getColumn(1).getString()] += row.getColumn(2).getInt64();
  }
  for (auto& [text, types] : by_text) {
    if (const auto day = parse_iso_date(text)) counts[*day] = std::move(types);
  }
  return counts;
}

// The narrowest bin of which about a hundred cover the span.
std::string_view fitting_bin(days span) {
  constexpr int kBars = 120;
  if (span.count() <= kBars) return "day";
  if (span.count() <= 7 * kBars) return "week";
  if (span.count() <= 31 * kBars) return "month";
  return "year";
}

struct Bin {
  sys_days first, last;
};

Bin bin_of(sys_days day, std::string_view bin) {
  if (bin == "week") {
    const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
    return {monday, monday + days(6)};
  }
  const year_month_day date(day);
  if (bin == "month") {
    return {sys_days(date.year() / date.month() / 1), sys_days(date.year() / date.month() / std::chrono::last)};
  }
  if (bin == "year") return {sys_days(date.year() / 1 / 1), sys_days(date.year() / 12 / 31)};
  return {day, day};
}

}  // namespace

void write_timeline(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  const auto by_day = count_by_day(ledger, filter_of(call, RecordKind::event));
  std::string_view bin = call.value("bin").value_or("auto");
  if (bin == "auto") bin = by_day.empty() ? "day" : fitting_bin(by_day.rbegin()->first - by_day.begin()->first);

  std::map<sys_days, TypeCounts> bins;
  std::int64_t total = 0;
  for (const auto& [day, counts] : by_day) {
    TypeCounts& of_bin = bins[bin_of(day, bin).first];
    for (const auto& [type, count] : counts) {
      of_bin[type] += count;
      total += count;
    }
  }
  json.begin_object();
  json.key("bin").value(bin);
  json.key("bins");
  json.begin_array();
  for (const auto& [first, counts] : bins) {
    json.begin_object();
    json.key("start").value(iso_date(first));
    json.key("end").value(iso_date(bin_of(first, bin).last));
    json.key("counts");
    write_type_counts(json, counts);
    json.end_object();
  }
  json.end_array();
  json.key("total").value(total);
  json.end_object();
}

}  // namespace annals
