// Finds the words of a story that may name places, with what the gazetteer knows of them.
#pragma once
#include "language/annotation.h"
#include "place/gazetteer.h"
#include "place/place_words.h"
#include "place/place_workspace.h"

namespace annals {

// Fills workspace.mentions, in text order and not overlapping, and workspace.entity_of. More is found than names
// places: recognition (place_recognition.h) weighs each mention.
void find_place_mentions(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words,
                         PlaceWorkspace& workspace);

// Whether a place of this kind can be what a word asks for: a capital is a city.
bool suits(PlaceKind kind, PlaceKind wanted);

}  // namespace annals
