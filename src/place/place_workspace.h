// What the place layer keeps of a story while it works on it; buffers are reused from story to story.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/annotation.h"
#include "place/gazetteer.h"
#include "place/name_key.h"
#include "place/place_weights.h"

namespace annals {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// How much of an entity a mention is.
enum class Cover : std::uint8_t { none, whole, start, inside };

// Words that may name a place.
struct PlaceMention {
  TokenSpan tokens;
  ByteSpan bytes;
  std::span<const NamePosting> meanings;  // none where the gazetteer does not know the name
  std::uint64_t key = 0;                  // of the name; mentions of one key mean one place
  std::uint32_t entity = kNone;           // index into Annotation::entities
  Cover cover = Cover::none;
  bool facility = false;  // its words say that it is a building, road or the like
  bool demonym = false;
  PlaceKind wanted = PlaceKind::none;  // what a word beside the name says that it is
  std::uint64_t anchor_key = 0;        // of a known name inside an unknown one ("Manila" Cathedral)
  std::span<const NamePosting> anchor_meanings;
  std::uint32_t anchor_group = kNone;
  std::uint32_t group = kNone;      // index into groups
  std::uint32_t container = kNone;  // mention that is said to contain this one ("Paris", "Texas")
  float found = 0;                  // probability that it names a place
};

// A reading of a name.
struct Reading {
  std::uint32_t entry;
  NameUse use;
  float score = 0;        // log odds
  float probability = 0;  // among the readings of its group
};

// All mentions of one name in the story: they are taken to mean one place (Gale, Church & Yarowsky, "One sense per
// discourse", 1992).
struct NameGroup {
  std::uint64_t key = 0;
  std::uint32_t first_reading = 0, reading_count = 0;  // in PlaceWorkspace::readings
  std::uint32_t mentions = 0;
  std::uint32_t best = kNone;  // index into readings
  PlaceKind wanted = PlaceKind::none;
  bool known() const { return reading_count != 0; }
};

struct PlaceWorkspace {
  std::vector<PlaceMention> mentions;  // in text order, not overlapping
  std::vector<NameGroup> groups;
  std::vector<Reading> readings;
  std::vector<std::uint32_t> entity_of;  // by token: index of its entity, or kNone
  std::unordered_map<std::uint64_t, std::uint32_t> group_of_key;
  NameFolder folder;

  // For training: where set, the features of every decision are kept.
  bool trace = false;
  std::vector<FindVector> find_trace;                            // by mention
  std::vector<std::pair<std::uint32_t, PickVector>> pick_trace;  // reading index and its features
};

}  // namespace annals
