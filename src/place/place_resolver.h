// Finds the places that a story names and says which places of the gazetteer they are.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "model/model_file.h"
#include "place/gazetteer.h"
#include "place/place.h"
#include "place/place_weights.h"
#include "place/place_words.h"
#include "place/place_workspace.h"

namespace annals {

// Never changes once built; threads share it, each with a workspace of its own.
class PlaceResolver {
 public:
  // Borrows the model's sections. Throws Error where they are missing or damaged.
  explicit PlaceResolver(const ModelFile& model);

  // Appends the story's places to `places` in text order, not overlapping.
  void resolve(const Annotation& story, PlaceWorkspace& workspace, std::vector<NamedPlace>& places) const;

  const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  Gazetteer gazetteer_;
  PlaceWords words_;
  PlaceWeights weights_;
};

}  // namespace annals
