// Chooses among the readings of each name by what the other places of the story say.
#pragma once
#include "place/gazetteer.h"
#include "place/place_weights.h"
#include "place/place_workspace.h"

namespace annals {

// Sets score and probability of every reading and the best one of every group. Needs PlaceMention::found.
void resolve_readings(const Gazetteer& gazetteer, const PlaceWeights& weights, PlaceWorkspace& workspace);

}  // namespace annals
