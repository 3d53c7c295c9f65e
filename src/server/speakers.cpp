// The latest statements, by speaker.
#include "ledger/record_loader.h"
#include "server/filters.h"
#include "server/grouped_records.h"
#include "server/record_json.h"
#include "server/views.h"

namespace annals {

void write_speakers(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  constexpr std::uint32_t kDepth = 5000;
  const auto groups =
      group_newest(ledger.db, filter_of(call, RecordKind::statement), RecordKind::statement, "speaker", kDepth,
                   static_cast<std::size_t>(call.number("limit", 20)), static_cast<std::size_t>(call.number("per", 3)));
  RecordLoader loader(ledger.db);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const RecordGroup& group : groups) {
    const auto newest = loader.load({RecordKind::statement, group.rows.front()});
    if (!newest) continue;
    json.begin_object();
    json.key("actor");
    write_named(json, std::get<Statement>(newest->record).speaker.value_or(Actor{}));
    json.key("statements");
    json.begin_array();
    for (const std::int64_t row : group.rows) {
      if (const auto record = loader.load({RecordKind::statement, row})) write_record(json, ledger.db, *record);
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace annals
