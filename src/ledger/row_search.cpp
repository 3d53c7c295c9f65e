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

SqlText from(const KindTable& kind, const std::vector<Condition>& conditions, const Condition* driver,
             std::string_view joins = "", bool short_page = false) {
  SqlText sql;
  if (driver != nullptr) {
    // CROSS JOIN keeps SQLite to this order (https://www.sqlite.org/optoverview.html#crossjoin). GROUP BY gives each
    // row once, as DISTINCT would, and in the order of the table, so that neighbours are read together.
    sql.add(" FROM (SELECT id FROM (").add(*driver->find).add(") GROUP BY id) f CROSS JOIN ");
    sql.add(kind.table).add(" r ON r.id = f.id").add(joins).add(" WHERE 1");
  } else {
    sql.add(" FROM ").add(kind.table).add(" r").add(joins).add(" WHERE 1");
  }
  for (const Condition& condition : conditions) {
    if (&condition != driver && !(short_page && condition.count)) sql.add(" AND ").add(condition.check);
  }
  return sql;
}

// Where indexes alone list the days and ids of what meets each condition, the lists meet without a look at the records.
std::optional<SqlText> from_lists(SQLite::Database& db, const std::vector<Condition>& conditions,
                                  const Condition* driver) {
  if (driver == nullptr || !driver->dated) return std::nullopt;
  SqlText lists = SqlText().add("SELECT DISTINCT day, id FROM (").add(*driver->find).add(")");
  SqlText days;
  for (const Condition& condition : conditions) {
    if (condition.of_day) {
      days.add(" AND ").add(condition.check);
    } else if (&condition != driver) {
      if (!condition.dated || count_up_to(db, *condition.find, kFewDated) == kFewDated) return std::nullopt;
      lists.add(" INTERSECT SELECT day, id FROM (").add(*condition.find).add(")");
    }
  }
  return SqlText().add(" FROM (").add(lists).add(") r WHERE 1").add(days);
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
  return from(kind, settled, rarest(db, settled, kFewOfAll), joins);
}

SqlText from_checks(const KindTable& kind, const std::vector<Condition>& conditions) {
  return from(kind, conditions, nullptr);
}

std::vector<FoundRow> search_rows(SQLite::Database& db, const KindTable& kind, const std::vector<Condition>& conditions,
                                  Order order, const std::optional<RowPlace>& behind, std::uint32_t limit) {
  const bool short_page = limit <= kShortPage;
  const std::vector<Condition> settled = short_page ? conditions : by_sentence(db, kind, conditions);
  const Condition* driver = rarest(db, settled, kFew);
  std::optional<SqlText> body = from_lists(db, settled, driver);
  if (!body) body = from(kind, settled, driver, "", short_page);
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
