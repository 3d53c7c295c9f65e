// What `annals pairs` adds to the engine: acts, features and classifier for a sentence that is annotated already.
#include <benchmark/benchmark.h>

#include "record/pair_coder.h"
#include "record/pair_trainer.h"

namespace {

using namespace annals;

void code_pairs(benchmark::State& state) {
  const PairCoder coder(ANNALS_MODEL);
  const ModelFile model(ANNALS_MODEL);
  const Engine engine(model);
  const auto sentences = read_training(ANNALS_SOURCE_DIR "/lexicon/training");
  EngineWorkspace engine_workspace;
  std::vector<Annotation> annotations(sentences.size());
  std::vector<std::pair<TokenSpan, TokenSpan>> sides;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const MarkedSentence& sentence = sentences[i].sentence;
    engine.annotate(sentence.text, engine_workspace, annotations[i]);
    sides.emplace_back(tokens_of(annotations[i], sentence.actor), tokens_of(annotations[i], sentence.recipient));
  }
  PairCoder::Workspace workspace;
  std::size_t right = 0;
  for (auto _ : state) {
    right = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const PairAnswer answer = coder.code(annotations[i], sides[i].first, sides[i].second, workspace);
      right += answer.type == sentences[i].type;
    }
  }
  if (right * 10 < sentences.size() * 8) state.SkipWithError("fewer than 80 % of its own sentences are right");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sentences.size()));
}
BENCHMARK(code_pairs)->Unit(benchmark::kMillisecond);

}  // namespace
