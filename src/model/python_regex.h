// Regular expressions of Python's `re`, as spaCy pipelines hold them, in the syntax of PCRE2.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

// The same expression for PCRE2 with UTF and UCP. Python's \s, \d and \w are spelt out as the sets that Python means.
// Throws Error{Fault::model} naming `where` for the few things that have no counterpart.
std::string to_pcre2(std::string_view python, const std::string& where);

// The most characters that a match of `python`, a set of alternatives that end in $, can take up, so that a search for
// a suffix need not look at the whole string. An alternative that repeats one character without bound ("\.\.+$") counts
// with its minimum: cut short, it still matches at the cut, where the searcher notices it. None where it is not clear.
std::optional<std::uint32_t> suffix_bound(std::string_view python);

}  // namespace annals
