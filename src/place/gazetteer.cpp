// Opening and searching of the gazetteer sections.
#include "place/gazetteer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numbers>

namespace annals {
namespace {

constexpr std::array<std::string_view, kPlaceKinds> kKindNames = {
    "",       "continent", "country", "territory", "admin1",   "admin2",   "capital", "city",
    "town",   "district",  "region",  "camp",      "crossing", "facility", "island",  "mountain",
    "desert", "ocean",     "sea",     "strait",    "river",    "lake"};

constexpr double kEarthDiameterKm = 12742.0;  // twice the mean radius of 6371 km

}  // namespace

std::string_view place_kind_name(PlaceKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

PlaceKind place_kind_of(std::string_view name) {
  for (std::size_t i = 1; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return static_cast<PlaceKind>(i);
  }
  return PlaceKind::none;
}

Gazetteer::Gazetteer(const ModelFile& model)
    : entries_(model.array<GazetteerEntry>("place.entries")),
      buckets_(model.array<std::uint32_t>("place.buckets")),
      names_(model.array<GazetteerName>("place.names")),
      postings_(model.array<NamePosting>("place.postings")),
      countries_(model.array<CountryRow>("place.countries")),
      text_(model.text("place.text")) {
  const auto refuse = [&](std::string_view section) {
    throw Error{Fault::model, model.path(), "section " + std::string(section) + " is damaged",
                "Build the model again with `annals model build`."};
  };
  if (buckets_.size() < 3 || !std::has_single_bit(buckets_.size() - 1)) refuse("place.buckets");
  shift_ = 64 - std::countr_zero(buckets_.size() - 1);
  if (names_.empty() || buckets_.back() != names_.size() - 1) refuse("place.buckets");
  if (!std::is_sorted(buckets_.begin(), buckets_.end())) refuse("place.buckets");
  const auto earlier = [](const GazetteerName& a, const GazetteerName& b) { return a.first < b.first; };
  if (names_.back().first != postings_.size()) refuse("place.names");
  if (!std::is_sorted(names_.begin(), names_.end(), earlier)) refuse("place.names");
  for (const NamePosting posting : postings_) {
    if (posting.entry() >= entries_.size()) refuse("place.postings");
  }
  if (countries_.empty()) refuse("place.countries");
  for (const CountryRow& row : countries_) {
    if (row.iso3[3] != '\0' || (row.entry != kNoPlace && row.entry >= entries_.size())) refuse("place.countries");
  }
  const auto inside = [&](std::uint32_t index) { return index == kNoPlace || index < entries_.size(); };
  for (const GazetteerEntry& e : entries_) {
    const bool whole = e.name <= text_.size() && e.name_size <= text_.size() - e.name &&
                       e.country < countries_.size() && inside(e.admin1) && inside(e.admin2) &&
                       static_cast<int>(e.kind) < kPlaceKinds;
    if (!whole) refuse("place.entries");
  }
  if (!model.has("place.provinces")) return;
  provinces_ = model.array<ProvinceRow>("place.provinces");
  province_names_ = model.text("place.province_names");
  for (const ProvinceRow& row : provinces_) {
    const bool whole = row.names <= province_names_.size() && row.size <= province_names_.size() - row.names;
    if (!whole) refuse("place.provinces");
  }
  if (!std::ranges::is_sorted(provinces_, {}, &ProvinceRow::entry)) refuse("place.provinces");
}

std::span<const NamePosting> Gazetteer::find(std::uint64_t key) const {
  if (key == 0) return {};
  const std::uint64_t bucket = key >> shift_;
  const auto fingerprint = static_cast<std::uint32_t>(key);
  for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (names_[i].fingerprint == fingerprint) {
      return postings_.subspan(names_[i].first, names_[i + 1].first - names_[i].first);
    }
  }
  return {};
}

std::string_view Gazetteer::name(const GazetteerEntry& entry) const {
  return text_.substr(entry.name, entry.name_size);
}

std::string_view Gazetteer::iso3(std::uint16_t country) const {
  return country == 0 ? std::string_view{} : std::string_view(countries_[country].iso3);
}

std::string_view Gazetteer::province_names(std::uint32_t entry) const {
  const auto found = std::ranges::lower_bound(provinces_, entry, {}, &ProvinceRow::entry);
  if (found == provinces_.end() || found->entry != entry) return {};
  return province_names_.substr(found->names, found->size);
}

std::uint32_t Gazetteer::country_entry(std::uint16_t country) const {
  return country == 0 ? kNoPlace : countries_[country].entry;
}

double kilometres(float lat1, float lon1, float lat2, float lon2) {
  const auto radians = [](float degrees) { return static_cast<double>(degrees) * std::numbers::pi / 180.0; };
  const double a = std::sin((radians(lat2) - radians(lat1)) / 2);
  const double b = std::sin((radians(lon2) - radians(lon1)) / 2);
  const double h = a * a + std::cos(radians(lat1)) * std::cos(radians(lat2)) * b * b;
  return kEarthDiameterKm * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace annals
