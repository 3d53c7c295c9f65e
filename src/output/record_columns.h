// Each kind of record as one row of a table: the columns, what they hold, and how a record fills them.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "annals/record.h"
#include "base/utf8.h"

namespace annals {

enum class CellType { text, integer, number, date };

// Fills a cell: appends the value in plain text, or nothing where the record has none. `index` is of the story that
// the record was read from and turns its bytes into code points.
using CellWriter = void (*)(std::string& out, const Record& record, const CodePointIndex& index);

struct Column {
  std::string name;
  CellType type;
  std::string meaning;
  CellWriter append;
};

inline constexpr std::size_t kKinds = std::size(kKindNames);

// What the tables of the kinds are called, in the order of kKindNames.
inline constexpr std::string_view kTableNames[kKinds] = {"events",    "statements", "figures",
                                                         "movements", "talks",      "roles"};

// The columns of the kind at this place in kKindNames, from left to right. A record of another kind must not be given
// to their writers. They live as long as the program.
std::span<const Column> columns_of(std::size_t kind);

}  // namespace annals
