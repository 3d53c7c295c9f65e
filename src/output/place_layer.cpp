// Writing of the place layer.
#include "output/place_layer.h"

#include <cmath>

namespace annals {
namespace {

void text_or_null(LayerRows& rows, std::string_view key, std::string_view value) {
  if (value.empty()) {
    rows.null(key);
  } else {
    rows.field(key, value);
  }
}

double rounded(float value, int digits) {
  const double scale = std::pow(10.0, digits);
  return std::round(static_cast<double>(value) * scale) / scale;
}

}  // namespace

void place_rows(std::span<const NamedPlace> places, const Gazetteer& gazetteer, LayerRows& rows) {
  for (const NamedPlace& place : places) {
    rows.begin();
    rows.words(place.bytes);
    rows.field("name", place.name);
    text_or_null(rows, "country", place.country);
    if (place.geonames != 0) {
      rows.field("geonames", place.geonames);
    } else {
      rows.null("geonames");
    }
    if (place.point) {
      rows.field("lat", rounded(place.point->lat, 5));  // about a metre
      rows.field("lon", rounded(place.point->lon, 5));
    } else {
      rows.null("lat");
      rows.null("lon");
    }
    text_or_null(rows, "type", place_kind_name(place.kind));
    rows.field("use", place_use_name(place.use));
    if (place.approximate) rows.field("approximate", "yes");
    rows.field("found", rounded(place.found, 3));
    if (place.entry != kNoPlace) {
      rows.field("score", rounded(place.score, 3));
      rows.field("margin", rounded(place.margin, 3));
    }
    if (place.runner_up != kNoPlace) {
      const GazetteerEntry& other = gazetteer.entry(place.runner_up);
      rows.field("runner_up", gazetteer.name(other));
      rows.field("runner_up_country", gazetteer.iso3(other.country));
    }
    rows.end();
  }
}

}  // namespace annals
