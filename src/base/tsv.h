// Reads a tab-separated table with a header line, the form of every lexicon file.
//
//   # A line that starts with # is a comment; blank lines are skipped.
//   words<TAB>class<TAB>value<TAB>comment
//   ramadan<TAB>festival<TAB>islamic:9<TAB>the ninth month
//
// Columns are found by name, so that a user's file may order them as it likes and leave optional ones out. Cells are
// trimmed of spaces. A short row reads as if its missing cells were empty: editors strip trailing tabs.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/error.h"

namespace annals {

struct TsvRow {
  int line;  // in the file, from 1
  std::vector<std::string_view> cells;

  std::string_view operator[](std::size_t column) const { return cells[column]; }
};

class TsvTable {
 public:
  // Parses `text`, which is borrowed: cells are valid as long as it is. `where` names the table in messages, as in
  // "lexicon/times.tsv". Throws Error{Fault::lexicon} for a table without a header, a column named twice, or a row
  // with more cells than the header has columns.
  TsvTable(std::string_view text, std::string where);

  const std::vector<std::string_view>& columns() const { return columns_; }
  const std::vector<TsvRow>& rows() const { return rows_; }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

  // The index of a column; the first throws if the table does not have it.
  std::size_t column(std::string_view name) const;
  std::optional<std::size_t> find_column(std::string_view name) const;

  // The error to throw when a row says something wrong: its place is "lexicon/times.tsv:12".
  Error error(const TsvRow& row, const std::string& problem, std::string remedy) const;

 private:
  void read_header(std::string_view line, int number);
  void read_row(std::string_view line, int number);

  std::string where_;
  std::vector<std::string_view> columns_;
  std::vector<TsvRow> rows_;
};

// The parts of a cell that holds several, as in "a|b|c", each trimmed; none for an empty cell.
std::vector<std::string_view> split_cell(std::string_view cell, char separator = '|');

}  // namespace annals
