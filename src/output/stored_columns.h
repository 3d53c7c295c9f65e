// Each kind of record in a ledger as one row of a table: its id and day, the record's own columns, and its story.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "ledger/query.h"
#include "ledger/stored_record.h"
#include "output/record_columns.h"

namespace annals {

struct StoredColumn {
  std::string_view name;
  CellType type;
  std::string_view meaning;
  void (*of_ledger)(std::string& out, const StoredRecord& record);  // null where the record itself fills it
  CellWriter of_record;

  // Appends the value in plain text, or nothing where there is none.
  void append(std::string& out, const StoredRecord& record) const;
};

// They live as long as the program.
std::span<const StoredColumn> stored_columns(RecordKind kind);

// The columns of stories. They have no text: a table of stories is a list of them.
struct StoryColumn {
  std::string_view name;
  CellType type;
  std::string_view meaning;
  void (*append)(std::string& out, const StoredStory& story);
};
std::span<const StoryColumn> story_columns();

}  // namespace annals
