// Coordinated verbs that the parser hung on a clause too deep: "refused to back down but offered to meet".
#pragma once
#include "language/annotation.h"
#include "record/cue_lexicon.h"

namespace annals {

// Hangs such verbs on the verb that they are coordinated with. Sentences stay as they are.
void mend_coordination(const CueLexicon& cues, Annotation& annotation);

}  // namespace annals
