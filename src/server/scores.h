// How cooperative an event is, by lexicon/scores.tsv.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/dyads.h"  // Quad

namespace annals {

struct Score {
  Quad quad = Quad::verbal_cooperation;
  double score = 0;  // -10 conflict to 10 cooperation
};

// Of a type and mode, or else of the type; nullptr for a type of another codebook.
const Score* score_of(const std::string& type, const std::string& mode);

}  // namespace annals
