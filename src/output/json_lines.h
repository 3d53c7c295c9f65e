// Records as JSON Lines: the form of LEDGER.md.
#pragma once
#include <string>

#include "annals/record.h"
#include "base/utf8.h"

namespace annals {

// Appends one line. `index` is of the story that the record was read from and turns its bytes into code points. Empty
// lists and absent values are left out.
void append_json_line(std::string& out, const Record& record, const CodePointIndex& index);

}  // namespace annals
