// Monthly counts and mean scores for pairs of countries.
#include "ledger/dyads.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "base/iso_date.h"
#include "server/filters.h"
#include "server/problem.h"
#include "server/views.h"

namespace annals {
namespace {

// In the order of the table.
using Place = std::tuple<std::string, std::string, std::string>;  // month, actor, recipient

std::string month_of(const Dyad& dyad) {
  const std::string day = iso_date(dyad.first);
  return day.substr(0, day.rfind('-'));
}

Place place_of(const Dyad& dyad) { return {month_of(dyad), dyad.actor, dyad.recipient}; }

// "2023-11:TUR:ISR"
std::string cursor_of(const Dyad& dyad) { return month_of(dyad) + ':' + dyad.actor + ':' + dyad.recipient; }

Place place_named(std::string_view cursor) {
  constexpr std::size_t kLength = 15;
  if (cursor.size() != kLength || cursor[7] != ':' || cursor[11] != ':') {
    throw Problem(400, "after is no place in this list.", "Give what the page before it named as next.", "after");
  }
  return {std::string(cursor.substr(0, 7)), std::string(cursor.substr(8, 3)), std::string(cursor.substr(12))};
}

void write_dyad(JsonWriter& json, const Dyad& dyad) {
  json.begin_object();
  json.key("month").value(month_of(dyad));
  json.key("actor").value(dyad.actor);
  json.key("recipient").value(dyad.recipient);
  json.key("events").value(dyad.events);
  json.key("score");
  dyad.mean_score ? json.value(*dyad.mean_score) : json.null();
  for (std::size_t quad = 0; quad < dyad.quads.size(); ++quad) json.key(kQuadNames[quad]).value(dyad.quads[quad]);
  json.end_object();
}

}  // namespace

void write_dyads(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  const RecordFilter filter = filter_of(without_cursor(call), RecordKind::event);
  const std::vector<Dyad> dyads = find_dyads(ledger.db, filter, Period::month, ActScores::instance());
  auto at = dyads.begin();
  if (const auto after = call.value("after")) at = std::ranges::upper_bound(dyads, place_named(*after), {}, place_of);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (std::int64_t left = call.number("limit", 50); left > 0 && at != dyads.end(); --left, ++at) write_dyad(json, *at);
  json.end_array();
  json.key("next");
  at != dyads.end() && at != dyads.begin() ? json.value(cursor_of(*std::prev(at))) : json.null();
  json.end_object();
}

}  // namespace annals
