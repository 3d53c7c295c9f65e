// Talks with their state: the records that name the same parties, and what the newest says.
#include <algorithm>

#include "base/iso_date.h"
#include "ledger/record_loader.h"
#include "server/filters.h"
#include "server/grouped_records.h"
#include "server/record_json.h"
#include "server/views.h"

namespace annals {
namespace {

void write_actors(JsonWriter& json, std::string_view key, const std::vector<Actor>& actors) {
  if (actors.empty()) return;
  json.key(key);
  json.begin_array();
  for (const Actor& actor : actors) write_named(json, actor);
  json.end_array();
}

// What the newest record that says something of it says.
template <typename Member>
Member newest_said(const std::vector<StoredRecord>& records, Member Talks::*member) {
  for (const StoredRecord& record : records) {
    const Member& value = std::get<Talks>(record.record).*member;
    if (!value.empty()) return value;
  }
  return {};
}

void write_negotiation(JsonWriter& json, SQLite::Database& db, const RecordGroup& group,
                       const std::vector<StoredRecord>& records) {
  const auto& newest = std::get<Talks>(records.front().record);
  json.begin_object();
  write_actors(json, "parties", newest.parties);
  write_actors(json, "mediator", newest_said(records, &Talks::mediator));
  write_text(json, "subject", newest_said(records, &Talks::subject));
  json.key("status").value(name_of(newest.status));
  write_text(json, "obstacle", newest.obstacle);
  if (records.front().day) json.key("day").value(iso_date(*records.front().day));
  json.key("count").value(group.count);
  json.key("records");
  write_records(json, db, records);
  json.end_object();
}

}  // namespace

void write_negotiations(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  constexpr std::uint32_t kDepth = 5000;
  constexpr std::size_t kRecords = 10;
  const auto groups = group_newest(ledger.db, filter_of(call, RecordKind::talks), RecordKind::talks, "party", kDepth,
                                   static_cast<std::size_t>(call.number("limit", 20)), kRecords);
  RecordLoader loader(ledger.db);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const RecordGroup& group : groups) {
    std::vector<StoredRecord> records;
    for (const std::int64_t row : group.rows) {
      if (auto record = loader.load({RecordKind::talks, row})) records.push_back(std::move(*record));
    }
    if (!records.empty()) write_negotiation(json, ledger.db, group, records);
  }
  json.end_array();
  json.end_object();
}

}  // namespace annals
