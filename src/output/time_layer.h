// Time expressions as rows.
#pragma once
#include <span>

#include "output/layer_rows.h"
#include "time/timex.h"

namespace annals {

// TIMEX3 type, value and modifier of each expression, and the days that it covers, where they are known.
void time_rows(std::span<const Timex> times, LayerRows& rows);

}  // namespace annals
