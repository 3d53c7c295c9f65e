// Whether what a story says of a time lies behind or ahead: the tense of the verb that governs the words.
#pragma once
#include <cstdint>

#include "time/time_words.h"

namespace annals {

enum class Tense : std::uint8_t { unknown, past, present, future };

// The tense of the verb above these words. Words that only modify a noun ("the Oct. 23 bombing") have none.
Tense governing_tense(const TimeWords& words, TokenSpan span);

}  // namespace annals
