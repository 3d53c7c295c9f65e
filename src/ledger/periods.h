// The period that a record's day lies in, in SQL.
#pragma once
#include <string_view>

#include "ledger/query.h"

namespace annals {

// The first day of the period of r.day. A Monday on or before a day is the next Monday from six days earlier.
inline std::string_view first_day(Period period) {
  switch (period) {
    case Period::day:
      return "r.day";
    case Period::week:
      return "date(r.day, '-6 days', 'weekday 1')";
    case Period::month:
      return "substr(r.day, 1, 7) || '-01'";
    case Period::year:
      return "substr(r.day, 1, 4) || '-01-01'";
  }
  return "r.day";
}

}  // namespace annals
