// From a sentence with a marked actor and recipient to the type of the act between them.
#include "record/pair_coder.h"

#include <algorithm>
#include <cmath>

namespace annals {
namespace {

std::optional<std::filesystem::path> overlay(const std::string& lexicon) {
  if (lexicon.empty()) return std::nullopt;
  return lexicon;
}

constexpr std::string_view kByWords = "the sentence's words";

// A step of support weighs as much as this much log probability, and an act that stands near the pair but touches
// neither side says nothing (docs/pairs.md says how both were chosen).
constexpr float kSupportWeight = 0.5F;
constexpr int kLeastSupport = 3;

// The published pair set counts these two as one.
bool yields(std::string_view type) { return type == "CONCEDE" || type == "RETREAT"; }
bool same_relation(std::string_view a, std::string_view b) { return a == b || (yields(a) && yields(b)); }

void set_act(const Annotation& annotation, const Act& act, PairAnswer& answer) {
  answer.type = pair_type(act);
  answer.trigger = annotation.tokens[act.trigger].bytes;
  answer.why = act.frame->source;
}

// The best supported act of the relation; nullptr where none has the least support.
const Act* best_act(const PairWorkspace& pairs, std::string_view type, int& support) {
  const Act* best = nullptr;
  support = kLeastSupport - 1;
  for (std::size_t i = 0; i < pairs.found.size(); ++i) {
    if (pairs.supports[i] <= support || !same_relation(pair_type(pairs.found[i]), type)) continue;
    best = &pairs.found[i];
    support = pairs.supports[i];
  }
  return best;
}

// Joins what the sentence's words say with what the acts say. `scores` are log probabilities of `types`.
PairAnswer joined(const Annotation& annotation, const PairWorkspace& pairs, std::span<const std::string_view> types,
                  std::vector<float>& scores) {
  float yielding = 0;
  for (std::size_t c = 0; c < types.size(); ++c) yielding += yields(types[c]) ? std::exp(scores[c]) : 0;
  std::vector<const Act*> acts(types.size());
  std::size_t best = 0;
  for (std::size_t c = 0; c < types.size(); ++c) {
    int support = 0;
    acts[c] = best_act(pairs, types[c], support);
    if (yields(types[c]) && scores[c] < std::log(yielding / 2)) {
      scores[c] = -1e9F;  // its other half stands for both
      continue;
    }
    if (yields(types[c])) scores[c] = std::log(yielding);
    if (acts[c] != nullptr) scores[c] += kSupportWeight * static_cast<float>(support) + kSupportWeight / 2;
    if (scores[c] > scores[best]) best = c;
  }
  PairAnswer answer;
  answer.type = types[best];
  answer.why = kByWords;
  if (acts[best] != nullptr) set_act(annotation, *acts[best], answer);
  log_softmax(scores);
  answer.score = std::exp(scores[best]);
  return answer;
}

}  // namespace

TokenSpan tokens_of(const Annotation& annotation, const std::optional<ByteSpan>& bytes) {
  TokenSpan span;
  if (!bytes) return span;
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    if (!annotation.tokens[i].bytes.overlaps(*bytes)) continue;
    if (span.empty()) span.begin = i;
    span.end = i + 1;
  }
  return span;
}

PairCoder::PairCoder(const std::string& model_path, const std::string& lexicon)
    : model_(model_path),
      lexicon_(model_, overlay(lexicon)),
      engine_(model_),
      tables_(lexicon_),
      finder_(tables_),
      vectors_(model_) {
  if (model_.has(kPairSection)) classifier_.emplace(model_);
}

PairAnswer PairCoder::code(const MarkedSentence& sentence, Workspace& workspace) const {
  engine_.annotate(sentence.text, workspace.engine, workspace.annotation);
  return code(workspace.annotation, tokens_of(workspace.annotation, sentence.actor),
              tokens_of(workspace.annotation, sentence.recipient), workspace);
}

PairAnswer PairCoder::code(const Annotation& annotation, TokenSpan actor, TokenSpan recipient,
                           Workspace& workspace) const {
  PairAnswer answer;
  if (annotation.tokens.empty()) return answer;
  const Act* act = act_between(finder_, annotation, actor, recipient, workspace.pairs);
  const auto known = [&](std::string_view type) {
    const auto types = classifier_->types();
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  if (!classifier_ || (act != nullptr && !known(pair_type(*act)))) {  // a codebook of the user's own
    if (act == nullptr) return answer;
    set_act(annotation, *act, answer);
    answer.score = 1;
    return answer;
  }
  pair_features(annotation, actor, recipient, workspace.pairs, vectors_, workspace.features);
  classifier_->classify(workspace.features, workspace.scores);
  return joined(annotation, workspace.pairs, classifier_->types(), workspace.scores);
}

}  // namespace annals
