// The columns and tags of lexicon/hxl.tsv.
#include "output/hxl.h"

#include <array>
#include <vector>

#include "base/tsv.h"
#include "ledger/lexicon_tables.h"
#include "output/csv.h"
#include "output/stored_columns.h"

namespace annals {
namespace {

struct Tagged {
  const StoredColumn* column;
  std::string_view tag;
};
using Tags = std::array<std::vector<Tagged>, kKinds>;

const StoredColumn* column_named(RecordKind kind, std::string_view name) {
  for (const StoredColumn& column : stored_columns(kind)) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

Tags read_tags() {
  Tags tags;
  const TsvTable table(hxl_table(), "lexicon/hxl.tsv");
  const std::size_t kind_column = table.column("kind"), name = table.column("column"), tag = table.column("tag");
  for (const TsvRow& row : table) {
    for (const RecordKind kind : kRecordKinds) {
      if (row[kind_column] != "all" && row[kind_column] != name_of(kind)) continue;
      const StoredColumn* column = column_named(kind, row[name]);
      if (column == nullptr) throw table.error(row, "there is no such column", "Name one of `--format csv`.");
      tags[static_cast<std::size_t>(kind)].push_back({column, row[tag]});
    }
  }
  return tags;
}

const std::vector<Tagged>& tags_of(RecordKind kind) {
  static const Tags tags = read_tags();
  return tags[static_cast<std::size_t>(kind)];
}

template <typename Cell>
void line(std::string& out, const std::vector<Tagged>& tags, Cell cell) {
  for (const Tagged& tagged : tags) {
    if (&tagged != tags.data()) out.push_back(',');
    const std::size_t from = out.size();
    cell(tagged);
    quote_csv_cell(out, from);
  }
  out += "\r\n";
}

}  // namespace

void append_hxl_header(std::string& out, RecordKind kind) {
  line(out, tags_of(kind), [&](const Tagged& tagged) { out += tagged.column->name; });
  line(out, tags_of(kind), [&](const Tagged& tagged) { out += tagged.tag; });
}

void append_hxl_line(std::string& out, const StoredRecord& record) {
  line(out, tags_of(record.id.kind), [&](const Tagged& tagged) { tagged.column->append(out, record); });
}

}  // namespace annals
