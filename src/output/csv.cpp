// Cells, and the quoting of those that need it.
#include "output/csv.h"

#include <string_view>

namespace annals {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

}  // namespace

// Puts the cell that starts at `from` in quotation marks if it holds a comma, a mark or a line break, and doubles its
// marks (RFC 4180, section 2, rules 6 and 7).
void quote_csv_cell(std::string& out, std::size_t from) {
  if (out.find_first_of(",\"\r\n", from) == out.npos) return;
  std::string cell = out.substr(from);
  out.resize(from);
  out.push_back('"');
  for (const char c : cell) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

void append_csv_header(std::string& out, std::span<const Column> columns) {
  for (const Column& column : columns) {
    if (&column != columns.data()) out.push_back(',');
    out += column.name;
  }
  out += kLineEnd;
}

void append_csv_line(std::string& out, std::span<const Column> columns, const Record& record,
                     const CodePointIndex& index) {
  for (const Column& column : columns) {
    if (&column != columns.data()) out.push_back(',');
    const std::size_t from = out.size();
    column.append(out, record, index);
    quote_csv_cell(out, from);
  }
  out += kLineEnd;
}

}  // namespace annals
