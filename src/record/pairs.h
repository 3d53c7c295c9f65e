// The act of the frames between a given actor and recipient.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "record/acts.h"
#include "record/clauses.h"

namespace annals {

// One thread's buffers.
struct PairWorkspace {
  Clauses clauses;
  ActWorkspace acts;
  std::vector<Act> found;
  std::vector<int> supports;  // of each of `found`: how well it fits the pair, 0 to 11
  std::vector<char> is_actor;
  std::vector<char> path;  // words from one side up to what joins the two, and down to the other
  std::uint32_t joint = kNoToken;
};

// The act between the phrases `actor` and `recipient`, the one with most support; nullptr where none has any. An empty
// span is a side that is not known: the answer then rests on the other side. Valid until the workspace is used again.
const Act* act_between(const ActFinder& finder, const Annotation& annotation, TokenSpan actor, TokenSpan recipient,
                       PairWorkspace& workspace);

// The type of an act by the published pair set's reading.
std::string_view pair_type(const Act& act);

}  // namespace annals
