// A table for a terminal: columns as wide as what they hold, cut to the screen.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class Align { left, right };

struct TextColumn {
  std::string title;
  Align align = Align::left;
};

class TextTable {
 public:
  explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}

  // A cell a column; control characters and line breaks are tamed.
  void add(const std::vector<std::string>& cells);
  bool empty() const { return rows_.empty(); }

  // Appends the titles and rows. Where they are wider than `width` (0: no bound), the widest columns are cut.
  void print(std::string& out, std::size_t width) const;

 private:
  std::vector<std::size_t> widths(std::size_t width) const;

  std::vector<TextColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// `text` cut to so many columns of a terminal, "…" at the cut.
std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace annals
