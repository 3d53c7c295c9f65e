// The sections in which the model file keeps the rule lemmatizer.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/hash.h"

namespace annals {

// FrozenSlot: lemma_key(part of speech, word) to 2 * e + i. `i` is 1 for a word of the index; `e` is 0 for a word
// without exceptional forms, else 1 + the offset at which they stand in kLemmaExceptions.
inline constexpr const char* kLemmaWords = "lemmatizer/words";
// At each offset, by BinaryWriter: a 32-bit count and so many strings.
inline constexpr const char* kLemmaExceptions = "lemmatizer/exceptions";
// By BinaryWriter: overwrite (8 bits), English base forms (8 bits), a 32-bit count of the parts of speech with tables,
// and for each of them its key (string_key("noun")), a 32-bit count of rules and the rules, old ending and new.
inline constexpr const char* kLemmaRules = "lemmatizer/rules";

// `pos_key` is string_key of the part of speech in lower case.
inline std::uint64_t lemma_key(std::uint64_t pos_key, std::string_view word) { return murmur64a(word, pos_key); }

}  // namespace annals
