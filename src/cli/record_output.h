// The formats in which records of a ledger are printed, record by record.
#pragma once
#include <memory>
#include <string>

#include "ledger/filter.h"
#include "ledger/stored_record.h"
#include "output/text_table.h"

namespace annals::cli {

enum class RecordFormat { table, jsonl, csv, geojson, hxl };

inline constexpr const char* kRecordFormatHelp =
    "table (the default on a terminal), jsonl (the default elsewhere), csv, geojson (records that have a point) or hxl "
    "(CSV with Humanitarian Exchange Language tags)";

// Throws Error{Fault::usage} for a name that is no format; an empty one is the default.
RecordFormat record_format(const std::string& name, bool terminal);

// Writes records of one kind to standard output.
class RecordOutput {
 public:
  RecordOutput(RecordFormat format, RecordKind kind);

  void add(const StoredRecord& record);
  void finish();

 private:
  void flush_if_full();

  RecordFormat format_;
  RecordKind kind_;
  TextTable table_;
  std::string out_;
  bool first_ = true;
  std::uint64_t without_point_ = 0;
};

// To standard output, as wide as the terminal; uncut where there is none.
void print_table(const TextTable& table);

// Where a list goes on behind this record.
Cursor cursor_of(const StoredRecord& record);

}  // namespace annals::cli
