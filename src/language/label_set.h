// The names of one closed set of labels: those of its enum first, then what a pipeline adds.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "annals/error.h"

namespace annals {

template <typename Label>
class LabelSet {
 public:
  template <typename Names>
  explicit LabelSet(const Names& known) : names_(known.begin(), known.end()) {}

  std::string_view name(Label label) const { return names_[static_cast<std::size_t>(label)]; }
  const std::vector<std::string>& names() const { return names_; }

  // The label called `name`, added if it is new.
  Label add(const std::string& name) {
    auto at = std::find(names_.begin(), names_.end(), name);
    if (at == names_.end()) {
      if (names_.size() == 256) throw Error{Fault::model, name, "more than 255 labels", "Use a pipeline with fewer"};
      at = names_.insert(names_.end(), name);
    }
    return static_cast<Label>(at - names_.begin());
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace annals
