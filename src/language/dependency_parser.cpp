// The dependency parser: drives the arc-eager system by its network and writes heads and labels.
#include "language/dependency_parser.h"

namespace annals {

void DependencyParser::index_moves() {
  const auto actions = network_.actions();
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (actions[i].move >= kArcMoves) {
      throw Error{Fault::model, "parser.actions", "an action has an unknown move",
                  "Build the model again with `annals model build`"};
    }
    ClassRange& range = classes_[actions[i].move];
    if (range.begin == range.end) range = {i, i};
    if (range.end != i) {
      throw Error{Fault::model, "parser.actions", "the actions are not sorted by move",
                  "Build the model again with `annals model build`"};
    }
    range.end = i + 1;
  }
}

// The best valid action, or kNoAction.
std::int32_t DependencyParser::choose(ParserWorkspace& workspace) const {
  const auto valid = workspace.state.valid();
  // With an empty buffer only reduce is left, which has one class: no need to ask the network.
  const auto only = [&](ArcMove move) {
    std::size_t count = 0;
    for (std::size_t m = 0; m < kArcMoves; ++m) count += valid[m] ? classes_[m].end - classes_[m].begin : 0;
    const auto m = static_cast<std::size_t>(move);
    return valid[m] && count == 1;
  };
  for (const ArcMove move : {ArcMove::shift, ArcMove::reduce}) {
    if (only(move)) return static_cast<std::int32_t>(classes_[static_cast<std::size_t>(move)].begin);
  }
  const auto scores = network_.score(workspace.state.features(), workspace.network);
  std::int32_t best = kNoAction;
  for (std::size_t m = 0; m < kArcMoves; ++m) {
    if (valid[m]) best = best_of(scores, classes_[m].begin, classes_[m].end, best);
  }
  return best;
}

void DependencyParser::parse(Rows vectors, std::uint32_t first, Annotation& annotation,
                             ParserWorkspace& workspace) const {
  ArcEagerState& state = workspace.state;
  network_.prepare(vectors, workspace.network);
  state.begin(vectors.rows);
  while (!state.is_final()) {
    const std::int32_t action = choose(workspace);
    if (action == kNoAction) {
      state.force_final();
      break;
    }
    const ActionInfo& info = network_.actions()[static_cast<std::size_t>(action)];
    state.apply(static_cast<ArcMove>(info.move), info.label);
  }
  bool lifted = false;
  for (std::size_t i = 0; i < vectors.rows; ++i) {
    Token& token = annotation.tokens[first + i];
    const bool root = state.head(i) == ArcEagerState::kNone;
    token.head = first + static_cast<std::uint32_t>(root ? static_cast<std::int32_t>(i) : state.head(i));
    token.dep = root ? Dep::ROOT : labels_[state.label(i)].dep;
    lifted = lifted || (!root && labels_[state.label(i)].lifted_from != Dep::none);
  }
  if (lifted) {
    deprojectivize(first, static_cast<std::uint32_t>(vectors.rows), annotation, workspace);
  }
  annotation.finish_edges({first, first + static_cast<std::uint32_t>(vectors.rows)});
}

// Moves each arc whose label says that it was lifted to the first word below its head, breadth first, that bears the
// label of its true head (Nivre & Nilsson, ACL 2005, scheme "head"; spacy/pipeline/_parser_internals/nonproj.pyx).
void DependencyParser::deprojectivize(std::uint32_t first, std::uint32_t rows, Annotation& annotation,
                                      ParserWorkspace& workspace) const {
  auto& tokens = annotation.tokens;
  const ArcEagerState& state = workspace.state;
  const auto n = first + rows;
  const auto label = [&](std::uint32_t i) -> const Label& { return labels_[state.label(i - first)]; };
  // Arcs that are still lifted bear a compound label, which equals no plain one.
  std::vector<char>& pending = workspace.pending;
  pending.assign(n - first, 0);
  for (std::uint32_t i = first; i < n; ++i) {
    pending[i - first] = tokens[i].head != i && label(i).lifted_from != Dep::none;
  }
  // spaCy searches within the edges that the lifted tree had.
  const std::size_t sentences = annotation.sentences.size();
  annotation.finish_edges({first, n});
  annotation.sentences.resize(sentences);
  for (std::uint32_t i = first; i < n; ++i) {
    if (!pending[i - first]) continue;
    auto& queue = workspace.queue;
    queue.assign(1, tokens[i].head);
    std::uint32_t found = tokens[i].head;
    bool done = false;
    for (std::size_t at = 0; at < queue.size() && !done; ++at) {
      const std::uint32_t parent = queue[at];
      for (std::uint32_t child = tokens[parent].left_edge; child <= tokens[parent].right_edge; ++child) {
        if (child == parent || tokens[child].head != parent) continue;
        if (child == i || tokens[child].is(kIsSpace)) continue;
        if (tokens[child].dep == label(i).lifted_from && !pending[child - first]) {
          found = child;
          done = true;
          break;
        }
        queue.push_back(child);
      }
    }
    tokens[i].head = found;
    pending[i - first] = 0;
  }
}

}  // namespace annals
