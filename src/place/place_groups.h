// Brings the mentions of one name together, lists its readings, and links places with what is said to contain them.
#pragma once
#include "language/annotation.h"
#include "place/gazetteer.h"
#include "place/place_words.h"
#include "place/place_workspace.h"

namespace annals {

// Fills groups and readings from mentions.
void group_mentions(const Gazetteer& gazetteer, PlaceWorkspace& workspace);

// Sets PlaceMention::container where the words say so: "Paris, Texas", "Jenin in the northern West Bank".
void link_containers(const Annotation& story, const PlaceWords& words, PlaceWorkspace& workspace);

// Whether `inner` lies in `outer`, as far as the gazetteer's divisions say.
bool contains(const Gazetteer& gazetteer, std::uint32_t outer, std::uint32_t inner);

}  // namespace annals
