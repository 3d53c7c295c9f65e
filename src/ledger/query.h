// Questions to a ledger: pages of records and stories, counts, series, pairs of countries, names.
//
// Each function reads a database that ledger/database.h opened. They throw Error{Fault::usage} where a filter names
// what the ledger can not have, with the nearest that it has.
#pragma once
#include <SQLiteCpp/Database.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/filter.h"
#include "ledger/stored_record.h"

namespace annals {

inline constexpr std::uint32_t kDefaultPage = 100;

struct RecordPage {
  std::vector<StoredRecord> records;
  std::optional<Cursor> next;  // for `after`; absent on the last page
};

// The records that `filter` asks for, at most `limit` (or kDefaultPage), ordered by day, kind and row.
RecordPage find_records(SQLite::Database& db, const RecordFilter& filter);

// All of them, or the first `limit`, page by page, so that memory does not grow. `give` returns false to stop.
void each_record(SQLite::Database& db, const RecordFilter& filter, const std::function<bool(StoredRecord&)>& give);

// The record of that id, if there is one.
std::optional<StoredRecord> find_record(SQLite::Database& db, RecordId id);

// How many records of each kind, in the order of kRecordKinds, the filter asks for.
std::array<std::int64_t, std::size(kRecordKinds)> count_records(SQLite::Database& db, const RecordFilter& filter);

enum class Period : std::uint8_t { day, week, month, year };

// Records whose day lies in the period that begins on `first`.
struct PeriodCount {
  std::chrono::sys_days first;
  std::int64_t count = 0;

  bool operator==(const PeriodCount&) const = default;
};

// Oldest first; periods without a record are left out, and so are undated records. Weeks begin on Monday.
std::vector<PeriodCount> count_by_period(SQLite::Database& db, const RecordFilter& filter, Period period);

// What the ledger holds.
struct LedgerTotals {
  std::int64_t stories = 0;  // current versions
  std::array<std::int64_t, std::size(kRecordKinds)> records{};
  std::int64_t actors = 0;
  std::int64_t places = 0;
  std::optional<std::chrono::sys_days> first, last;  // days of publication
};
LedgerTotals count_ledger(SQLite::Database& db);

struct StoredStory {
  StoryHead head;
  std::int64_t version = 1;
  bool current = true;
  std::int64_t run = 0;
  std::string dateline;
  std::string text;                                             // empty in lists
  std::array<std::int64_t, std::size(kRecordKinds)> records{};  // how many of each kind
};

struct StoryPage {
  std::vector<StoredStory> stories;
  std::optional<Cursor> next;
};

// Stories by `since`, `until`, `text`, `source`, `doc`, `limit`, `order` and `after`; the current versions only.
StoryPage find_stories(SQLite::Database& db, const RecordFilter& filter);

// One version with its text; by row, and by the story's own id the current one.
std::optional<StoredStory> find_story(SQLite::Database& db, std::int64_t row);
std::optional<StoredStory> find_story(SQLite::Database& db, std::string_view doc);

// All versions of a story, oldest first, without text.
std::vector<StoredStory> versions_of(SQLite::Database& db, std::string_view doc);

// The records of one version, in the order of the text.
std::vector<StoredRecord> records_of_story(SQLite::Database& db, std::int64_t row);

struct ActorRow {
  std::int64_t row = 0;
  std::string name, country, sector;
  std::int64_t records = 0;  // parts in events, statements, movements and talks

  bool operator==(const ActorRow&) const = default;
};

// Actors whose names have words that begin with those of `words`, as one types; most told of first.
std::vector<ActorRow> find_actors(SQLite::Database& db, std::string_view words, std::uint32_t limit);

struct PlaceRow {
  std::int64_t row = 0;
  Place place;
  std::int64_t records = 0;  // records whose `where` it is

  bool operator==(const PlaceRow&) const = default;
};
std::vector<PlaceRow> find_places(SQLite::Database& db, std::string_view words, std::uint32_t limit);

// One value of a measure, as one source gives it.
struct SeriesPoint {
  std::chrono::sys_days day;  // the last day of `when`, or the story's
  std::optional<double> low, high;
  Qualifier qualifier = Qualifier::exact;
  std::string measure, unit, per, of;
  std::string source;  // the one it is attributed to, or else the story's own
  std::string where;
  RecordId id;
};

// The figures of the filter by day, oldest first.
std::vector<SeriesPoint> find_series(SQLite::Database& db, const RecordFilter& filter);

}  // namespace annals
