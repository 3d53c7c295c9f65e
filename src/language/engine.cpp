// The language engine: the stages of the pipeline in their order.
#include "language/engine.h"

#include <utility>
#include <vector>

#include "language/attribute_ruler.h"
#include "language/dependency_parser.h"
#include "language/encoder.h"
#include "language/entity_recognizer.h"
#include "language/lemmatizer.h"
#include "language/paragraphs.h"
#include "language/tagger.h"
#include "language/tokenizer.h"

namespace annals {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

// Where to cut a text that is too long: the end of the piece that begins at `begin`. Looks back from the limit, no
// further than half of it, for a token of white space that holds a line break, then for the end of a sentence.
struct Cut {
  std::uint32_t end;
  bool within_sentence;
};
Cut next_cut(std::uint32_t begin, const Annotation& annotation) {
  const auto n = static_cast<std::uint32_t>(annotation.tokens.size());
  const auto limit = static_cast<std::uint32_t>(kMaxTokensAtOnce);
  if (n - begin <= limit) return {n, false};
  const std::uint32_t latest = begin + limit;
  const std::uint32_t earliest = begin + limit / 2;
  for (std::uint32_t i = latest; i > earliest; --i) {
    const Token& token = annotation.tokens[i - 1];
    if (token.is(kIsSpace) && annotation.text(token).find('\n') != std::string_view::npos) return {i, false};
  }
  for (std::uint32_t i = latest; i > earliest; --i) {
    const std::string_view text = annotation.text(i - 1);
    if (text == "." || text == "?" || text == "!") return {i, false};
  }
  return {latest, true};
}

}  // namespace

struct EngineWorkspace::Buffers {
  TokenizerWorkspace tokenizer;
  std::vector<TokenPiece> pieces;
  EncoderWorkspace encoder;
  FloatBuffer tag_scores;
  ParserWorkspace parser;
  TransitionWorkspace entities;
  std::vector<TokenSpan> paragraphs;
};

EngineWorkspace::EngineWorkspace() : buffers_(std::make_unique<Buffers>()) {}
EngineWorkspace::~EngineWorkspace() = default;
EngineWorkspace::EngineWorkspace(EngineWorkspace&&) noexcept = default;
EngineWorkspace& EngineWorkspace::operator=(EngineWorkspace&&) noexcept = default;

struct Engine::Stages {
  explicit Stages(const ModelFile& model)
      : tokenizer(model),
        vectors(model),
        encoder(model, "tok2vec", vectors, tokenizer.lexeme_limit()),
        own_entity_encoder(model.has("ner.tok2vec.info")),
        entity_encoder(model, own_entity_encoder ? "ner.tok2vec" : "tok2vec", vectors, tokenizer.lexeme_limit()),
        tagger(model, encoder.width(), [&](const std::string& name) { return labels.tags.add(name); }),
        parser(model, [&](const std::string& name) { return labels.deps.add(name); }),
        recognizer(model, [&](const std::string& name) { return labels.entities.add(name); }),
        tag_names(views(labels.tags.names())),
        dep_names(views(labels.deps.names())),
        ruler(model, LabelNames{tag_names, dep_names}),
        lemmatizer(model, ruler.morph_names()) {}

  PipelineLabels labels;
  Tokenizer tokenizer;
  WordVectors vectors;
  Encoder encoder;
  bool own_entity_encoder;
  Encoder entity_encoder;
  Tagger tagger;
  DependencyParser parser;
  EntityRecognizer recognizer;
  std::vector<std::string_view> tag_names, dep_names;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

Engine::Engine(const ModelFile& model) : stages_(std::make_unique<const Stages>(model)) {}
Engine::~Engine() = default;

const PipelineLabels& Engine::labels() const { return stages_->labels; }

namespace {

// Tokens as the tokenizer left them: each its own head, without labels.
void add_tokens(std::span<const TokenPiece> pieces, Annotation& annotation) {
  annotation.tokens.reserve(pieces.size());
  for (const TokenPiece& piece : pieces) {
    Token token{};
    token.bytes = piece.bytes;
    token.lower = annotation.add_string(piece.lexeme->lower_text);
    token.head = static_cast<std::uint32_t>(annotation.tokens.size());
    token.flags = piece.lexeme->flags;
    token.space_after = piece.space_after;
    annotation.tokens.push_back(token);
  }
}

Rows rows_of(Rows all, TokenSpan span, std::uint32_t first) {
  return {all.data + (span.begin - first) * all.stride, all.stride, span.size()};
}

void mark_entities(Annotation& annotation) {
  for (const Entity& entity : annotation.entities) {
    for (std::uint32_t i = entity.tokens.begin; i < entity.tokens.end; ++i) annotation.tokens[i].entity = entity.type;
    annotation.tokens[entity.tokens.begin].starts_entity = true;
  }
}

}  // namespace

void Engine::annotate(std::string_view text, EngineWorkspace& workspace, Annotation& annotation, Paragraphs paragraphs,
                      std::uint32_t dateline_end) const {
  using Stage = EngineStage;
  const Stages& stages = *stages_;
  EngineWorkspace::Buffers& buffers = *workspace.buffers_;
  auto& clock = workspace.clock;
  clock.start();
  annotation.begin(text);
  stages.tokenizer.tokenize(text, buffers.tokenizer, buffers.pieces);
  add_tokens(buffers.pieces, annotation);
  clock.done(Stage::tokenizer);

  const std::span<const TokenPiece> pieces = buffers.pieces;
  for (std::uint32_t begin = 0; begin < pieces.size();) {
    const Cut cut = next_cut(begin, annotation);
    annotation.cut_sentences += cut.within_sentence;
    const auto piece = pieces.subspan(begin, cut.end - begin);
    const Rows vectors = stages.encoder.encode(piece, buffers.encoder);
    clock.done(Stage::encoder);
    stages.tagger.tag(vectors, begin, annotation, buffers.tag_scores);
    clock.done(Stage::tagger);
    buffers.paragraphs.assign(1, {begin, cut.end});
    if (paragraphs == Paragraphs::apart) {
      split_paragraphs(annotation, {begin, cut.end}, buffers.paragraphs);
      if (dateline_end > 0) split_dateline(annotation, dateline_end, buffers.paragraphs);
    }
    for (const TokenSpan& span : buffers.paragraphs) {
      stages.parser.parse(rows_of(vectors, span, begin), span.begin, annotation, buffers.parser);
    }
    clock.done(Stage::parser);
    const Rows entity_vectors =
        stages.own_entity_encoder ? stages.entity_encoder.encode(piece, buffers.encoder) : vectors;
    clock.done(Stage::entity_encoder);
    for (const TokenSpan& span : buffers.paragraphs) {
      stages.recognizer.recognize(rows_of(entity_vectors, span, begin), span.begin, annotation, buffers.entities);
    }
    clock.done(Stage::entities);
    begin = cut.end;
  }
  annotation.index_children();
  mark_entities(annotation);
  stages.ruler.apply(annotation);
  clock.done(Stage::ruler);
  stages.lemmatizer.apply(annotation);
  clock.done(Stage::lemmatizer);
}

std::string Engine::lemma(std::string_view lower, Pos pos) const {
  return stages_->lemmatizer.lemma(lower, lower, pos, 0);
}

bool Engine::is_stop_word(std::string_view lower) const { return stages_->tokenizer.is_stop_word(lower); }

double Engine::multiply_adds_per_token() const {
  const Stages& stages = *stages_;
  const double encoders = stages.encoder.multiply_adds_per_token() +
                          (stages.own_entity_encoder ? stages.entity_encoder.multiply_adds_per_token() : 0.0);
  return encoders + stages.tagger.multiply_adds_per_token() + stages.parser.network().multiply_adds(1, 2) +
         stages.recognizer.network().multiply_adds(1, 1);
}

}  // namespace annals
