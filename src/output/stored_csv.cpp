// Lines of the columns that a ledger has.
#include "output/stored_csv.h"

#include "output/csv.h"
#include "output/stored_columns.h"

namespace annals {
namespace {

template <typename Columns>
void header(std::string& out, const Columns& columns) {
  for (const auto& column : columns) {
    if (&column != columns.data()) out.push_back(',');
    out += column.name;
  }
  out += "\r\n";
}

template <typename Columns, typename Row>
void line(std::string& out, const Columns& columns, const Row& row) {
  for (const auto& column : columns) {
    if (&column != columns.data()) out.push_back(',');
    const std::size_t from = out.size();
    column.append(out, row);
    quote_csv_cell(out, from);
  }
  out += "\r\n";
}

}  // namespace

void append_stored_csv_header(std::string& out, RecordKind kind) { header(out, stored_columns(kind)); }
void append_stored_csv_line(std::string& out, const StoredRecord& record) {
  line(out, stored_columns(record.id.kind), record);
}

void append_story_csv_header(std::string& out) { header(out, story_columns()); }
void append_story_csv_line(std::string& out, const StoredStory& story) { line(out, story_columns(), story); }

}  // namespace annals
