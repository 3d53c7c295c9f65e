// The rows of a filter, found once for all views of one answer and all answers that want them.
#pragma once
#include <optional>

#include "ledger/filter.h"
#include "ledger/sql_text.h"
#include "server/searches.h"

namespace annals {

// " FROM ... WHERE ...": the filter's events or figures as `r`; nothing where none can meet it. Of events there are id,
// day, type, mode and where_place; of figures id, day, measure, unit and per.
std::optional<SqlText> from_chosen(const Snapshot& ledger, const RecordFilter& filter, RecordKind kind);

}  // namespace annals
