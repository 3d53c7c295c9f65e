// Lists of label names as they stand in the model file.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.h"
#include "model/model_file.h"

namespace annals {

inline std::vector<std::string> read_labels(const ModelFile& model, const std::string& section) {
  BinaryReader in(model.section(section), section);
  std::vector<std::string> labels;
  for (auto n = in.get<std::uint32_t>(); n > 0; --n) labels.emplace_back(in.get_string());
  return labels;
}

}  // namespace annals
