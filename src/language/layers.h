// Reading of packed layers from the model file.
#pragma once
#include <string>

#include "language/kernels/kernels.h"
#include "model/model_file.h"

namespace annals {

// The layer "<name>.weights", "<name>.bias". Throws Error{Fault::model} if the sizes do not fit.
Layer read_maxout(const ModelFile& model, const std::string& name, std::size_t inputs, std::size_t outputs,
                  std::size_t pieces);
Layer read_linear(const ModelFile& model, const std::string& name, std::size_t inputs, std::size_t outputs,
                  std::size_t groups = kLinearGroups);

struct Norm {
  const float* gain;
  const float* bias;
};
Norm read_norm(const ModelFile& model, const std::string& name, std::size_t width);

// Section `name` as floats; throws Error{Fault::model} if there are not `count`.
const float* read_floats(const ModelFile& model, const std::string& name, std::size_t count);

// The one T that section `name` holds.
template <typename T>
T read_info(const ModelFile& model, const std::string& name) {
  const auto values = model.array<T>(name);
  if (values.size() != 1) {
    throw Error{Fault::model, model.path(), "section " + name + " is damaged",
                "Build it again with `annals model build`"};
  }
  return values[0];
}

}  // namespace annals
