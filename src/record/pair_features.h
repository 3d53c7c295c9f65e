// What the classifier of pairs sees of a sentence: words and labels on the path between the two sides, words around
// them, and the acts that fired.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "record/pairs.h"

namespace annals {

inline constexpr std::size_t kPairVectors = 3;  // averages over path, joint and sentence

struct PairFeatures {
  std::vector<std::uint64_t> named;  // keys of what holds, ascending
  std::vector<float> dense;          // averages of word vectors, each of length 1 or all zero
};

// Fills `features` for the sentence that act_between() has just read into `workspace`.
void pair_features(const Annotation& annotation, TokenSpan actor, TokenSpan recipient, const PairWorkspace& workspace,
                   const WordVectors& vectors, PairFeatures& features);

}  // namespace annals
