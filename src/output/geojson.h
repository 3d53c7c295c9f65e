// Records of a ledger as GeoJSON (RFC 7946), for maps.
#pragma once
#include <string>

#include "ledger/stored_record.h"

namespace annals {

// The beginning and end of a FeatureCollection; features stand between, with commas between them.
inline constexpr std::string_view kGeoJsonBegin = "{\"type\":\"FeatureCollection\",\"features\":[";
inline constexpr std::string_view kGeoJsonEnd = "\n]}\n";

// Appends a Feature: a Point where the record has one, a LineString for a movement of which both ends are known. False,
// and nothing is appended, where it has neither: a map can not show it.
bool append_feature(std::string& out, const StoredRecord& record);

}  // namespace annals
