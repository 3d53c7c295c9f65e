// The words of a noun phrase as records quote them: without the number in front, without what is only added.
#pragma once
#include <cstdint>
#include <string>

#include "record/layers.h"

namespace annals {

// The phrase headed by `noun`, from token `begin` on: articles before it and clauses behind a comma are left out, and
// so are words of time.
std::string phrase_text(const Layers& layers, std::uint32_t begin, std::uint32_t noun, std::uint32_t stop = 0xFFFFFFFF);

// The whole phrase headed by `noun`, without its article or number, up to token `stop`.
std::string phrase_text(const Layers& layers, std::uint32_t noun);
std::string phrase_text_until(const Layers& layers, std::uint32_t noun, std::uint32_t stop);

// The words from `begin` to `end`, up to the first pause or clause about one of them, fourteen at most, and not ending
// in a link word: a purpose or an aim.
std::string clipped_text(const Layers& layers, std::uint32_t begin, std::uint32_t end);

// True if the token is part of a time expression.
bool in_time(const Layers& layers, std::uint32_t token);

}  // namespace annals
