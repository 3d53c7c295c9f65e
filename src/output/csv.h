// Records as comma-separated values after RFC 4180, a table for each kind.
#pragma once
#include <span>
#include <string>

#include "annals/record.h"
#include "base/utf8.h"
#include "output/record_columns.h"

namespace annals {

// Puts the cell that starts at `from` and ends with `out` in quotation marks if it needs them.
void quote_csv_cell(std::string& out, std::size_t from);

// Appends the line of column names. Lines end in CR LF, as RFC 4180, section 2 has it.
void append_csv_header(std::string& out, std::span<const Column> columns);

// Appends one line: what `columns`, which must be those of the record's kind, say of it.
void append_csv_line(std::string& out, std::span<const Column> columns, const Record& record,
                     const CodePointIndex& index);

}  // namespace annals
