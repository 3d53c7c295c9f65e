// The newest records of a kind, grouped by who takes part in them: speakers with their statements, negotiations with
// their records.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "annals/record.h"
#include "ledger/filter.h"
#include "output/json_writer.h"

namespace annals {

struct RecordGroup {
  std::string key;                 // the names of those who have the part, in alphabetical order
  std::int64_t count = 0;          // of the records looked at
  std::vector<std::int64_t> rows;  // the newest, newest first
};

// Looks at the newest `depth` records of the filter. The groups come in the order of their newest records: at most
// `groups` of them, with at most `each` rows. Records in which nobody has the part are left out.
std::vector<RecordGroup> group_newest(SQLite::Database& db, const RecordFilter& filter, RecordKind kind,
                                      std::string_view part, std::uint32_t depth, std::size_t groups, std::size_t each);

// The actor apart from a story: name, country and sector.
void write_named(JsonWriter& json, const Actor& actor);

}  // namespace annals
