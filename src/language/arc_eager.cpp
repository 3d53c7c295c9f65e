// The arc-eager transition system: which moves are valid, and what they do.
#include "language/arc_eager.h"

namespace annals {

void ArcEagerState::begin(std::size_t length) {
  length_ = length;
  next_ = 0;
  stack_.clear();
  returned_.clear();
  arcs_.clear();
  unshiftable_.assign(length, 0);
  sentence_start_.assign(length, 0);
  if (length > 0) sentence_start_[0] = 1;
  heads_.assign(length, kNone);
  labels_.assign(length, 0);
  arc_of_.assign(length, kNone);
  last_left_.assign(length, kNone);
  last_right_.assign(length, kNone);
}

std::int32_t ArcEagerState::buffer(std::size_t i) const {
  if (i < returned_.size()) return returned_[returned_.size() - 1 - i];
  const std::size_t at = next_ + (i - returned_.size());
  return at < length_ ? static_cast<std::int32_t>(at) : kNone;
}

std::array<bool, kArcMoves> ArcEagerState::valid() const {
  const std::size_t depth = stack_.size();
  const std::size_t left = buffer_size();
  const std::int32_t b0 = buffer(0);
  const std::int32_t b1 = buffer(1);
  const bool may_attach = depth > 0 && left > 0 && !starts_sentence(b0);
  const bool may_shift =
      depth == 0 || (left >= 2 && !starts_sentence(b0) && !unshiftable_[static_cast<std::size_t>(b0)]);
  const bool may_break = left >= 2 && b1 == b0 + 1 && !starts_sentence(b1);
  return {may_shift, depth > 0, may_attach, may_attach, may_break};
}

void ArcEagerState::apply(ArcMove move, std::uint16_t label) {
  const std::int32_t s0 = stack(0);
  const std::int32_t b0 = buffer(0);
  switch (move) {
    case ArcMove::shift:
      push();
      break;
    case ArcMove::reduce:
      stack_.pop_back();
      if (heads_[static_cast<std::size_t>(s0)] == kNone && !stack_.empty()) {
        unshiftable_[static_cast<std::size_t>(s0)] = 1;
        returned_.push_back(s0);
      }
      break;
    case ArcMove::left:
      add_arc(b0, s0, label);
      unshiftable_[static_cast<std::size_t>(b0)] = 0;
      stack_.pop_back();
      break;
    case ArcMove::right:
      add_arc(s0, b0, label);
      push();
      break;
    case ArcMove::break_:
      sentence_start_[static_cast<std::size_t>(buffer(1))] = 1;
      break;
  }
}

void ArcEagerState::force_final() {
  stack_.clear();
  returned_.clear();
  next_ = length_;
}

void ArcEagerState::push() {
  if (returned_.empty()) {
    stack_.push_back(static_cast<std::int32_t>(next_++));
  } else {
    stack_.push_back(returned_.back());
    returned_.pop_back();
  }
}

void ArcEagerState::add_arc(std::int32_t head, std::int32_t child, std::uint16_t label) {
  const auto c = static_cast<std::size_t>(child);
  if (arc_of_[c] != kNone) arcs_[static_cast<std::size_t>(arc_of_[c])].child = kNone;
  std::int32_t& last = (head > child ? last_left_ : last_right_)[static_cast<std::size_t>(head)];
  arc_of_[c] = static_cast<std::int32_t>(arcs_.size());
  arcs_.push_back({child, last});
  last = arc_of_[c];
  heads_[c] = head;
  labels_[c] = label;
}

std::int32_t ArcEagerState::last_child(const std::vector<std::int32_t>& last, std::int32_t head) const {
  if (head == kNone) return kNone;
  std::int32_t arc = last[static_cast<std::size_t>(head)];
  while (arc != kNone && arcs_[static_cast<std::size_t>(arc)].child == kNone) {
    arc = arcs_[static_cast<std::size_t>(arc)].previous;
  }
  return arc == kNone ? kNone : arcs_[static_cast<std::size_t>(arc)].child;
}

// StateC.set_context_tokens for eight features (spacy/pipeline/_parser_internals/_state.pxd).
std::array<std::int32_t, 8> ArcEagerState::features() const {
  const std::int32_t b0 = buffer(0);
  const std::int32_t s0 = stack(0);
  return {b0,
          buffer(1),
          s0,
          stack(1),
          stack(2),
          last_child(last_left_, b0),
          last_child(last_left_, s0),
          last_child(last_right_, s0)};
}

}  // namespace annals
