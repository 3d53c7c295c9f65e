// Periods as a user names them and as tables print them.
#pragma once
#include <chrono>
#include <string>

#include "ledger/query.h"

namespace annals::cli {

// Of the value of --by. Throws Error{Fault::usage} with the nearest for a name that is none.
Period period_named(const std::string& name);

// "2023-11-04", "2023-11" for a month, "2023" for a year, and the Monday for a week.
std::string period_name(std::chrono::sys_days first, Period period);

// The first day of the next period.
std::chrono::sys_days period_after(std::chrono::sys_days first, Period period);

}  // namespace annals::cli
