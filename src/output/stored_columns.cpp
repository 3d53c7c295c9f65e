// The columns that a ledger adds to those of a record.
#include "output/stored_columns.h"

#include <array>
#include <vector>

#include "base/iso_date.h"

namespace annals {
namespace {

void day(std::string& out, const std::optional<std::chrono::sys_days>& held) {
  if (held) append_iso_date(out, *held);
}

constexpr StoredColumn kBefore[] = {
    {"id", CellType::text, "id of the record in the ledger",
     [](std::string& out, const StoredRecord& r) { out += to_string(r.id); }, nullptr},
    {"day", CellType::date, "the first day of `when`, or else the story's day",
     [](std::string& out, const StoredRecord& r) { day(out, r.day); }, nullptr},
};

constexpr StoredColumn kBehind[] = {
    {"source", CellType::text, "who published the story",
     [](std::string& out, const StoredRecord& r) { out += r.story.source; }, nullptr},
    {"published", CellType::date, "the story's day",
     [](std::string& out, const StoredRecord& r) { day(out, r.story.published); }, nullptr},
    {"title", CellType::text, "the story's title",
     [](std::string& out, const StoredRecord& r) { out += r.story.title; }, nullptr},
    {"url", CellType::text, "where the story stands",
     [](std::string& out, const StoredRecord& r) { out += r.story.url; }, nullptr},
};

std::vector<StoredColumn> with_ledger(RecordKind kind) {
  std::vector<StoredColumn> columns(std::begin(kBefore), std::end(kBefore));
  for (const Column& own : columns_of(static_cast<std::size_t>(kind))) {
    // A role's title is the office; the story's stands behind it under a name of its own.
    columns.push_back({own.name, own.type, own.meaning, nullptr, own.append});
  }
  for (StoredColumn column : kBehind) {
    if (column.name == "title") column.name = "story_title";
    columns.push_back(column);
  }
  return columns;
}

template <RecordKind kKind>
void records(std::string& out, const StoredStory& story) {
  out += std::to_string(story.records[static_cast<std::size_t>(kKind)]);
}

constexpr StoryColumn kStoryColumns[] = {
    {"doc", CellType::text, "the story's own id", [](std::string& out, const StoredStory& s) { out += s.head.doc; }},
    {"version", CellType::integer, "how often the story was stored, changed",
     [](std::string& out, const StoredStory& s) { out += std::to_string(s.version); }},
    {"published", CellType::date, "the story's day",
     [](std::string& out, const StoredStory& s) { day(out, s.head.published); }},
    {"source", CellType::text, "who published it",
     [](std::string& out, const StoredStory& s) { out += s.head.source; }},
    {"title", CellType::text, "its title", [](std::string& out, const StoredStory& s) { out += s.head.title; }},
    {"url", CellType::text, "where it stands", [](std::string& out, const StoredStory& s) { out += s.head.url; }},
    {"dateline", CellType::text, "the place and agency before its text",
     [](std::string& out, const StoredStory& s) { out += s.dateline; }},
    {"events", CellType::integer, "how many events it reports", records<RecordKind::event>},
    {"statements", CellType::integer, "how many statements", records<RecordKind::statement>},
    {"figures", CellType::integer, "how many figures", records<RecordKind::figure>},
    {"movements", CellType::integer, "how many movements", records<RecordKind::movement>},
    {"talks", CellType::integer, "how many records of talks", records<RecordKind::talks>},
    {"roles", CellType::integer, "how many roles", records<RecordKind::role>},
};

}  // namespace

void StoredColumn::append(std::string& out, const StoredRecord& stored) const {
  if (of_ledger != nullptr) return of_ledger(out, stored);
  of_record(out, stored.record, CodePointIndex());  // the offsets are code points already
}

std::span<const StoredColumn> stored_columns(RecordKind kind) {
  static const std::array<std::vector<StoredColumn>, kKinds> all = [] {
    std::array<std::vector<StoredColumn>, kKinds> columns;
    for (const RecordKind k : kRecordKinds) columns[static_cast<std::size_t>(k)] = with_ledger(k);
    return columns;
  }();
  return all[static_cast<std::size_t>(kind)];
}

std::span<const StoryColumn> story_columns() { return kStoryColumns; }

}  // namespace annals
