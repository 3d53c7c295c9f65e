// The two formats of layer rows.
#include "output/layer_rows.h"

#include <algorithm>

#include "output/terminal.h"

namespace annals {

void LayerRows::begin() {
  if (format_ == RowFormat::columns) {
    rows_.emplace_back();
    return;
  }
  json_.emplace(out_);
  json_->begin_object();
  json_->key("doc").value(story_.id);
}

void LayerRows::end() {
  if (format_ == RowFormat::columns) return;
  json_->end_object();
  out_.push_back('\n');
}

void LayerRows::words(ByteSpan span) {
  field("start", index_.at(span.begin));
  field("end", index_.at(span.end));
  field("text", std::string_view(story_.text).substr(span.begin, span.size()));
}

void LayerRows::cell(std::string_view key, std::string_view text) {
  auto column = static_cast<std::size_t>(std::find(header_.begin(), header_.end(), key) - header_.begin());
  if (column == header_.size()) header_.emplace_back(key);
  std::vector<std::string>& row = rows_.back();
  if (row.size() <= column) row.resize(column + 1);
  row[column] = one_line(text);
}

void LayerRows::finish() {
  if (format_ == RowFormat::json_lines) return;
  std::vector<std::size_t> widths;
  for (const std::string& name : header_) widths.push_back(display_width(name));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  const auto print = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out_.append(row[i]);
      if (i + 1 < row.size()) out_.append(widths[i] - display_width(row[i]) + 2, ' ');
    }
    out_.push_back('\n');
  };
  out_.append("== ").append(one_line(story_.id)).push_back('\n');
  if (!header_.empty()) print(header_);
  for (const auto& row : rows_) print(row);
  out_.push_back('\n');
  header_.clear();
  rows_.clear();
}

}  // namespace annals
