// Role records: who is what.
#pragma once
#include <vector>

#include "actor/actor_lexicon.h"
#include "annals/record.h"
#include "record/layers.h"

namespace annals {

// Appends a record for each person and office that the actor stage read, each pair once a story. An office of state of
// which nobody says whose it is belongs to its holder's country.
void find_roles(const Layers& layers, const ActorLexicon& lexicon, std::vector<Record>& records);

}  // namespace annals
