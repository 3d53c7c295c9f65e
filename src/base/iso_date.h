// Calendar days as ISO 8601 writes them: 2023-11-07.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

// The day of "2023-11-07", "2023-11-07T18:30:00Z", "2023-11-07 18:30:00.5+02:00" and the like (RFC 3339, with the
// seconds and the zone optional). The day is the one written: a zone does not move it, because a paper's "Friday" is
// the Friday of the place where it appears. Nothing where the text is no such date.
std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text);

// Appends "2023-11-07".
void append_iso_date(std::string& out, std::chrono::sys_days day);
std::string iso_date(std::chrono::sys_days day);

}  // namespace annals
