// Reads a tab-separated table with a header line.
#include "base/tsv.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// Takes the text up to the next `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return part;
}

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> parts;
  for (auto left = std::ranges::count(s, separator) + 1; left > 0; --left) parts.push_back(trimmed(take(s, separator)));
  return parts;
}

std::string comma_list(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

}  // namespace

TsvTable::TsvTable(std::string_view text, std::string where) : where_(std::move(where)) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // the byte order mark that spreadsheets write
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = take(text, '\n');
    if (line.starts_with('#') || std::ranges::all_of(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; })) {
      continue;
    }
    columns_.empty() ? read_header(line, number) : read_row(line, number);
  }
  if (columns_.empty()) {
    throw Error{Fault::lexicon, where_, "the table has no header line",
                "Begin it with the names of its columns, separated by tabs."};
  }
}

void TsvTable::read_header(std::string_view line, int number) {
  columns_ = split(line, '\t');
  for (auto name = columns_.begin(); name != columns_.end(); ++name) {
    if (std::find(columns_.begin(), name, *name) != name) {
      throw Error{Fault::lexicon, where_ + ":" + std::to_string(number),
                  "two columns are named \"" + std::string(*name) + "\"", "Give each column a name of its own."};
    }
  }
}

void TsvTable::read_row(std::string_view line, int number) {
  TsvRow row{number, split(line, '\t')};
  if (row.cells.size() > columns_.size()) {
    throw error(row,
                "the row has " + std::to_string(row.cells.size()) + " cells and the header " +
                    std::to_string(columns_.size()) + " columns",
                "Check the tabs: there must be exactly one between two cells.");
  }
  row.cells.resize(columns_.size());
  rows_.push_back(std::move(row));
}

std::optional<std::size_t> TsvTable::find_column(std::string_view name) const {
  const auto at = std::ranges::find(columns_, name);
  if (at == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns_.begin());
}

std::size_t TsvTable::column(std::string_view name) const {
  if (const auto index = find_column(name)) return *index;
  throw Error{Fault::lexicon, where_,
              "there is no column \"" + std::string(name) + "\" (there are: " + comma_list(columns_) + ")",
              "Add the column, or correct its name in the header line."};
}

Error TsvTable::error(const TsvRow& row, const std::string& problem, std::string remedy) const {
  return Error{Fault::lexicon, where_ + ":" + std::to_string(row.line), problem, std::move(remedy)};
}

std::vector<std::string_view> split_cell(std::string_view cell, char separator) {
  if (trimmed(cell).empty()) return {};
  return split(cell, separator);
}

}  // namespace annals
