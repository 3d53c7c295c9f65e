// The actor layer as rows.
#pragma once
#include "actor/actor.h"
#include "language/annotation.h"
#include "output/layer_rows.h"

namespace annals {

// A row a mention of an actor, in text order. "kind" is how it is mentioned (MentionKind); rows of one "entity" mention
// the same actor, whose best name, country and sector they repeat. What acts no more than a thing does has no row.
void actor_rows(const ActorLayer& actors, const Annotation& annotation, LayerRows& rows);

}  // namespace annals
