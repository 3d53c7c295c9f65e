// The 64-bit key by which spaCy's string store knows a string.
#pragma once
#include <cstdint>
#include <string_view>

namespace annals {

// 0 for the empty string, the symbol's number for one of spaCy's symbols ("X", "nsubj", "DATE"), else murmur64a with
// seed 1 (spacy/strings.pyx: get_string_id). The embeddings were trained on these keys.
std::uint64_t string_key(std::string_view s);

}  // namespace annals
