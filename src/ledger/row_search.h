// The rows of one kind that meet conditions, found by whichever way is quickest.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/conditions.h"
#include "ledger/filter.h"

namespace annals {

struct FoundRow {
  std::string day;  // empty where undated
  std::int64_t id = 0;
};

// A place in a list ordered by day and row; `day` is empty among the undated, who come last.
struct RowPlace {
  std::string day;
  std::int64_t id = 0;
};

// At most `limit` rows behind `behind`.
std::vector<FoundRow> search_rows(SQLite::Database& db, const KindTable& kind, const std::vector<Condition>& conditions,
                                  Order order, const std::optional<RowPlace>& behind, std::uint32_t limit);

// " FROM ... WHERE ...": all rows that meet the conditions, each once, as `r`. `joins` stand before the WHERE.
SqlText from_rows(SQLite::Database& db, const KindTable& kind, const std::vector<Condition>& conditions,
                  std::string_view joins = "");

// The same in a form that depends on the conditions alone.
SqlText from_checks(const KindTable& kind, const std::vector<Condition>& conditions);

}  // namespace annals
