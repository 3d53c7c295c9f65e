// Parameters to filters, by the table of ledger/filter.h.
#include "server/filters.h"

#include <algorithm>

#include "server/problem.h"

namespace annals {
namespace {

// "said_by" and "said-by" are one name.
bool same_name(std::string_view parameter, std::string_view option) {
  return std::ranges::equal(parameter, option, [](char a, char b) { return a == b || (a == '_' && b == '-'); });
}

}  // namespace

RecordFilter filter_of(const Call& call, char kind) {
  RecordFilter filter;
  filter.limit = 50;
  for (const auto& [name, value] : call.query) {
    const auto options = filter_options();
    const auto option =
        std::ranges::find_if(options, [&name = name](const FilterOption& one) { return same_name(name, one.name); });
    if (option == options.end() || option->kinds.find(kind) == std::string_view::npos) continue;
    try {
      option->set(filter, value);
    } catch (const Error& error) {
      Problem problem = problem_of(error);
      problem.parameter = name;
      throw problem;
    }
  }
  return filter;
}

Call without_cursor(Call call) {
  std::erase_if(call.query, [](const auto& given) { return given.first == "after"; });
  return call;
}

}  // namespace annals
