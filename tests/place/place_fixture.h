// A model of places alone, built from the project's lexicon and a handful of cities.
#pragma once
#include <string>

#include "model/lexicon.h"
#include "model/model_file.h"
#include "place/import_places.h"
#include "support/fixture.h"

namespace annals::support {

inline std::string source_path(const std::string& relative) { return std::string(ANNALS_SOURCE_DIR) + "/" + relative; }

// Writes the model to `path`.
inline void write_place_model(const std::string& path) {
  ModelWriter writer;
  import_lexicon(source_path("lexicon"), writer);
  import_places({.lexicon = source_path("lexicon"), .gazetteer = source_path("tests/place/packages"), .geonames = {}},
                writer);
  writer.write(path);
}

}  // namespace annals::support
