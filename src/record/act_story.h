// What the parts of ActFinder share while they read one story. Internal to src/record/act*.cpp.
#pragma once
#include "record/acts.h"

namespace annals {

struct ActFinder::Story {
  const Clauses& clauses;
  std::span<const char> is_actor;
  ActWorkspace& workspace;
  std::vector<Act>& out;

  const Annotation& annotation() const { return clauses.annotation(); }
};

}  // namespace annals
