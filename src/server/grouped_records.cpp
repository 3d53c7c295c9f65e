// Rows first, and only those records loaded that are shown.
#include "server/grouped_records.h"

#include <SQLiteCpp/Statement.h>

#include <unordered_map>

#include "ledger/row_search.h"
#include "server/record_json.h"

namespace annals {

std::vector<RecordGroup> group_newest(SQLite::Database& db, const RecordFilter& filter, RecordKind kind,
                                      std::string_view part, std::uint32_t depth, std::size_t groups,
                                      std::size_t each) {
  std::vector<RecordGroup> found;
  const KindTable& table = table_of(kind);
  const auto conditions = conditions_of(db, filter, table);
  if (!conditions) return found;
  SQLite::Statement names(db, "SELECT DISTINCT a.name FROM " + std::string(table.people) +
                                  " p JOIN actors a ON a.id = p.actor WHERE p." + std::string(table.key) +
                                  " = ? AND p.role = '" + std::string(part) + "' ORDER BY a.name");
  std::unordered_map<std::string, std::size_t> index;
  for (const FoundRow& row : search_rows(db, table, *conditions, Order::newest, std::nullopt, depth)) {
    std::string key;
    names.reset();
    for (names.bind(1, row.id); names.executeStep();) key += names.getColumn(0).getString() + '\n';
    if (key.empty()) continue;
    auto at = index.find(key);
    if (at == index.end()) {
      if (found.size() == groups) continue;
      at = index.emplace(key, found.size()).first;
      found.push_back({key, 0, {}});
    }
    RecordGroup& group = found[at->second];
    ++group.count;
    if (group.rows.size() < each) group.rows.push_back(row.id);
  }
  return found;
}

void write_named(JsonWriter& json, const Actor& actor) {
  json.begin_object();
  write_text(json, "name", actor.name);
  write_text(json, "country", actor.country);
  write_text(json, "sector", actor.sector);
  json.end_object();
}

}  // namespace annals
