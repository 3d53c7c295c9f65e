// From a sentence with a marked actor and recipient to the type of the act between them.
#include "record/pair_coder.h"

namespace annals {
namespace {

std::optional<std::filesystem::path> overlay(const std::string& lexicon) {
  if (lexicon.empty()) return std::nullopt;
  return lexicon;
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
    : model_(model_path), lexicon_(model_, overlay(lexicon)), engine_(model_), tables_(lexicon_), finder_(tables_) {}

PairAnswer PairCoder::code(const MarkedSentence& sentence, Workspace& workspace) const {
  PairAnswer answer;
  Annotation& annotation = workspace.annotation;
  engine_.annotate(sentence.text, workspace.engine, annotation);
  if (annotation.tokens.empty()) return answer;
  const PairAct act = act_between(finder_, annotation, tokens_of(annotation, sentence.actor),
                                  tokens_of(annotation, sentence.recipient), workspace.pairs);
  if (act.frame == nullptr) return answer;
  answer.type = act.type;
  answer.score = std::min(1.0, act.support / 11.0);
  answer.trigger = annotation.tokens[act.trigger].bytes;
  answer.why = act.frame->source;
  return answer;
}

}  // namespace annals
