// Rows of tokens, sentences and entities.
#include "output/language_layers.h"

namespace annals {
namespace {

ByteSpan bytes_of(const Annotation& annotation, TokenSpan span) {
  return {annotation.tokens[span.begin].bytes.begin, annotation.tokens[span.end - 1].bytes.end};
}

}  // namespace

void token_rows(const Annotation& annotation, const PipelineLabels& labels, LayerRows& rows) {
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    const Token& token = annotation.tokens[i];
    rows.begin();
    rows.field("token", i);
    rows.words(token.bytes);
    rows.field("lemma", annotation.lemma(token));
    rows.field("tag", labels.tags.name(token.tag));
    rows.field("pos", kPosNames[static_cast<std::size_t>(token.pos)]);
    rows.field("dep", labels.deps.name(token.dep));
    rows.field("head", token.head);
    rows.field("sentence", token.sentence);
    rows.field("entity", labels.entities.name(token.entity));
    if (token.entity != EntityType::none) rows.field("iob", token.starts_entity ? "B" : "I");
    if (token.morph < annotation.morph_names.size()) rows.field("morph", annotation.morph_names[token.morph]);
    rows.end();
  }
}

void sentence_rows(const Annotation& annotation, LayerRows& rows) {
  for (TokenSpan sentence : annotation.sentences) {
    while (!sentence.empty() && annotation.tokens[sentence.begin].is(kIsSpace)) ++sentence.begin;
    while (!sentence.empty() && annotation.tokens[sentence.end - 1].is(kIsSpace)) --sentence.end;
    if (sentence.empty()) continue;
    rows.begin();
    rows.words(bytes_of(annotation, sentence));
    rows.end();
  }
}

void entity_rows(const Annotation& annotation, const PipelineLabels& labels, LayerRows& rows) {
  for (const Entity& entity : annotation.entities) {
    rows.begin();
    rows.words(bytes_of(annotation, entity.tokens));
    rows.field("type", labels.entities.name(entity.type));
    rows.end();
  }
}

}  // namespace annals
