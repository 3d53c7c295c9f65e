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

struct PairAct {
  std::string_view type;  // in the published pair set; lives as long as the lexicon; empty where no act was found
  std::uint32_t trigger = kNoToken;
  const ActFrame* frame = nullptr;
  int support = 0;  // how well the act fits the pair; see kSure
};

// With this support both sides of the pair stand in the act's slots.
inline constexpr int kSure = 8;

// One thread's buffers.
struct PairWorkspace {
  Clauses clauses;
  ActWorkspace acts;
  std::vector<Act> found;
  std::vector<char> is_actor;
};

// The act between the phrases `actor` and `recipient`. An empty span is a side that is not known: the answer then rests
// on the other side.
PairAct act_between(const ActFinder& finder, const Annotation& annotation, TokenSpan actor, TokenSpan recipient,
                    PairWorkspace& workspace);

// The token of a span that the others hang on; kNoToken for an empty span.
std::uint32_t head_of(const Annotation& annotation, TokenSpan span);

}  // namespace annals
