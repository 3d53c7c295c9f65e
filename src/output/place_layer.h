// The place layer as rows.
#pragma once
#include <span>

#include "output/layer_rows.h"
#include "place/place.h"

namespace annals {

// "type" is the kind of the place; "use" says whether the words mean the place itself, who governs it (metonym), its
// people (demonym), or are part of another name. "approximate" rows borrow the point of a place named near by.
void place_rows(std::span<const NamedPlace> places, const Gazetteer& gazetteer, LayerRows& rows);

}  // namespace annals
