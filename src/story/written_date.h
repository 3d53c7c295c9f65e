// Days as feeds, pages and reports write them.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace annals {

// The day of a date in a machine's form: ISO 8601 in its many spellings ("2023-11-07T18:30:00.000+0100", "20231107"),
// or RFC 5322 as RSS uses it ("Tue, 07 Nov 2023 18:30:00 GMT"). The day is the one written, whatever the zone.
std::optional<std::chrono::sys_days> parse_date(std::string_view text);

// The first day that a text names in full: "7 November 2023", "Nov. 7, 2023", "2023-11-07". Days in figures alone
// ("7/11/2023") are read only where no other reading is possible.
std::optional<std::chrono::sys_days> find_date(std::string_view text);

// The day in the path of a web address, as in "/2023/11/07/", "/2023-11-07-" or "/20231107".
std::optional<std::chrono::sys_days> date_of_url(std::string_view url);

}  // namespace annals
