// The state of an arc-eager dependency parse (Nivre 2003, "An efficient algorithm for projective dependency
// parsing"), with the moves that spaCy adds: heads may be replaced, headless words go back to the buffer, and sentence
// boundaries are set (Honnibal & Johnson, EMNLP 2015; spacy/pipeline/_parser_internals/_state.pxd, arc_eager.pyx).
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace annals {

enum class ArcMove : std::uint8_t { shift, reduce, left, right, break_ };
inline constexpr std::size_t kArcMoves = 5;

class ArcEagerState {
 public:
  static constexpr std::int32_t kNone = -1;

  // Starts a text of `length` tokens. Buffers are kept.
  void begin(std::size_t length);

  bool is_final() const { return stack_.empty() && buffer_size() == 0; }
  // Which moves may be made, by ArcMove.
  std::array<bool, kArcMoves> valid() const;
  // `label` is kept with the arc that left and right add.
  void apply(ArcMove move, std::uint16_t label);
  // Gives up on what is left, as spaCy does when no move is valid.
  void force_final();

  // The eight tokens that describe the state to the network.
  std::array<std::int32_t, 8> features() const;

  // After the end: the head of `token`, or kNone for a root, and the label of the arc.
  std::int32_t head(std::size_t token) const { return heads_[token]; }
  std::uint16_t label(std::size_t token) const { return labels_[token]; }

 private:
  std::size_t buffer_size() const { return (length_ - next_) + returned_.size(); }
  std::int32_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : kNone; }
  std::int32_t buffer(std::size_t i) const;
  bool starts_sentence(std::int32_t token) const {
    return token >= 0 && sentence_start_[static_cast<std::size_t>(token)];
  }
  void push();
  void add_arc(std::int32_t head, std::int32_t child, std::uint16_t label);
  // The dependent that was attached last on the left or right of `head` and still is.
  std::int32_t last_child(const std::vector<std::int32_t>& last, std::int32_t head) const;

  std::size_t length_ = 0;
  std::size_t next_ = 0;  // first token that was never on the stack
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> returned_;  // put back in front of the buffer, the last first
  std::vector<char> unshiftable_;       // was put back, and may only be attached
  std::vector<char> sentence_start_;
  std::vector<std::int32_t> heads_;
  std::vector<std::uint16_t> labels_;

  // Arcs in the order of their making; each knows the one before it at the same head and side.
  struct Arc {
    std::int32_t child;  // kNone once replaced
    std::int32_t previous;
  };
  std::vector<Arc> arcs_;
  std::vector<std::int32_t> arc_of_;      // by child
  std::vector<std::int32_t> last_left_;   // by head: its last arc to the left
  std::vector<std::int32_t> last_right_;  // and to the right
};

}  // namespace annals
