// gzip, and what a client says it can unpack.
#pragma once
#include <string>
#include <string_view>

namespace annals {

// Whether an Accept-Encoding header (RFC 9110, section 12.5.3) allows gzip.
bool accepts_gzip(std::string_view header);

// The text in gzip; empty where that would save less than a tenth.
std::string gzip(std::string_view text);

}  // namespace annals
