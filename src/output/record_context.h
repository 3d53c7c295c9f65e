// One record in full, and its sentence among its neighbours with the record's words marked.
#pragma once
#include <string>
#include <string_view>

#include "ledger/stored_record.h"

namespace annals {

// The line of the record, then its fields, a line each.
void append_record_fields(std::string& out, const StoredRecord& record);

// The sentence, with what stands around it in the story: the words that decided between [ and ], or in bold.
void append_record_context(std::string& out, const StoredRecord& record, std::string_view story, bool color);

}  // namespace annals
