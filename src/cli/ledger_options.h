// What the commands that ask a ledger have in common: the ledger's name, the filters, and the way of opening it.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/database.h"
#include "ledger/filter.h"

namespace annals::cli {

// The filters as given, read into a RecordFilter when the command runs, so that their faults are told in our form.
class FilterOptions {
 public:
  // Adds the options that fit one of the kinds, whose letters are those of FilterOption::kinds.
  void add_to(CLI::App& command, std::string_view kinds);

  // A value that holds unless the user gives another behind it.
  void set(const std::string& name, const std::string& value) { given_.emplace_back(name, value); }

  RecordFilter filter() const;
  // "--actor Turkey --since 2023-10-01": for messages about a list without records.
  std::string words() const;
  bool any() const { return !given_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> given_;  // name and value
};

// The positional LEDGER.
void add_ledger(CLI::App& command, std::string& path);

// Opens the ledger to read and gives it to `ask`; SQLite's own faults become Errors that name the ledger.
int ask_ledger(const std::string& path, const std::function<int(SQLite::Database& db)>& ask);

}  // namespace annals::cli
