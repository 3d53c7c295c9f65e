// Building of the gazetteer sections.
#include "place/gazetteer_builder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numbers>
#include <set>

#include "place/name_key.h"

namespace annals {
namespace {

// The middle of points on the globe: the mean of their directions, so that the date line does no harm.
class Middle {
 public:
  void add(double lat, double lon) {
    const double a = lat * std::numbers::pi / 180, o = lon * std::numbers::pi / 180;
    x_ += std::cos(a) * std::cos(o);
    y_ += std::cos(a) * std::sin(o);
    z_ += std::sin(a);
    ++count_;
  }
  bool empty() const { return count_ == 0; }
  double lat() const { return std::atan2(z_, std::hypot(x_, y_)) * 180 / std::numbers::pi; }
  double lon() const { return std::atan2(y_, x_) * 180 / std::numbers::pi; }

 private:
  double x_ = 0, y_ = 0, z_ = 0;
  int count_ = 0;
};

// Which of two uses of one name by one place to keep: the lexicon's word goes before a package's.
int rank(NameUse use) {
  switch (use) {
    case NameUse::alternate:
      return 0;
    case NameUse::main:
      return 1;
    case NameUse::national:
      return 2;
    case NameUse::adjective:
      return 3;
    case NameUse::abbreviation:
      return 4;
    case NameUse::curated:
      return 5;
  }
  return 0;
}

}  // namespace

std::uint32_t GazetteerBuilder::add_place(const PlaceRecord& record, NameUse use) {
  const std::uint32_t known = record.geonames == 0 ? kNoPlace : find(record.geonames);
  if (known != kNoPlace) {
    PlaceRecord& old = records_[known];
    old.name = record.name;
    old.kind = record.kind;
    if (!record.country.empty()) old.country = record.country;
    if (record.located) old.lat = record.lat, old.lon = record.lon, old.located = true;
    if (record.population != 0) old.population = record.population;
    if (record.admin1 != kNoPlace) old.admin1 = record.admin1;
    if (record.admin2 != kNoPlace) old.admin2 = record.admin2;
    old.names.insert(old.names.end(), record.names.begin(), record.names.end());
    add_name(known, record.name, use);
    return known;
  }
  const auto index = static_cast<std::uint32_t>(records_.size());
  records_.push_back(record);
  if (record.geonames != 0) by_geonames_.emplace(record.geonames, index);
  add_name(index, record.name, use);
  return index;
}

void GazetteerBuilder::add_name(std::uint32_t place, std::string_view name, NameUse use) {
  const std::uint64_t key = use == NameUse::abbreviation ? exact_key(name) : name_key(name);
  if (key != 0) names_.push_back({key, NamePosting::of(place, use)});
}

std::uint32_t GazetteerBuilder::find(std::uint32_t geonames) const {
  const auto it = by_geonames_.find(geonames);
  return it == by_geonames_.end() ? kNoPlace : it->second;
}

void GazetteerBuilder::place_divisions() {
  std::vector<Middle> middles(records_.size());
  std::vector<std::uint64_t> people(records_.size(), 0);
  for (const PlaceRecord& record : records_) {
    if (!record.located) continue;
    for (const std::uint32_t division : {record.admin1, record.admin2}) {
      if (division == kNoPlace) continue;
      middles[division].add(record.lat, record.lon);
      people[division] += record.population;
    }
  }
  for (std::size_t i = 0; i < records_.size(); ++i) {
    PlaceRecord& record = records_[i];
    if (record.population == 0)
      record.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(people[i], UINT32_MAX));
    if (record.located || middles[i].empty()) continue;
    record.lat = middles[i].lat();
    record.lon = middles[i].lon();
    record.located = true;
  }
}

std::uint16_t GazetteerBuilder::country_row(const std::string& iso3) {
  if (iso3.size() != 3) return 0;
  for (std::size_t i = 1; i < countries_.size(); ++i) {
    if (iso3 == countries_[i].iso3) return static_cast<std::uint16_t>(i);
  }
  CountryRow row{{}, kNoPlace};
  std::memcpy(row.iso3, iso3.data(), 3);
  countries_.push_back(row);
  return static_cast<std::uint16_t>(countries_.size() - 1);
}

void GazetteerBuilder::write(ModelWriter& model) {
  place_divisions();
  write_entries(model);
  write_names(model);
  write_provinces(model);
}

void GazetteerBuilder::write_entries(ModelWriter& model) {
  countries_.assign(1, CountryRow{{}, kNoPlace});
  std::vector<GazetteerEntry> entries;
  std::string text;
  std::unordered_map<std::string, std::uint32_t> offsets;
  entries.reserve(records_.size());
  for (std::size_t i = 0; i < records_.size(); ++i) {
    const PlaceRecord& r = records_[i];
    const std::string name = r.name.substr(0, 255);
    const auto [it, fresh] = offsets.emplace(name, static_cast<std::uint32_t>(text.size()));
    if (fresh) text += name;
    const std::uint16_t country = country_row(r.country);
    if (country != 0 &&
        (r.kind == PlaceKind::country || (r.kind == PlaceKind::territory && countries_[country].entry == kNoPlace))) {
      countries_[country].entry = static_cast<std::uint32_t>(i);
    }
    entries.push_back({static_cast<float>(r.lat), static_cast<float>(r.lon), r.geonames, r.population, r.admin1,
                       r.admin2, it->second, country, static_cast<std::uint8_t>(name.size()), r.kind});
  }
  model.add_array("place.entries", std::span<const GazetteerEntry>(entries));
  model.add_array("place.countries", std::span<const CountryRow>(countries_));
  model.add_text("place.text", text);
}

void GazetteerBuilder::write_names(ModelWriter& model) {
  std::erase_if(names_, [&](const Name& name) { return !records_[name.posting.entry()].located; });
  // By key; within a key by place, and of two uses by one place the one to keep comes first.
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    if (a.key != b.key) return a.key < b.key;
    if (a.posting.entry() != b.posting.entry()) return a.posting.entry() < b.posting.entry();
    return rank(a.posting.use()) > rank(b.posting.use());
  });
  const auto twin = [](const Name& a, const Name& b) {
    return a.key == b.key && a.posting.entry() == b.posting.entry();
  };
  names_.erase(std::unique(names_.begin(), names_.end(), twin), names_.end());

  std::vector<GazetteerName> index;
  std::vector<NamePosting> postings;
  std::vector<std::uint64_t> keys;
  for (const Name& name : names_) {
    if (keys.empty() || keys.back() != name.key) {
      keys.push_back(name.key);
      index.push_back({static_cast<std::uint32_t>(name.key), static_cast<std::uint32_t>(postings.size())});
    }
    postings.push_back(name.posting);
  }
  index.push_back({0, static_cast<std::uint32_t>(postings.size())});

  // About four names a bucket: one cache line holds eight.
  const std::size_t bucket_count = std::bit_ceil(keys.size() / 4 + 2);
  const int shift = 64 - std::countr_zero(bucket_count);
  std::vector<std::uint32_t> buckets(bucket_count + 1, 0);
  for (const std::uint64_t key : keys) ++buckets[(key >> shift) + 1];
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
  model.add_array("place.buckets", std::span<const std::uint32_t>(buckets));
  model.add_array("place.names", std::span<const GazetteerName>(index));
  model.add_array("place.postings", std::span<const NamePosting>(postings));
}

// "Herat" is the town; the province around it has to be asked for as "Herat Province". A province without a town of its
// name goes by every name that it has.
void GazetteerBuilder::write_provinces(ModelWriter& model) {
  std::set<std::pair<std::uint32_t, std::uint64_t>> towns;  // province and name
  for (const Name& name : names_) {
    const PlaceRecord& record = records_[name.posting.entry()];
    if (record.admin1 != kNoPlace && record.kind != PlaceKind::admin2) towns.emplace(record.admin1, name.key);
  }
  std::vector<ProvinceRow> provinces;
  std::string text;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    ProvinceRow row{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(text.size()), 0};
    std::set<std::uint64_t> had;
    for (const std::string& name : records_[i].names) {
      const std::uint64_t key = name_key(name);
      if (key == 0 || towns.contains({row.entry, key}) || !had.insert(key).second) continue;
      text.append(text.size() > row.names ? "|" : "").append(name);
    }
    row.size = static_cast<std::uint32_t>(text.size()) - row.names;
    if (row.size > 0) provinces.push_back(row);
  }
  model.add_array("place.provinces", std::span<const ProvinceRow>(provinces));
  model.add_text("place.province_names", text);
}

}  // namespace annals
