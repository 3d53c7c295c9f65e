// Pages of records: which rows a filter selects, in which order, and from where on.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>

#include "base/iso_date.h"
#include "ledger/conditions.h"
#include "ledger/query.h"
#include "ledger/record_loader.h"
#include "ledger/row_search.h"

namespace annals {
namespace {

struct Found {
  std::string day;
  RecordId id;
};

bool wanted(const RecordFilter& filter, RecordKind kind) {
  return filter.kinds.empty() || std::find(filter.kinds.begin(), filter.kinds.end(), kind) != filter.kinds.end();
}

// The order of a page: by day, the undated last; on one day by kind, and then by row in the direction of the days.
bool before(const Found& a, const Found& b, Order order) {
  if (a.day != b.day) {
    if (a.day.empty() || b.day.empty()) return b.day.empty();
    return order == Order::newest ? a.day > b.day : a.day < b.day;
  }
  if (a.id.kind != b.id.kind) return a.id.kind < b.id.kind;
  return order == Order::newest ? a.id.row > b.id.row : a.id.row < b.id.row;
}

// Where the list of one kind goes on behind `cursor`: kinds before the cursor's have had that day.
RowPlace place_behind(const Cursor& cursor, RecordKind kind, Order order) {
  constexpr auto kFirst = std::numeric_limits<std::int64_t>::min(), kLast = std::numeric_limits<std::int64_t>::max();
  if (kind == cursor.id.kind) return {cursor.day, cursor.id.row};
  const bool had = kind < cursor.id.kind;
  return {cursor.day, had == (order == Order::newest) ? kFirst : kLast};
}

std::vector<Found> page_of(SQLite::Database& db, const RecordFilter& filter, std::uint32_t limit) {
  std::vector<Found> found;
  for (const RecordKind kind : kRecordKinds) {
    if (!wanted(filter, kind)) continue;
    const auto conditions = conditions_of(db, filter, table_of(kind));
    if (!conditions) continue;
    std::optional<RowPlace> behind;
    if (filter.after) behind = place_behind(*filter.after, kind, filter.order);
    for (FoundRow& row : search_rows(db, table_of(kind), *conditions, filter.order, behind, limit)) {
      found.push_back({std::move(row.day), {kind, row.id}});
    }
  }
  const auto less = [&](const Found& a, const Found& b) { return before(a, b, filter.order); };
  std::sort(found.begin(), found.end(), less);
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace

RecordPage find_records(SQLite::Database& db, const RecordFilter& filter) {
  const std::uint32_t limit = filter.limit.value_or(kDefaultPage);
  RecordPage page;
  RecordLoader loader(db);
  // One more than asked for tells whether there is a next page.
  const std::uint32_t more = limit == std::numeric_limits<std::uint32_t>::max() ? limit : limit + 1;
  std::vector<Found> found = page_of(db, filter, more);
  if (found.size() > limit) {
    found.pop_back();
    page.next = Cursor{found.back().day, found.back().id};
  }
  page.records.reserve(found.size());
  for (const Found& row : found) {
    if (auto record = loader.load(row.id)) page.records.push_back(std::move(*record));
  }
  return page;
}

void each_record(SQLite::Database& db, const RecordFilter& filter, const std::function<bool(StoredRecord&)>& give) {
  constexpr std::uint32_t kBatch = 2000;
  RecordFilter batch = filter;
  RecordLoader loader(db);
  std::uint32_t left = filter.limit.value_or(std::numeric_limits<std::uint32_t>::max());
  while (left > 0) {
    const std::uint32_t size = std::min(left, kBatch);
    const std::vector<Found> found = page_of(db, batch, size);
    for (const Found& row : found) {
      auto record = loader.load(row.id);
      if (record && !give(*record)) return;
    }
    if (found.size() < size) return;
    left -= size;
    batch.after = Cursor{found.back().day, found.back().id};
  }
}

std::optional<StoredRecord> find_record(SQLite::Database& db, RecordId id) { return RecordLoader(db).load(id); }

std::array<std::int64_t, std::size(kRecordKinds)> count_records(SQLite::Database& db, const RecordFilter& filter) {
  std::array<std::int64_t, std::size(kRecordKinds)> counts{};
  for (const RecordKind kind : kRecordKinds) {
    if (!wanted(filter, kind)) continue;
    const auto conditions = conditions_of(db, filter, table_of(kind));
    if (!conditions) continue;
    SqlText sql = SqlText().add("SELECT count(*)").add(from_rows(db, table_of(kind), *conditions));
    SQLite::Statement statement = prepare(db, sql);
    if (statement.executeStep()) counts[static_cast<int>(kind)] = statement.getColumn(0).getInt64();
  }
  return counts;
}

}  // namespace annals
