// Scores clusters of mentions as the CoNLL 2012 shared task does: the mean of MUC, B3 and CEAFe F1.
//
// Pradhan et al., "CoNLL-2012 Shared Task: Modeling Multilingual Unrestricted Coreference in OntoNotes". Here single
// mentions count too, since every mention of the fixtures is marked.
#pragma once
#include <cstdint>
#include <vector>

namespace annals {

using Clusters = std::vector<std::vector<std::uint32_t>>;  // each mention by its head token

struct CoreferenceScore {
  double muc = 0, b_cubed = 0, ceaf_e = 0;
  double conll() const { return (muc + b_cubed + ceaf_e) / 3; }
};

// Adds up over documents.
class CoreferenceScorer {
 public:
  void add(const Clusters& key, const Clusters& response);
  CoreferenceScore score() const;

 private:
  struct Share {
    double right = 0, all = 0;
    double value() const { return all == 0 ? 0 : right / all; }
  };
  Share muc_recall_, muc_precision_, b_recall_, b_precision_, ceaf_recall_, ceaf_precision_;
};

}  // namespace annals
