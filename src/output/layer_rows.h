// Rows of an annotation layer: JSON Lines for programs, aligned columns for eyes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "annals/story.h"
#include "base/span.h"
#include "base/utf8.h"
#include "output/json_writer.h"

namespace annals {

enum class RowFormat { json_lines, columns };

// A layer calls begin(), then words() and field() in the order in which they are to stand, then end(), once a row, and
// both formats come out of it. finish() prints columns, whose widths are known only then.
class LayerRows {
 public:
  // All are borrowed.
  LayerRows(RowFormat format, const Story& story, const CodePointIndex& index, std::string& out)
      : format_(format), story_(story), index_(index), out_(out) {}

  void begin();
  void end();
  void finish();

  // "start", "end" and "text" of a span of the story.
  void words(ByteSpan span);

  // Left out where the value is empty.
  void field(std::string_view key, std::string_view value) {
    if (!value.empty()) put(key, value, value);
  }
  void field(std::string_view key, const char* value) { field(key, std::string_view(value)); }
  void field(std::string_view key, const std::string& value) { field(key, std::string_view(value)); }
  template <typename T>
  requires std::is_arithmetic_v<T>
  void field(std::string_view key, T value) {
    if (format_ == RowFormat::json_lines) {
      json_->key(key).value(value);
    } else {
      std::string digits;
      JsonWriter(digits).value(value);
      cell(key, digits);
    }
  }
  // A value that programs are to see even where there is none.
  void null(std::string_view key) {
    if (format_ == RowFormat::json_lines) json_->key(key).null();
  }

 private:
  void put(std::string_view key, std::string_view json, std::string_view shown) {
    if (format_ == RowFormat::json_lines) {
      json_->key(key).value(json);
    } else {
      cell(key, shown);
    }
  }
  void cell(std::string_view key, std::string_view text);

  RowFormat format_;
  const Story& story_;
  const CodePointIndex& index_;
  std::string& out_;
  std::optional<JsonWriter> json_;  // of the row that is being written

  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace annals
