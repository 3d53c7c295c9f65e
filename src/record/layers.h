// What the stages before the records found in one story, layer by layer.
#pragma once
#include <string_view>
#include <vector>

#include "actor/actor.h"
#include "annals/story.h"
#include "language/annotation.h"
#include "place/place.h"
#include "record/clauses.h"
#include "time/timex.h"

namespace annals {

// Buffers are kept from story to story. All layers borrow the story's text.
struct Layers {
  const Story* story = nullptr;
  Annotation language;
  std::vector<Timex> times;
  std::vector<NamedPlace> places;  // none where the model has no gazetteer
  ActorLayer actors;
  Clauses clauses;
  std::string_view only_country;  // the one country that the story speaks of, empty where there are several or none
};

}  // namespace annals
