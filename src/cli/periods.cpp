// Names of periods, and the step from one to the next.
#include "cli/periods.h"

#include <array>

#include "base/iso_date.h"
#include "cli/usage.h"

namespace annals::cli {

using namespace std::chrono;

Period period_named(const std::string& name) {
  const std::array<std::string, 4> names = {"day", "week", "month", "year"};
  return static_cast<Period>(choose("--by", name, names));
}

std::string period_name(sys_days first, Period period) {
  std::string out;
  append_iso_date(out, first);
  if (period == Period::month) out.resize(7);
  if (period == Period::year) out.resize(4);
  return out;
}

sys_days period_after(sys_days first, Period period) {
  const year_month_day date(first);
  switch (period) {
    case Period::day:
      return first + days{1};
    case Period::week:
      return first + weeks{1};
    case Period::month:
      return sys_days{(date.year() / date.month() + months{1}) / std::chrono::day{1}};
    case Period::year:
      return sys_days{(date.year() + years{1}) / date.month() / date.day()};
  }
  return first + days{1};
}

}  // namespace annals::cli
