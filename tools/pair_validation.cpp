// Prints how well the classifier of `annals pairs` does on training sentences that it was not trained on.
//
//   pair_validation MODEL lexicon/training
//
// Five-fold: every fifth sentence is held out in turn, so each fold holds all types. CONCEDE and RETREAT count as one.
// The frames know the words of these sentences, so their part is not counted: this measures the classifier alone.
#include <algorithm>
#include <cstdio>
#include <exception>

#include "record/pair_trainer.h"

namespace {

using namespace annals;

std::string_view folded(std::string_view type) { return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type; }

std::size_t right_of_fold(const std::vector<PairExample>& examples, std::size_t fold, std::size_t folds) {
  std::vector<PairExample> training;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i % folds != fold) training.push_back(examples[i]);
  }
  const PairWeights learned = learn_pairs(training);
  const PairClassifier classifier(learned);
  std::vector<float> scores;
  std::size_t right = 0;
  for (std::size_t i = fold; i < examples.size(); i += folds) {
    classifier.classify(examples[i].features, scores);
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    right += folded(classifier.types()[best]) == folded(examples[i].type);
  }
  return right;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: pair_validation MODEL lexicon/training\n", stderr);
    return 2;
  }
  try {
    constexpr std::size_t kFolds = 5;
    const ModelFile model(argv[1]);
    const auto examples = pair_examples(model, read_training(argv[2]));
    std::size_t right = 0;
    for (std::size_t fold = 0; fold < kFolds; ++fold) right += right_of_fold(examples, fold, kFolds);
    std::printf("%zu of %zu right, %.3f\n", right, examples.size(),
                static_cast<double>(right) / static_cast<double>(examples.size()));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
