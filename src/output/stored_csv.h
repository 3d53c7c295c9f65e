// Records and stories of a ledger as comma-separated values after RFC 4180, a table for each kind.
#pragma once
#include <string>

#include "ledger/query.h"
#include "ledger/stored_record.h"

namespace annals {

void append_stored_csv_header(std::string& out, RecordKind kind);
void append_stored_csv_line(std::string& out, const StoredRecord& record);

void append_story_csv_header(std::string& out);
void append_story_csv_line(std::string& out, const StoredStory& story);

}  // namespace annals
