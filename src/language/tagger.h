// The part-of-speech tagger: one linear layer over the encoder's vectors.
#pragma once
#include <string>
#include <vector>

#include "base/aligned.h"
#include "language/annotation.h"
#include "language/kernels/kernels.h"
#include "language/label_list.h"
#include "language/layers.h"
#include "model/model_file.h"

namespace annals {

class Tagger {
 public:
  // `width`: of the encoder's vectors. `tag_of` turns a label's name into a Tag.
  template <typename TagOf>
  Tagger(const ModelFile& model, std::size_t width, TagOf&& tag_of) {
    const auto labels = read_labels(model, "tagger.labels");
    for (const std::string& label : labels) tags_.push_back(tag_of(label));
    layer_ = read_linear(model, "tagger", width, labels.size());
  }

  // Sets the tags of the annotation's tokens first .. first + vectors.rows - 1.
  void tag(Rows vectors, std::uint32_t first, Annotation& annotation, FloatBuffer& scores) const;

  double multiply_adds_per_token() const { return static_cast<double>(layer_.inputs * layer_.outputs); }

 private:
  Layer layer_;
  std::vector<Tag> tags_;
};

}  // namespace annals
