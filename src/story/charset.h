// Bytes in any character set to UTF-8: by what declares the set, and by their look where nothing does.
#pragma once
#include <string>
#include <string_view>

namespace annals {

// The set that a byte order mark names; empty where there is none.
std::string_view byte_order_mark_charset(std::string_view bytes);

// The set that a page's <meta> or an XML declaration in its head names; empty where there is none.
std::string_view declared_charset(std::string_view head);

// The bytes as UTF-8, without a byte order mark. A byte order mark decides first; then the look of the bytes, if it is
// that of UTF-8; then `declared`, which may be empty or unknown; then the most likely set. Malformed UTF-8 stays as it
// is, for repair() to see.
std::string to_utf8(std::string bytes, std::string_view declared = {});

}  // namespace annals
