// Puts the gazetteer into a model, and checks the tables that recognition and resolution read from its lexicon.
#pragma once
#include <filesystem>

#include "model/model_file.h"

namespace annals {

struct PlaceSources {
  std::filesystem::path lexicon;    // the project's lexicon/
  std::filesystem::path gazetteer;  // where set-up unpacked the packages of cities; empty to go without
  std::filesystem::path geonames;   // GeoNames' allCountries.txt to read in their place; empty for none
};

// Throws Error{Fault::model} or Error{Fault::lexicon} that names the file at fault.
void import_places(const PlaceSources& sources, ModelWriter& model);

}  // namespace annals
