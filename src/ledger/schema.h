// The schemas of a ledger: the files of src/ledger/schema/, which the build embeds.
#pragma once
#include <span>
#include <string_view>

namespace annals {

// Step i leads from version i to version i + 1; all of them lay down a new ledger.
std::span<const std::string_view> sqlite_schema();
std::span<const std::string_view> postgres_schema();

}  // namespace annals
