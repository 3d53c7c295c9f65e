// Collects places and their names, and writes them as the gazetteer sections of a model.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/model_file.h"
#include "place/gazetteer.h"

namespace annals {

struct PlaceRecord {
  std::string name;
  PlaceKind kind = PlaceKind::none;
  std::string country;           // ISO 3166-1 alpha-3, "" for none
  std::uint32_t geonames = 0;    // 0 where unknown
  double lat = 0, lon = 0;       // degrees
  bool located = true;           // false: to be placed in the middle of its cities
  std::uint32_t population = 0;  // 0 where unknown
  std::uint32_t admin1 = kNoPlace, admin2 = kNoPlace;
  std::vector<std::string> names = {};  // of a province, in Latin letters: all by which one may ask for it
};

class GazetteerBuilder {
 public:
  // Adds a place under its main name and returns its index. A place whose GeoNames id is there already is the same
  // place: what the later record knows replaces what the earlier one said.
  std::uint32_t add_place(const PlaceRecord& record, NameUse use);
  // Adds a name; the same name added twice keeps the use that says most.
  void add_name(std::uint32_t place, std::string_view name, NameUse use);

  // The place with this GeoNames id, or kNoPlace.
  std::uint32_t find(std::uint32_t geonames) const;
  PlaceRecord& record(std::uint32_t place) { return records_[place]; }
  std::size_t size() const { return records_.size(); }
  std::size_t name_count() const { return names_.size(); }

  // Places the divisions that have no point, drops what stays without one, and adds the sections to `model`.
  void write(ModelWriter& model);

 private:
  struct Name {
    std::uint64_t key;
    NamePosting posting;
  };
  void place_divisions();
  std::uint16_t country_row(const std::string& iso3);
  void write_entries(ModelWriter& model);
  void write_names(ModelWriter& model);
  void write_provinces(ModelWriter& model);

  std::vector<PlaceRecord> records_;
  std::vector<Name> names_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_geonames_;
  std::vector<CountryRow> countries_;
};

}  // namespace annals
