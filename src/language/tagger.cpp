// The part-of-speech tagger: one linear layer over the encoder's vectors.
#include "language/tagger.h"

#include <algorithm>

namespace annals {

void Tagger::tag(Rows vectors, std::uint32_t first, Annotation& annotation, FloatBuffer& scores) const {
  const std::size_t stride = layer_.padded_outputs();
  float* rows = room_for(scores, vectors.rows * stride);
  kernels().linear(layer_, vectors, rows, stride);
  for (std::size_t i = 0; i < vectors.rows; ++i) {
    const float* row = rows + i * stride;
    const auto best = std::max_element(row, row + tags_.size()) - row;  // the first of equals
    annotation.tokens[first + i].tag = tags_[static_cast<std::size_t>(best)];
  }
}

}  // namespace annals
