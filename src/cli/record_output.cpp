// Records to standard output, buffered, in one of five forms.
#include "cli/record_output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "base/iso_date.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "output/geojson.h"
#include "output/hxl.h"
#include "output/record_table.h"
#include "output/stored_csv.h"
#include "output/stored_json.h"

namespace annals::cli {
namespace {

const std::array<std::string, 5> kFormats = {"table", "jsonl", "csv", "geojson", "hxl"};
constexpr std::size_t kBuffer = 1 << 16;

std::size_t screen_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 0;
}

}  // namespace

RecordFormat record_format(const std::string& name, bool terminal) {
  if (name.empty()) return terminal ? RecordFormat::table : RecordFormat::jsonl;
  return static_cast<RecordFormat>(choose("--format", name, kFormats));
}

RecordOutput::RecordOutput(RecordFormat format, RecordKind kind)
    : format_(format), kind_(kind), table_(table_columns(kind)) {
  if (format == RecordFormat::csv) append_stored_csv_header(out_, kind);
  if (format == RecordFormat::hxl) append_hxl_header(out_, kind);
  if (format == RecordFormat::geojson) out_ += kGeoJsonBegin;
}

void RecordOutput::add(const StoredRecord& record) {
  switch (format_) {
    case RecordFormat::table:
      table_.add(table_cells(record));
      return;
    case RecordFormat::jsonl:
      append_stored_json(out_, record);
      break;
    case RecordFormat::csv:
      append_stored_csv_line(out_, record);
      break;
    case RecordFormat::hxl:
      append_hxl_line(out_, record);
      break;
    case RecordFormat::geojson: {
      const std::size_t before = out_.size();
      out_ += first_ ? "\n" : ",\n";
      if (append_feature(out_, record)) {
        first_ = false;
      } else {
        out_.resize(before);
        ++without_point_;
      }
      break;
    }
  }
  flush_if_full();
}

void RecordOutput::flush_if_full() {
  if (out_.size() < kBuffer) return;
  write_output(out_);
  out_.clear();
}

void RecordOutput::finish() {
  if (format_ == RecordFormat::geojson) out_ += kGeoJsonEnd;
  write_output(out_);
  out_.clear();
  if (format_ == RecordFormat::table) print_table(table_);
  if (without_point_ > 0) {
    std::fprintf(stderr, "%llu records have no point and are not on the map.\n",
                 static_cast<unsigned long long>(without_point_));
  }
}

void print_table(const TextTable& table) {
  if (table.empty()) return;
  std::string out;
  table.print(out, screen_width());
  write_output(out);
}

Cursor cursor_of(const StoredRecord& record) {
  Cursor cursor{"", record.id};
  if (record.day) append_iso_date(cursor.day, *record.day);
  return cursor;
}

}  // namespace annals::cli
