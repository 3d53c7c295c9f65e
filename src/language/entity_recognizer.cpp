// The recogniser of names: BILUO transitions driven by their network.
#include "language/entity_recognizer.h"

#include <array>

namespace annals {

void EntityRecognizer::index_moves() {
  const auto actions = network_.actions();
  in_.assign(types_.size(), kNoAction);
  last_.assign(types_.size(), kNoAction);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto action = static_cast<std::int32_t>(i);
    const std::uint16_t label = actions[i].label;
    const bool named = types_[label] != EntityType::none;
    switch (static_cast<Move>(actions[i].move)) {
      case Move::begin:
        if (named) begin_.push_back(action);
        break;
      case Move::in:
        in_[label] = action;
        break;
      case Move::last:
        last_[label] = action;
        break;
      case Move::unit:
        if (named) unit_.push_back(action);
        break;  // the unnamed one is for preset entities
      case Move::out:
        out_ = action;
        break;
      default:
        break;
    }
  }
  if (out_ == kNoAction || network_.features() != 3) {
    throw Error{Fault::model, "ner.actions", "the name recogniser's actions are damaged",
                "Build the model again with `annals model build`"};
  }
}

// The best valid action. `may_continue`: the next token exists and is of the same sentence. Among equal scores the
// first class wins, and classes are numbered by move: begin, in, last, unit, out.
std::int32_t EntityRecognizer::choose(std::span<const float> scores, const OpenEntity& open, bool space,
                                      bool may_continue) const {
  std::int32_t best = kNoAction;
  const auto consider = [&](std::int32_t action) {
    if (action == kNoAction) return;
    const auto i = static_cast<std::size_t>(action);
    if (best == kNoAction || scores[i] > scores[static_cast<std::size_t>(best)]) best = action;
  };
  if (open.begin != TransitionNetwork::kNoToken) {
    if (may_continue) consider(in_[open.label]);
    consider(last_[open.label]);
    return best;
  }
  if (may_continue && !space) {
    for (const std::int32_t action : begin_) consider(action);
  }
  if (!space) {
    for (const std::int32_t action : unit_) consider(action);
  }
  consider(out_);
  return best;
}

void EntityRecognizer::recognize(Rows vectors, std::uint32_t first, Annotation& annotation,
                                 TransitionWorkspace& workspace) const {
  network_.prepare(vectors, workspace);
  auto& tokens = annotation.tokens;
  OpenEntity open;
  const auto n = static_cast<std::int32_t>(vectors.rows);
  for (std::int32_t i = 0; i < n; ++i) {
    const Token& token = tokens[first + static_cast<std::uint32_t>(i)];
    const bool may_continue = i + 1 < n && tokens[first + static_cast<std::uint32_t>(i) + 1].sentence == token.sentence;
    const bool is_open = open.begin != TransitionNetwork::kNoToken;
    const std::array<std::int32_t, 3> features = {i, open.begin, is_open ? i - 1 : TransitionNetwork::kNoToken};
    const auto scores = network_.score(features, workspace);
    const std::int32_t action = choose(scores, open, token.is(kIsSpace), may_continue);
    if (action == kNoAction) break;
    const ActionInfo& info = network_.actions()[static_cast<std::size_t>(action)];
    const auto move = static_cast<Move>(info.move);
    if (move == Move::begin || move == Move::unit) open = {i, info.label};
    if (move == Move::last || move == Move::unit) {
      const TokenSpan span{first + static_cast<std::uint32_t>(open.begin), first + static_cast<std::uint32_t>(i) + 1};
      annotation.entities.push_back({span, types_[open.label]});
      open = {};
    }
  }
}

}  // namespace annals
