// What a ledger knows of a story that is brought to it.
#pragma once
#include <cstdint>
#include <optional>

#include "annals/ledger.h"

namespace annals {

// A version of a story that has the content asked for.
struct KnownStory {
  std::int64_t row = 0;
  bool current = true;       // or a later version took its place
  bool same_reader = false;  // its records were written by just that program, model and lexicon
};

// Whether there is nothing to do for the story. To refresh is to read anew what another reader wrote; a version that
// was corrected since stays as it is.
inline bool is_settled(const std::optional<KnownStory>& known, bool refresh) {
  return known && (!refresh || !known->current || known->same_reader);
}

}  // namespace annals
