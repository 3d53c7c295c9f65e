// What the searches over one story's layers share: its words by the number of their token.
#pragma once
#include <cstdint>
#include <string_view>

#include "record/layers.h"

namespace annals {

// Borrows the layers.
class LayerReading {
 protected:
  explicit LayerReading(const Layers& layers)
      : layers_(layers), annotation_(layers.language), clauses_(layers.clauses) {}

  const Token& token(std::uint32_t i) const { return annotation_.tokens[i]; }
  std::string_view lower(std::uint32_t i) const { return annotation_.lower(i); }
  std::string_view lemma(std::uint32_t i) const { return annotation_.lemma(i); }
  bool is_verb(std::uint32_t i) const { return is_verbal(token(i)); }

  const Layers& layers_;
  const Annotation& annotation_;
  const Clauses& clauses_;
};

}  // namespace annals
