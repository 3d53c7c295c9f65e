// The gazetteer of a mapped model: which places a name may mean, and what is known of each.
//
// docs/places.md describes the sections. A name is looked up by the hash of its folded form (name_key.h): the top bits
// choose a bucket, 32 bits more tell the names of a bucket apart, and each name points to its run of postings.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/model_file.h"

namespace annals {

// What kind of thing a place is.
enum class PlaceKind : std::uint8_t {
  none,
  continent,
  country,
  territory,  // a dependency, or land whose standing is disputed
  admin1,     // state, province
  admin2,     // county, district
  capital,    // of a country
  city,
  town,
  district,  // part of a city
  region,    // land without a government of its own: the Sahel, Scandinavia, a border strip
  camp,      // of refugees or prisoners
  crossing,  // on a border
  facility,  // a building, base, airport, square, street
  island,
  mountain,
  desert,
  ocean,
  sea,
  strait,
  river,
  lake,
};
inline constexpr int kPlaceKinds = 22;
std::string_view place_kind_name(PlaceKind kind);
// none where `name` is no kind.
PlaceKind place_kind_of(std::string_view name);

// How a name stands to the place.
enum class NameUse : std::uint8_t {
  main,          // the name that the gazetteer's source gives first
  alternate,     // another of its names, in whatever language
  curated,       // a name of lexicon/places.tsv
  abbreviation,  // "U.S.", "Calif.": only in these letters
  adjective,     // "Turkish"
  national,      // "Turk", "Turks"
};

struct GazetteerEntry {
  float lat, lon;            // degrees
  std::uint32_t geonames;    // 0 where unknown
  std::uint32_t population;  // 0 where unknown
  std::uint32_t admin1;      // index of an entry, or kNoPlace
  std::uint32_t admin2;      // index of an entry, or kNoPlace
  std::uint32_t name;        // offset into the names section
  std::uint16_t country;     // index into the countries section, 0 for none
  std::uint8_t name_size;    // bytes
  PlaceKind kind;
};
static_assert(sizeof(GazetteerEntry) == 32);
inline constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;

struct CountryRow {
  char iso3[4];         // with a closing NUL
  std::uint32_t entry;  // the country itself, or kNoPlace
};

// The names of a province.
struct ProvinceRow {
  std::uint32_t entry;        // of the province
  std::uint32_t names, size;  // in the section of their names, parted by '|'
};

// A name of the index: its postings are those from `first` up to the next name's.
struct GazetteerName {
  std::uint32_t fingerprint;  // low 32 bits of the key
  std::uint32_t first;
};

// One meaning of a name.
struct NamePosting {
  std::uint32_t packed;

  std::uint32_t entry() const { return packed & 0x0FFFFFFF; }
  NameUse use() const { return static_cast<NameUse>(packed >> 28); }
  static NamePosting of(std::uint32_t entry, NameUse use) { return {entry | static_cast<std::uint32_t>(use) << 28}; }
};

class Gazetteer {
 public:
  // Borrows the model's sections. Throws Error{Fault::model} where they are missing or do not fit together.
  explicit Gazetteer(const ModelFile& model);

  // The meanings of a name by its key (name_key, exact_key); none where it is unknown.
  std::span<const NamePosting> find(std::uint64_t key) const;

  std::size_t size() const { return entries_.size(); }
  // `index` must be below size(): postings are checked when the model is opened.
  const GazetteerEntry& entry(std::uint32_t index) const { return entries_[index]; }
  std::string_view name(const GazetteerEntry& entry) const;
  // ISO 3166-1 alpha-3, "" for none. Valid as long as the model.
  std::string_view iso3(std::uint16_t country) const;
  // The names by which one may ask for all that is in a province ("Helmand|Helmand Province"), none of which is also a
  // town's in it. "" where `entry` is no province, or the model is of a version without them.
  std::string_view province_names(std::uint32_t entry) const;
  // The entry of a country, or kNoPlace.
  std::uint32_t country_entry(std::uint16_t country) const;

 private:
  std::span<const GazetteerEntry> entries_;
  std::span<const std::uint32_t> buckets_;  // where each bucket's names begin; one more than there are buckets
  std::span<const GazetteerName> names_;    // closed by one that holds the number of postings
  std::span<const NamePosting> postings_;
  std::span<const CountryRow> countries_;
  std::span<const ProvinceRow> provinces_;  // by entry
  std::string_view province_names_;
  std::string_view text_;
  int shift_ = 0;  // 64 less the bits that choose a bucket
};

// Great-circle distance in kilometres.
double kilometres(float lat1, float lon1, float lat2, float lon2);

}  // namespace annals
