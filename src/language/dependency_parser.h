// The dependency parser: drives the arc-eager system by its network and writes heads and labels.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/annotation.h"
#include "language/arc_eager.h"
#include "language/transition_network.h"

namespace annals {

struct ParserWorkspace {
  TransitionWorkspace network;
  ArcEagerState state;
  std::vector<std::uint32_t> queue;  // for the search for pseudo-projective heads
  std::vector<char> pending;         // arcs that are yet to be moved
};

class DependencyParser {
 public:
  // `dep_labels` turns a label's name into a Dep; it is called once for each label of the pipeline.
  template <typename LabelOf>
  DependencyParser(const ModelFile& model, LabelOf&& dep_of) : network_(model, "parser") {
    for (const std::string& label : network_.labels()) {
      const auto bar = label.find("||");  // a lifted arc: its own label, then the label of its true head
      if (bar == std::string::npos) {
        labels_.push_back({dep_of(label), Dep::none});
      } else {
        labels_.push_back({dep_of(label.substr(0, bar)), dep_of(label.substr(bar + 2))});
      }
    }
    index_moves();
  }

  // Sets head and dep, derives edges, and appends the sentences of the annotation's tokens first .. first +
  // vectors.rows - 1, which are parsed as a text of their own.
  void parse(Rows vectors, std::uint32_t first, Annotation& annotation, ParserWorkspace& workspace) const;

  const TransitionNetwork& network() const { return network_; }

 private:
  struct Label {
    Dep dep;
    Dep lifted_from;  // of the true head of a pseudo-projective arc, else none
  };
  struct ClassRange {
    std::size_t begin = 0, end = 0;
  };

  void index_moves();
  std::int32_t choose(ParserWorkspace& workspace) const;
  void deprojectivize(std::uint32_t first, std::uint32_t rows, Annotation& annotation,
                      ParserWorkspace& workspace) const;

  TransitionNetwork network_;
  std::vector<Label> labels_;                  // by ActionInfo::label
  std::array<ClassRange, kArcMoves> classes_;  // the outputs that stand for each move
};

}  // namespace annals
