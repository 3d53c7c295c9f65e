// Names of the features and reading of lexicon/place_weights.tsv.
#include "place/place_weights.h"

#include <charconv>
#include <string>

#include "base/tsv.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, kFindFeatures> kFindNames = {"bias",
                                                                    "gpe",
                                                                    "loc",
                                                                    "fac",
                                                                    "norp",
                                                                    "org_whole",
                                                                    "org_start",
                                                                    "org_inside",
                                                                    "org_facility",
                                                                    "person_whole",
                                                                    "person_part",
                                                                    "event_part",
                                                                    "other_part",
                                                                    "other_whole",
                                                                    "unlabelled",
                                                                    "entity_cut",
                                                                    "unknown",
                                                                    "main_name",
                                                                    "alternate_name",
                                                                    "curated_name",
                                                                    "abbreviation",
                                                                    "adjective",
                                                                    "national",
                                                                    "population",
                                                                    "kind_country",
                                                                    "kind_division",
                                                                    "kind_city",
                                                                    "kind_land",
                                                                    "kind_water",
                                                                    "kind_facility",
                                                                    "unlabelled_population",
                                                                    "unlabelled_alternate",
                                                                    "unlabelled_curated",
                                                                    "person_population",
                                                                    "org_population",
                                                                    "norp_adjective",
                                                                    "person_curated",
                                                                    "person_surname",
                                                                    "org_curated",
                                                                    "proper_noun",
                                                                    "common_word",
                                                                    "all_capitals",
                                                                    "starts_sentence",
                                                                    "several_words",
                                                                    "has_digit",
                                                                    "short_code",
                                                                    "after_locative",
                                                                    "before_comma_place",
                                                                    "after_place_comma",
                                                                    "after_title",
                                                                    "name_continues",
                                                                    "name_began",
                                                                    "type_word",
                                                                    "facility_word",
                                                                    "compound_modifier",
                                                                    "subject",
                                                                    "possessive",
                                                                    "dateline",
                                                                    "story_place_share",
                                                                    "story_person_share",
                                                                    "story_org_share",
                                                                    "surname",
                                                                    "repeated",
                                                                    "container_known"};

constexpr std::array<std::string_view, kPickFeatures> kPickNames = {"population",
                                                                    "most_populous",
                                                                    "unsupported_population",
                                                                    "main_name",
                                                                    "alternate_name",
                                                                    "curated_name",
                                                                    "curated_city",
                                                                    "abbreviation",
                                                                    "demonym",
                                                                    "kind_continent",
                                                                    "kind_country",
                                                                    "kind_territory",
                                                                    "kind_admin1",
                                                                    "kind_admin2",
                                                                    "kind_capital",
                                                                    "kind_city",
                                                                    "kind_district",
                                                                    "kind_land",
                                                                    "kind_water",
                                                                    "kind_facility",
                                                                    "kind_camp",
                                                                    "country_share",
                                                                    "country_named",
                                                                    "admin1_share",
                                                                    "admin2_share",
                                                                    "near",
                                                                    "very_near",
                                                                    "in_container",
                                                                    "contains_named",
                                                                    "kind_wanted",
                                                                    "kind_unwanted",
                                                                    "dateline_country",
                                                                    "division_for_city",
                                                                    "neighbourhood",
                                                                    "same_name_division"};

template <std::size_t N>
bool set(std::array<float, N>& weights, const std::array<std::string_view, N>& names, std::string_view name, float w) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) {
      weights[i] = w;
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view feature_name(FindFeature feature) { return kFindNames[static_cast<std::size_t>(feature)]; }
std::string_view feature_name(PickFeature feature) { return kPickNames[static_cast<std::size_t>(feature)]; }

PlaceWeights PlaceWeights::read(std::string_view text) {
  const TsvTable table(text, "lexicon/place_weights.tsv");
  const std::size_t model = table.column("model"), feature = table.column("feature"), weight = table.column("weight");
  PlaceWeights weights;
  for (const TsvRow& row : table) {
    float value = 0;
    const std::string_view cell = row[weight];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
      throw table.error(row, "\"" + std::string(cell) + "\" is no number", "Write the weight as a decimal number.");
    }
    const bool known = row[model] == "find"   ? set(weights.find, kFindNames, row[feature], value)
                       : row[model] == "pick" ? set(weights.pick, kPickNames, row[feature], value)
                                              : false;
    if (!known) {
      throw table.error(
          row, "there is no feature \"" + std::string(row[feature]) + "\" of \"" + std::string(row[model]) + "\"",
          "src/place/place_weights.h lists the features of find and pick.");
    }
  }
  return weights;
}

}  // namespace annals
