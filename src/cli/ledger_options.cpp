// Options made from the table of filters.
#include "cli/ledger_options.h"

#include <algorithm>

namespace annals::cli {
namespace {

bool share_a_letter(std::string_view a, std::string_view b) { return a.find_first_of(b) != a.npos; }

// A shell's word: quoted where it has to be.
std::string shell_word(const std::string& value) {
  const bool plain = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("-_.,:/*").find(c) != std::string_view::npos;
  });
  if (plain) return value;
  std::string out = "'";
  for (const char c : value) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

void FilterOptions::add_to(CLI::App& command, std::string_view kinds) {
  for (const FilterOption& option : filter_options()) {
    if (!share_a_letter(option.kinds, kinds)) continue;
    const std::string name(option.name);
    command
        .add_option_function<std::vector<std::string>>(
            "--" + name,
            [this, name](const std::vector<std::string>& values) {
              for (const std::string& value : values) given_.emplace_back(name, value);
            },
            std::string(option.meaning))
        ->type_name(std::string(option.value))
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
}

RecordFilter FilterOptions::filter() const {
  RecordFilter filter;
  for (const auto& [name, value] : given_) set_filter(filter, name, value);
  return filter;
}

std::string FilterOptions::words() const {
  std::string out;
  for (const auto& [name, value] : given_) {
    if (name == "limit" || name == "order") continue;
    out.append(out.empty() ? "--" : " --").append(name).append(" ").append(shell_word(value));
  }
  return out;
}

void add_ledger(CLI::App& command, std::string& path) {
  command.add_option("LEDGER", path, "The ledger, as `annals add` made it")->required()->type_name("");
}

int ask_ledger(const std::string& path, const std::function<int(SQLite::Database& db)>& ask) {
  Database database(path, Access::read);
  try {
    return ask(database.handle());
  } catch (const SQLite::Exception& fault) {
    throw ledger_error(path, fault);
  }
}

}  // namespace annals::cli
