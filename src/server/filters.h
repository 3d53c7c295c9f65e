// The filters of a request, for one kind of record.
#pragma once
#include "ledger/filter.h"
#include "server/call.h"

namespace annals {

// The letters of FilterOption::kinds.
inline constexpr char kStories = 'S';

// What of the call filters records of the kind (or stories). Filters that the kind does not have are left out, which is
// how one set of filters narrows a view of several kinds. Throws Problem{400} that names the parameter.
RecordFilter filter_of(const Call& call, char kind);

// The call without `after`, for views whose places in their list are no places among records.
Call without_cursor(Call call);
inline RecordFilter filter_of(const Call& call, RecordKind kind) {
  RecordFilter filter = filter_of(call, letter_of(kind));
  filter.kinds = {kind};
  return filter;
}

}  // namespace annals
