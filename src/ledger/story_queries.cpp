// Stories: lists, one with its text, the versions of one, and its records.
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "base/iso_date.h"
#include "ledger/kind_tables.h"
#include "ledger/phrases.h"
#include "ledger/query.h"
#include "ledger/record_loader.h"
#include "ledger/sql_text.h"

namespace annals {
namespace {

constexpr std::string_view kHead =
    "SELECT s.id, s.doc, s.source, s.title, s.url, s.published, s.version, s.current, s.run, s.dateline";

StoredStory story_of(SQLite::Statement& row) {
  StoredStory story;
  story.head = {row.getColumn(0).getInt64(),  row.getColumn(1).getString(),
                row.getColumn(2).getString(), row.getColumn(3).getString(),
                row.getColumn(4).getString(), parse_iso_date(row.getColumn(5).getString())};
  story.version = row.getColumn(6).getInt64();
  story.current = row.getColumn(7).getInt() != 0;
  story.run = row.getColumn(8).getInt64();
  story.dateline = row.getColumn(9).getString();
  return story;
}

// Counts the records of stories, a prepared statement for all six kinds.
class RecordCounter {
 public:
  explicit RecordCounter(SQLite::Database& db) : count_(db, sql()) {}

  void fill(StoredStory& story) {
    count_.reset();
    count_.bind(1, story.head.row);
    if (!count_.executeStep()) return;
    for (std::size_t kind = 0; kind < story.records.size(); ++kind) {
      story.records[kind] = count_.getColumn(static_cast<int>(kind)).getInt64();
    }
  }

 private:
  static std::string sql() {
    std::string sql;
    for (const KindTable& kind : kKindTables) {
      sql += sql.empty() ? "SELECT " : ", ";
      sql.append("(SELECT count(*) FROM ").append(kind.table).append(" WHERE story = ?1)");
    }
    return sql;
  }

  SQLite::Statement count_;
};

// A cursor into stories is of their day and row; what kind its id names does not matter.
SqlText list(const RecordFilter& filter, bool dated, std::uint32_t limit) {
  const bool newest = filter.order == Order::newest;
  const std::string compare = newest ? " < " : " > ", direction = newest ? " DESC" : "";
  SqlText sql;
  sql.add(kHead).add(" FROM stories s WHERE s.current AND s.published IS ").add(dated ? "NOT NULL" : "NULL");
  if (filter.since) sql.add(" AND s.published >= ").value(iso_date(*filter.since));
  if (filter.until) sql.add(" AND s.published <= ").value(iso_date(*filter.until));
  if (!filter.source.empty()) sql.add(" AND ").add(is_one_of("s.source COLLATE NOCASE", filter.source));
  if (!filter.doc.empty()) sql.add(" AND ").add(is_one_of("s.doc", filter.doc));
  for (const std::string& phrase : filter.text) {
    sql.add(" AND s.id IN (SELECT rowid FROM stories_text WHERE stories_text MATCH ")
        .value(phrase_expression(phrase))
        .add(")");
  }
  if (filter.after && filter.after->day.empty() != dated) {
    if (dated) sql.add(" AND (s.published, s.id)" + compare + "(").value(filter.after->day).add(", ");
    if (!dated) sql.add(" AND s.id" + compare);
    sql.value(filter.after->id.row).add(dated ? ")" : "");
  }
  sql.add(dated ? " ORDER BY s.published" + direction + ", s.id" + direction : " ORDER BY s.id" + direction);
  return sql.add(" LIMIT ").value(std::int64_t{limit});
}

std::optional<StoredStory> one(SQLite::Database& db, const SqlText& where) {
  SqlText sql = SqlText().add(kHead).add(", s.text FROM stories s WHERE ").add(where);
  SQLite::Statement row = prepare(db, sql);
  if (!row.executeStep()) return std::nullopt;
  StoredStory story = story_of(row);
  story.text = row.getColumn(10).getString();
  RecordCounter(db).fill(story);
  return story;
}

}  // namespace

StoryPage find_stories(SQLite::Database& db, const RecordFilter& filter) {
  const std::uint32_t limit = filter.limit.value_or(kDefaultPage);
  StoryPage page;
  const auto read = [&](bool dated) {
    const auto left = static_cast<std::uint32_t>(limit + 1 - page.stories.size());
    for (SQLite::Statement row = prepare(db, list(filter, dated, left)); row.executeStep();) {
      page.stories.push_back(story_of(row));
    }
  };
  if (!filter.after || !filter.after->day.empty()) read(true);
  if (page.stories.size() <= limit) read(false);
  if (page.stories.size() > limit) {
    page.stories.pop_back();
    const StoryHead& last = page.stories.back().head;
    page.next = Cursor{last.published ? iso_date(*last.published) : std::string(), {RecordKind::event, last.row}};
  }
  RecordCounter counter(db);
  for (StoredStory& story : page.stories) counter.fill(story);
  return page;
}

std::optional<StoredStory> find_story(SQLite::Database& db, std::int64_t row) {
  return one(db, SqlText().add("s.id = ").value(row));
}

std::optional<StoredStory> find_story(SQLite::Database& db, std::string_view doc) {
  return one(db, SqlText().add("s.current AND s.doc = ").value(std::string(doc)));
}

std::vector<StoredStory> versions_of(SQLite::Database& db, std::string_view doc) {
  std::vector<StoredStory> versions;
  const SqlText sql =
      SqlText().add(kHead).add(" FROM stories s WHERE s.doc = ").value(std::string(doc)).add(" ORDER BY s.version");
  RecordCounter counter(db);
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    versions.push_back(story_of(row));
    counter.fill(versions.back());
  }
  return versions;
}

std::vector<StoredRecord> records_of_story(SQLite::Database& db, std::int64_t row) {
  std::vector<StoredRecord> records;
  RecordLoader loader(db);
  for (const KindTable& kind : kKindTables) {
    const SqlText sql =
        SqlText().add("SELECT id FROM ").add(kind.table).add(" WHERE story = ").value(row).add(" ORDER BY id");
    for (SQLite::Statement ids = prepare(db, sql); ids.executeStep();) {
      if (auto record = loader.load({kind.kind, ids.getColumn(0).getInt64()})) records.push_back(std::move(*record));
    }
  }
  std::stable_sort(records.begin(), records.end(), [](const StoredRecord& a, const StoredRecord& b) {
    return common(a.record).evidence.begin < common(b.record).evidence.begin;
  });
  return records;
}

}  // namespace annals
