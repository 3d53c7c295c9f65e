// Puts the numbers of a sentence to its events: the killed and injured of an attack, the size of a crowd or force.
#pragma once
#include <span>

#include "annals/record.h"

namespace annals {

// Fills Event::killed and injured of ASSAULT and PROTEST events, and size of PROTEST (protesters) and MOBILIZE (troops)
// events, from the figures of the same sentence: each figure goes to the nearest event that can have it and is told in
// the same way (actual, negated, ...), and an event keeps its largest. Runs when events and figures are found.
void assign_tolls(std::span<Record> records);

}  // namespace annals
