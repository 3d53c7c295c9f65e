// The network that scores the actions of a transition system: spaCy's TransitionBasedParser.v2.
#include "language/transition_network.h"

#include <array>

#include "language/label_list.h"

namespace annals {

TransitionNetwork::TransitionNetwork(const ModelFile& model, const std::string& component)
    : info_(read_info<TransitionInfo>(model, component + ".info")),
      project_(read_linear(model, component + ".project", info_.width, info_.hidden)),
      lower_(read_linear(model, component + ".lower", info_.hidden,
                         std::size_t{info_.features} * info_.pieces * info_.hidden)),
      upper_(read_linear(model, component + ".upper", info_.hidden, info_.actions)),
      padding_(read_floats(model, component + ".lower.pad", lower_.outputs)),
      state_bias_(read_floats(model, component + ".lower.state_bias", std::size_t{info_.pieces} * info_.hidden)),
      actions_(model.array<ActionInfo>(component + ".actions")),
      labels_(read_labels(model, component + ".labels")) {
  bool good = actions_.size() == info_.actions && info_.features <= kMaxFeatures;
  for (const ActionInfo& action : actions_) good = good && action.label < labels_.size();
  if (!good) {
    throw Error{Fault::model, model.path(), "section " + component + ".actions is damaged",
                "Build it again with `annals model build`"};
  }
}

void TransitionNetwork::prepare(Rows tokens, TransitionWorkspace& workspace) const {
  const std::size_t projected = project_.padded_outputs();
  const std::size_t products = lower_.padded_outputs();
  room_for(workspace.projected, tokens.rows * projected);
  room_for(workspace.products, tokens.rows * products);
  room_for(workspace.hidden, info_.hidden);
  room_for(workspace.scores, upper_.padded_outputs());
  kernels().linear(project_, tokens, workspace.projected.data(), projected);
  kernels().linear(lower_, {workspace.projected.data(), projected, tokens.rows}, workspace.products.data(), products);
}

std::span<const float> TransitionNetwork::score(std::span<const std::int32_t> features,
                                                TransitionWorkspace& workspace) const {
  const std::size_t feature_floats = std::size_t{info_.pieces} * info_.hidden;
  const std::size_t token_floats = lower_.padded_outputs();
  std::array<const float*, kMaxFeatures> rows{};
  for (std::size_t f = 0; f < features.size(); ++f) {
    const float* token = features[f] == kNoToken
                             ? padding_
                             : workspace.products.data() + static_cast<std::size_t>(features[f]) * token_floats;
    rows[f] = token + f * feature_floats;
  }
  float* hidden = workspace.hidden.data();
  kernels().sum_rows_maxout(std::span(rows).first(features.size()), state_bias_, info_.hidden, info_.pieces, hidden);
  kernels().linear(upper_, {hidden, info_.hidden, 1}, workspace.scores.data(), upper_.padded_outputs());
  return std::span(workspace.scores).first(info_.actions);
}

}  // namespace annals
