// Three ways to a page: from indexes alone, where they list the days of what meets each condition; through the list of
// those few records that meet the rarest condition; or down the index of days, checking each record, which ends early
// where many meet all conditions.
#include "ledger/row_search.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "ledger/sentences.h"

namespace annals {
namespace {

// Up to so many records, fetching all that meet a condition is quicker than walking the days.
constexpr int kFew = 20000;
// Stories with a phrase; each has several records, of which the sentences have to be read.
constexpr int kFewStories = 500;

// Up to so many are quickly listed by an index alone.
constexpr int kFewDated = 50'000;

// Where all are wanted, no walk ends early, and many may be fetched.
constexpr int kFewOfAll = 250'000;

// A page of so many is soon full of a common phrase.
constexpr std::uint32_t kShortPage = 250;

int count_up_to(SQLite::Database& db, const SqlText& find, int few) {
  SQLite::Statement count =
      prepare(db, SqlText().add("SELECT count(*) FROM (").add(find).add(" LIMIT " + std::to_string(few) + ")"));
  return count.executeStep() ? count.getColumn(0).getInt() : 0;
}

// The condition that the fewest records meet, if they are few.
const Condition* rarest(SQLite::Database& db, const std::vector<Condition>& conditions, int few_records) {
  const Condition* best = nullptr;
  int fewest = few_records;
  for (const Condition& condition : conditions) {
    if (!condition.find) continue;
    const int few = condition.count ? std::min(fewest, kFewStories) : fewest;
    const int count = count_up_to(db, condition.count ? *condition.count : *condition.find, few);
    if (count < few) {
      fewest = count;
      best = &condition;
    }
  }
  return best;
}

using Lists = std::vector<const Condition*>;

// The conditions of which indexes list what meets them: the driver's, and beside a dated one others that are soon
// listed.
Lists listed(SQLite::Database& db, const std::vector<Condition>& conditions, const Condition* driver) {
  if (driver == nullptr) return {};
  Lists lists = {driver};
  if (!driver->dated) return lists;
  for (const Condition& condition : conditions) {
    if (&condition == driver || !condition.dated) continue;
    if (count_up_to(db, *condition.find, kFewDated) < kFewDated) lists.push_back(&condition);
  }
  return lists;
}

bool holds(const Lists& lists, const Condition& condition) {
  return std::ranges::find(lists, &condition) != lists.end();
}

// SELECTs what stands in all lists, of a single one perhaps twice.
SqlText meeting(const Lists& lists, std::string_view columns) {
  SqlText sql;
  for (const Condition* list : lists) {
    sql.add(list == lists.front() ? "SELECT " : " INTERSECT SELECT ").add(columns);
    sql.add(" FROM (").add(*list->find).add(")");
  }
  return sql;
}

SqlText from(const KindTable& kind, const std::vector<Condition>& conditions, const Lists& lists,
             std::string_view joins = "", bool short_page = false) {
  SqlText sql;
  if (!lists.empty()) {
    // CROSS JOIN keeps SQLite to this order (https://www.sqlite.org/optoverview.html#crossjoin). GROUP BY gives the
    // rows in the order of the table, so that neighbours are read together.
    sql.add(" FROM (SELECT id FROM (").add(meeting(lists, "id")).add(") GROUP BY id) f CROSS JOIN ");
    sql.add(kind.table).add(" r ON r.id = f.id").add(joins).add(" WHERE 1");
  } else {
    sql.add(" FROM ").add(kind.table).add(" r").add(joins).add(" WHERE 1");
  }
  for (const Condition& condition : conditions) {
    if (!holds(lists, condition) && !(short_page && condition.count)) sql.add(" AND ").add(condition.check);
  }
  return sql;
}

// Where indexes alone list the days and ids of what meets each condition, no record has to be looked at.
std::optional<SqlText> from_lists(const std::vector<Condition>& conditions, const Lists& lists) {
  if (lists.empty() || !lists.front()->dated) return std::nullopt;
  SqlText days;
  for (const Condition& condition : conditions) {
    if (holds(lists, condition)) continue;
    if (!condition.of_day) return std::nullopt;
    days.add(" AND ").add(condition.check);
  }
  return SqlText()
      .add(" FROM (SELECT DISTINCT day, id FROM (")
      .add(meeting(lists, "day, id"))
      .add(")) r WHERE 1")
      .add(days);
}

void read_rows(SQLite::Database& db, const SqlText& sql, std::vector<FoundRow>& rows) {
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    rows.push_back({row.getColumn(0).getString(), row.getColumn(1).getInt64()});
  }
}

}  // namespace

SqlText from_rows(SQLite::Database& db, const KindTable& kind, const std::vector<Condition>& conditions,
                  std::string_view joins) {
  const std::vector<Condition> settled = by_sentence(db, kind, conditions);
  return from(kind, settled, listed(db, settled, rarest(db, settled, kFewOfAll)), joins);
}

SqlText from_checks(const KindTable& kind, const std::vector<Condition>& conditions) {
  return from(kind, conditions, {});
}

std::vector<FoundRow> search_rows(SQLite::Database& db, const KindTable& kind, const std::vector<Condition>& conditions,
                                  Order order, const std::optional<RowPlace>& behind, std::uint32_t limit) {
  const bool short_page = limit <= kShortPage;
  const std::vector<Condition> settled = short_page ? conditions : by_sentence(db, kind, conditions);
  const Lists lists = listed(db, settled, rarest(db, settled, kFew));
  std::optional<SqlText> body = from_lists(settled, lists);
  if (!body) body = from(kind, settled, lists, "", short_page);
  const bool newest = order == Order::newest;
  const std::string compare = newest ? " < " : " > ", direction = newest ? " DESC" : "";
  std::vector<FoundRow> rows;
  if (!behind || !behind->day.empty()) {
    SqlText dated = SqlText().add("SELECT r.day, r.id").add(*body).add(" AND r.day IS NOT NULL");
    if (behind) dated.add(" AND (r.day, r.id)" + compare + "(").value(behind->day).add(", ").value(behind->id).add(")");
    dated.add(" ORDER BY r.day" + direction + ", r.id" + direction + " LIMIT ").value(std::int64_t{limit});
    read_rows(db, dated, rows);
  }
  if (rows.size() < limit) {
    SqlText undated = SqlText().add("SELECT '', r.id").add(*body).add(" AND r.day IS NULL");
    if (behind && behind->day.empty()) undated.add(" AND r.id" + compare).value(behind->id);
    undated.add(" ORDER BY r.id" + direction + " LIMIT ").value(static_cast<std::int64_t>(limit - rows.size()));
    read_rows(db, undated, rows);
  }
  return rows;
}

}  // namespace annals
