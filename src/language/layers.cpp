// Reading of packed layers from the model file, with their sizes checked.
#include "language/layers.h"

namespace annals {

const float* read_floats(const ModelFile& model, const std::string& name, std::size_t count) {
  const auto values = model.array<float>(name);
  if (values.size() != count) {
    throw Error{
        Fault::model, model.path(),
        "section " + name + " has " + std::to_string(values.size()) + " numbers instead of " + std::to_string(count),
        "Build it again with `annals model build`"};
  }
  return values.data();
}

Layer read_maxout(const ModelFile& model, const std::string& name, std::size_t inputs, std::size_t outputs,
                  std::size_t pieces) {
  const float* weights = read_floats(model, name + ".weights", outputs * pieces * inputs);
  return {weights, read_floats(model, name + ".bias", outputs * pieces), inputs, outputs, pieces};
}

Layer read_linear(const ModelFile& model, const std::string& name, std::size_t inputs, std::size_t outputs,
                  std::size_t groups) {
  Layer layer{nullptr, nullptr, inputs, outputs, groups};
  layer.weights = read_floats(model, name + ".weights", layer.padded_outputs() * inputs);
  layer.bias = read_floats(model, name + ".bias", layer.padded_outputs());
  return layer;
}

Norm read_norm(const ModelFile& model, const std::string& name, std::size_t width) {
  return {read_floats(model, name + ".norm.gain", width), read_floats(model, name + ".norm.bias", width)};
}

}  // namespace annals
