// Who did what to whom, straight from the dependencies: a verb, its subject, its object.
#pragma once
#include <vector>

#include "annals/record.h"
#include "annals/story.h"
#include "language/annotation.h"

namespace annals {

// Appends an Event without a type for each verb and each root of a sentence that has a subject, in text order. In the
// passive the by-phrase is the actor and the subject the recipient. Names are the words themselves.
void find_svo_events(const Story& story, const Annotation& annotation, std::vector<Record>& records);

}  // namespace annals
