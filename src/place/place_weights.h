// The features by which places are recognised and resolved, and their weights from lexicon/place_weights.tsv.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace annals {

// Recognition: is this mention one of a place?
enum class FindFeature : std::uint8_t {
  bias,
  // the engine's entity, and how much of it the name is
  gpe,
  loc,
  fac,
  norp,
  org_whole,
  org_start,
  org_inside,
  org_facility,
  person_whole,
  person_part,
  event_part,
  other_part,
  other_whole,
  unlabelled,
  entity_cut,
  // the gazetteer's word
  unknown,
  main_name,
  alternate_name,
  curated_name,
  abbreviation,
  adjective,
  national,
  population,
  kind_country,
  kind_division,
  kind_city,
  kind_land,
  kind_water,
  kind_facility,
  // without the engine's word for it, the gazetteer's counts for more
  unlabelled_population,
  unlabelled_alternate,
  unlabelled_curated,
  person_population,
  org_population,
  norp_adjective,
  person_curated,
  person_surname,
  org_curated,
  // shape
  proper_noun,
  common_word,
  all_capitals,
  starts_sentence,
  several_words,
  has_digit,
  short_code,
  // neighbours
  after_locative,
  before_comma_place,
  after_place_comma,
  after_title,
  name_continues,
  name_began,
  type_word,
  facility_word,
  compound_modifier,
  subject,
  possessive,
  dateline,
  // the rest of the story
  story_place_share,
  story_person_share,
  story_org_share,
  surname,
  repeated,
  container_known,
  count
};

// Resolution: which of the gazetteer's entries of that name?
enum class PickFeature : std::uint8_t {
  population,
  most_populous,
  unsupported_population,
  main_name,
  alternate_name,
  curated_name,
  curated_city,
  abbreviation,
  demonym,
  kind_continent,
  kind_country,
  kind_territory,
  kind_admin1,
  kind_admin2,
  kind_capital,
  kind_city,
  kind_district,
  kind_land,
  kind_water,
  kind_facility,
  kind_camp,
  country_share,
  country_named,
  admin1_share,
  admin2_share,
  near,
  very_near,
  in_container,
  contains_named,
  kind_wanted,
  kind_unwanted,
  dateline_country,
  division_for_city,
  neighbourhood,
  same_name_division,
  count
};

inline constexpr std::size_t kFindFeatures = static_cast<std::size_t>(FindFeature::count);
inline constexpr std::size_t kPickFeatures = static_cast<std::size_t>(PickFeature::count);

std::string_view feature_name(FindFeature feature);
std::string_view feature_name(PickFeature feature);

using FindVector = std::array<float, kFindFeatures>;
using PickVector = std::array<float, kPickFeatures>;

inline float& at(FindVector& v, FindFeature f) { return v[static_cast<std::size_t>(f)]; }
inline float& at(PickVector& v, PickFeature f) { return v[static_cast<std::size_t>(f)]; }

struct PlaceWeights {
  FindVector find{};
  PickVector pick{};

  // Reads the table. A feature that it does not list weighs nothing; one that does not exist is an error with its line.
  static PlaceWeights read(std::string_view table);
};

template <std::size_t N>
float dot(const std::array<float, N>& a, const std::array<float, N>& b) {
  float sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace annals
