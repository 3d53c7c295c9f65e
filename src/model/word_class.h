// The classes of words that are known by list, as the model file holds them.
#pragma once
#include <cstdint>

namespace annals {

// Bits of the values in section lexeme.words.
enum WordClass : std::uint32_t {
  kStopWord = 1 << 0,
  kNumberWord = 1 << 1,  // cardinal or ordinal
  kTopLevelDomain = 1 << 2,
};

}  // namespace annals
