// Records of a ledger as CSV with the tags of the Humanitarian Exchange Language (HXL 1.1).
#pragma once
#include <string>

#include "ledger/stored_record.h"

namespace annals {

// The names of the columns, and below them their tags, which make a table HXL (HXL 1.1, "Tagging conventions").
void append_hxl_header(std::string& out, RecordKind kind);
void append_hxl_line(std::string& out, const StoredRecord& record);

}  // namespace annals
