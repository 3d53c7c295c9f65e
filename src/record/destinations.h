// The place that a word of the story stands for, named or only described.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "record/layers.h"
#include "record/motion_lexicon.h"

namespace annals {

// Index of the place that the story names with words around `token`, or layers.places.size().
std::size_t named_place_at(const Layers& layers, std::uint32_t token);

// Appends the places of the phrase headed by `token`: the one it names, the ones it is in ("a summit in Geneva") or is
// called ("a third country, perhaps Niger"), those taken up by "there" or "the two countries", or, of words such as
// "border", the description itself. Nothing where it is no place.
void add_places(const Layers& layers, const MotionLexicon& words, std::uint32_t token, std::vector<Place>& out);

// Appends the country of a code, from where the story names it. False where it does not.
bool add_country(const Layers& layers, std::string_view code, std::vector<Place>& out);

// The countries of the story's places, the one it speaks of most first.
std::vector<std::string_view> countries_by_weight(const Layers& layers);

}  // namespace annals
