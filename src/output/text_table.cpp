// Widths, cutting and padding of the cells.
#include "output/text_table.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "output/terminal.h"

namespace annals {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;  // no column is cut further

void append_cell(std::string& line, std::string_view text, std::size_t width, Align align) {
  const std::string cell = cut_to_width(text, width);
  const std::size_t pad = width - std::min(width, display_width(cell));
  if (align == Align::right) line.append(pad, ' ');
  line += cell;
  if (align == Align::left) line.append(pad, ' ');
}

}  // namespace

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(sequence_length(text.substr(at)), 1);
    const std::string_view letter = text.substr(at, size);
    const std::size_t more = display_width(letter);
    if (used + more + 1 > width) break;
    out += letter;
    used += more;
    at += size;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out + "…";
}

void TextTable::add(const std::vector<std::string>& cells) {
  std::vector<std::string>& row = rows_.emplace_back(columns_.size());
  for (std::size_t i = 0; i < std::min(cells.size(), row.size()); ++i) row[i] = one_line(cells[i]);
}

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = display_width(columns_[i].title);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[i]));
    widths.push_back(widest);
  }
  if (width == 0 || widths.empty()) return widths;
  const std::size_t gaps = kGap * (widths.size() - 1);
  for (std::size_t sum = std::accumulate(widths.begin(), widths.end(), gaps); sum > width; --sum) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

void TextTable::print(std::string& out, std::size_t width) const {
  const std::vector<std::size_t> columns = widths(width);
  const auto print_row = [&](auto cell) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line.append(kGap, ' ');
      append_cell(line, cell(i), columns[i], columns_[i].align);
    }
    while (line.ends_with(' ')) line.pop_back();
    out.append(line).push_back('\n');
  };
  print_row([&](std::size_t i) -> std::string_view { return columns_[i].title; });
  for (const auto& row : rows_) print_row([&](std::size_t i) -> std::string_view { return row[i]; });
}

}  // namespace annals
