// A place that a story names, and where it is.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "place/gazetteer.h"

namespace annals {

// In what way the words speak of the place.
enum class PlaceUse : std::uint8_t {
  literal,  // the place itself: "in Ankara"
  metonym,  // who governs it: "Ankara said"
  demonym,  // "Turkish", "Turks"
  part,     // inside the name of something else: "Bank of England"
};
std::string_view place_use_name(PlaceUse use);

struct Point {
  float lat, lon;  // degrees
  bool operator==(const Point&) const = default;
};

struct NamedPlace {
  TokenSpan tokens;
  ByteSpan bytes;    // in the story's text
  std::string name;  // the gazetteer's, or the story's own words where it has none
  PlaceKind kind = PlaceKind::none;
  PlaceUse use = PlaceUse::literal;
  std::string_view country;        // ISO 3166-1 alpha-3, "" where unknown; valid as long as the model
  std::string_view province;       // the names of the province that it is or lies in (Gazetteer::province_names)
  std::uint32_t entry = kNoPlace;  // in the gazetteer; kNoPlace where it lists no such place
  std::uint32_t geonames = 0;      // 0 where unknown
  std::optional<Point> point;
  bool approximate = false;            // the point and country are those of a place named near by
  float found = 0;                     // probability that these words name a place
  float score = 0;                     // probability of this reading among the place's possible ones
  std::uint32_t runner_up = kNoPlace;  // the next best entry
  float margin = 1;                    // how much less probable that one is
};

}  // namespace annals
