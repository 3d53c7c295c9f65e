// Import of the place layer.
#include "place/import_places.h"

#include <string>

#include "base/mapped_file.h"
#include "place/gazetteer_builder.h"
#include "place/gazetteer_sources.h"
#include "place/place_weights.h"
#include "place/place_words.h"

namespace annals {
namespace {

std::string read_table(const std::filesystem::path& lexicon, const char* name) {
  const MappedFile file = MappedFile::open((lexicon / name).string(), "Name the project's lexicon with --lexicon.");
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

}  // namespace

void import_places(const PlaceSources& sources, ModelWriter& model) {
  const std::string places = read_table(sources.lexicon, "places.tsv");
  GazetteerBuilder builder;
  if (!sources.geonames.empty()) {
    read_geonames_dump(sources.geonames, read_table(sources.lexicon, "feature_codes.tsv"), places, builder);
  } else if (!sources.gazetteer.empty()) {
    read_city_packages(sources.gazetteer, builder);
  }
  read_place_lexicon(places, builder);
  builder.write(model);

  // Read here so that a mistake in a table stops the build, not the first story.
  PlaceWords{read_table(sources.lexicon, "place_words.tsv")};
  PlaceWeights::read(read_table(sources.lexicon, "place_weights.tsv"));
}

}  // namespace annals
