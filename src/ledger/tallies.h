// Tallies: counts that the writer keeps, for questions that concern the whole ledger (schema/sqlite-3.sql).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ledger/filter.h"
#include "ledger/sql_text.h"

namespace annals {

// `table` counts the rows of the view told_`table` by `columns`.
struct Tally {
  std::string_view table, columns;
};

inline constexpr Tally kTallies[] = {
    {"event_days", "type,day"},
    {"actor_pairs", "day,source,target,type,mode"},
    {"country_pairs", "day,source,target,type,mode,factuality"},
    {"country_parts", "country,role,day"},
    {"actor_parts", "actor"},
};

// The statement that adds what story ?1 tells, ?2 times: 1 or -1. In PostgreSQL, what the stories of the array $1 tell.
std::string tally_change(const Tally& tally);
std::string postgres_tally_change(const Tally& tally);

// Whether the filter asks for events by nothing but days, and perhaps types, and perhaps factuality.
bool only_days(const RecordFilter& filter);
bool only_days_and_types(const RecordFilter& filter);
bool only_days_types_factuality(const RecordFilter& filter);

// " FROM table r WHERE ...": the counts of such a filter, the undated among them unless it has days.
SqlText from_tally(std::string_view table, const RecordFilter& filter);

}  // namespace annals
