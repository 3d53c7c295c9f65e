// The recogniser of names: BILUO transitions driven by their network.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "language/annotation.h"
#include "language/transition_network.h"

namespace annals {

class EntityRecognizer {
 public:
  template <typename TypeOf>
  EntityRecognizer(const ModelFile& model, TypeOf&& type_of) : network_(model, "ner") {
    for (const std::string& label : network_.labels()) {
      types_.push_back(label.empty() ? EntityType::none : type_of(label));
    }
    index_moves();
  }

  // Finds the entities of the annotation's tokens first .. first + vectors.rows - 1. Sentences must be set: no entity
  // crosses their boundaries.
  void recognize(Rows vectors, std::uint32_t first, Annotation& annotation, TransitionWorkspace& workspace) const;

  const TransitionNetwork& network() const { return network_; }

 private:
  // A move of spacy/pipeline/_parser_internals/ner.pyx, in the order of its enum.
  enum class Move : std::uint16_t { missing, begin, in, last, unit, out };
  static constexpr std::size_t kMoves = 6;
  struct OpenEntity {
    std::int32_t begin = TransitionNetwork::kNoToken;
    std::uint16_t label = 0;
  };

  void index_moves();
  std::int32_t choose(std::span<const float> scores, const OpenEntity& open, bool space, bool may_continue) const;

  TransitionNetwork network_;
  std::vector<EntityType> types_;           // by ActionInfo::label
  std::vector<std::int32_t> begin_, unit_;  // classes of these moves, in order
  std::vector<std::int32_t> in_, last_;     // class by label, or kNoAction
  std::int32_t out_ = kNoAction;
};

}  // namespace annals
