// Records of a ledger as a table for eyes: the few columns of each kind that a reader looks for first.
#pragma once
#include <string>
#include <vector>

#include "ledger/query.h"
#include "ledger/stored_record.h"
#include "output/text_table.h"

namespace annals {

std::vector<TextColumn> table_columns(RecordKind kind);
std::vector<std::string> table_cells(const StoredRecord& record);

std::vector<TextColumn> story_table_columns();
std::vector<std::string> story_table_cells(const StoredStory& story);

// "11,078", "at least 12", "30 to 40": the value of a figure.
std::string figure_text(const Figure& figure);

}  // namespace annals
