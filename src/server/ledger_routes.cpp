// The ledger as a whole: /health, /ledger.
#include <filesystem>

#include "base/iso_date.h"
#include "ledger/query.h"
#include "output/json_writer.h"
#include "server/name_lists.h"
#include "server/record_json.h"
#include "server/routes.h"

namespace annals {
namespace {

void write_day(JsonWriter& json, std::string_view key, const std::optional<std::chrono::sys_days>& day) {
  json.key(key);
  if (!day) return json.null();
  json.value(iso_date(*day));
}

void write_counts(JsonWriter& json, std::string_view key,
                  const std::vector<std::pair<std::string, std::int64_t>>& counts) {
  json.key(key);
  json.begin_array();
  for (const auto& [name, count] : counts) {
    json.begin_object();
    json.key("name").value(name);
    json.key("count").value(count);
    json.end_object();
  }
  json.end_array();
}

template <typename Rows, typename Write>
void write_names(JsonWriter& json, std::string_view key, const Rows& rows, Write write) {
  json.key(key);
  json.begin_array();
  for (const auto& row : rows) write(json, row);
  json.end_array();
}

void write_totals(JsonWriter& json, SQLite::Database& db) {
  const LedgerTotals counts = count_ledger(db);
  json.key("schema").value(db.execAndGet("PRAGMA user_version").getInt());
  json.key("stories").value(counts.stories);
  json.key("records");
  json.begin_object();
  for (const RecordKind kind : kRecordKinds) {
    json.key(name_of(kind)).value(counts.records[static_cast<std::size_t>(kind)]);
  }
  json.end_object();
  write_day(json, "first", counts.first);
  write_day(json, "last", counts.last);
}

}  // namespace

Answer get_health(const ApiParts& parts, const Call&) {
  parts.ledger.ask([](SQLite::Database& db) { return db.execAndGet("SELECT count(*) FROM runs").getString(); });
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("status").value("ok");
  json.key("version").value(parts.options.version);
  json.end_object();
  return {200, out};
}

Answer get_ledger(const ApiParts& parts, const Call&) {
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            constexpr std::uint32_t kValues = 100, kNames = 50;
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("name").value(std::filesystem::path(parts.ledger.path()).filename().string());
            json.key("version").value(parts.options.version);
            write_totals(json, db);
            write_counts(json, "types", count_types(db, kValues));
            write_counts(json, "modes", count_values(db, "mode", "events WHERE mode IS NOT NULL", kValues));
            write_counts(json, "measures", count_values(db, "measure", "figures WHERE measure IS NOT NULL", kValues));
            write_counts(json, "statuses", count_values(db, "status", "talks", kValues));
            write_counts(json, "sources", count_values(db, "source", "stories WHERE current", kValues));
            write_names(json, "actors", most_told_actors(db, kNames), write_actor);
            write_names(json, "places", most_told_places(db, kNames), write_place);
            json.key("write").value(parts.options.write);
            json.key("read").value(parts.reading != nullptr);
            json.end_object();
            return out;
          })};
}

}  // namespace annals
