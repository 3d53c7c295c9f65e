// Weighs whether a mention names a place.
#pragma once
#include "language/annotation.h"
#include "place/gazetteer.h"
#include "place/place_weights.h"
#include "place/place_words.h"
#include "place/place_workspace.h"

namespace annals {

// Sets PlaceMention::found, a logistic model's probability, for every mention of the workspace.
void recognise_places(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words,
                      const PlaceWeights& weights, PlaceWorkspace& workspace);

}  // namespace annals
