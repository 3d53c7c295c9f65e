// Grouping of mentions and linking of containers.
#include "place/place_groups.h"

#include <algorithm>

#include "place/place_mentions.h"

namespace annals {
namespace {

// Regions without a country of their own have no list of what lies in them; a city this near their middle may.
constexpr double kRegionReachKm = 150;

std::uint32_t group_of(std::uint64_t key, std::span<const NamePosting> meanings, PlaceKind wanted,
                       const Gazetteer& gazetteer, PlaceWorkspace& work) {
  // "Washington state" and "Washington" in one story are two places.
  if (wanted != PlaceKind::none) {
    const auto fits = [&](NamePosting p) { return suits(gazetteer.entry(p.entry()).kind, wanted); };
    const bool tells_apart =
        std::any_of(meanings.begin(), meanings.end(), fits) && !std::all_of(meanings.begin(), meanings.end(), fits);
    if (tells_apart) {
      key += static_cast<std::uint64_t>(wanted) * 0x9E3779B97F4A7C15;  // the golden ratio's bits: spreads keys
    } else {
      wanted = PlaceKind::none;
    }
  }
  const auto [it, fresh] = work.group_of_key.try_emplace(key, static_cast<std::uint32_t>(work.groups.size()));
  if (fresh) work.groups.emplace_back();
  NameGroup& group = work.groups[it->second];
  // A mention for which no listed place will do may open the group of a name that later mentions find listed.
  if (group.known()) return it->second;
  group.key = key;
  group.wanted = wanted;
  group.first_reading = static_cast<std::uint32_t>(work.readings.size());
  group.reading_count = static_cast<std::uint32_t>(meanings.size());
  for (const NamePosting p : meanings) work.readings.push_back({p.entry(), p.use()});
  return it->second;
}

}  // namespace

void group_mentions(const Gazetteer& gazetteer, PlaceWorkspace& work) {
  work.groups.clear();
  work.readings.clear();
  work.group_of_key.clear();
  for (PlaceMention& mention : work.mentions) {
    mention.group = group_of(mention.key, mention.meanings, mention.wanted, gazetteer, work);
    ++work.groups[mention.group].mentions;
    if (!mention.anchor_meanings.empty()) {
      mention.anchor_group = group_of(mention.anchor_key, mention.anchor_meanings, PlaceKind::none, gazetteer, work);
    }
  }
}

void link_containers(const Annotation& story, const PlaceWords& words, PlaceWorkspace& work) {
  for (std::size_t i = 0; i + 1 < work.mentions.size(); ++i) {
    PlaceMention& inner = work.mentions[i];
    const PlaceMention& outer = work.mentions[i + 1];
    if (inner.demonym || outer.demonym || outer.tokens.begin - inner.tokens.end > 4) continue;
    bool joined = false, plain = true;
    for (std::uint32_t t = inner.tokens.end; t < outer.tokens.begin && plain; ++t) {
      const std::string_view word = story.lower(t);
      const bool joins = word == "," || word == "in" || word == "of" || word == "(";
      joined = joined || joins;
      plain = joins || word == "the" || words.is(word, kDirectionWord) || words.is(word, kTypeWord);
    }
    if (joined && plain) inner.container = static_cast<std::uint32_t>(i + 1);
  }
}

bool contains(const Gazetteer& gazetteer, std::uint32_t outer_index, std::uint32_t inner_index) {
  if (outer_index == inner_index) return false;
  const GazetteerEntry& outer = gazetteer.entry(outer_index);
  const GazetteerEntry& inner = gazetteer.entry(inner_index);
  if (inner.admin1 == outer_index || inner.admin2 == outer_index) return true;
  const auto same_country = [&] { return outer.country != 0 && outer.country == inner.country; };
  switch (outer.kind) {
    case PlaceKind::country:
      return same_country() && inner.kind != PlaceKind::country;
    case PlaceKind::city:
    case PlaceKind::capital:
      return (inner.kind == PlaceKind::district || inner.kind == PlaceKind::facility ||
              inner.kind == PlaceKind::city) &&
             kilometres(outer.lat, outer.lon, inner.lat, inner.lon) < 40;
    case PlaceKind::territory:
    case PlaceKind::admin1:
    case PlaceKind::region:
    case PlaceKind::island:
      return same_country() && inner.admin1 == kNoPlace && inner.kind != PlaceKind::country &&
             kilometres(outer.lat, outer.lon, inner.lat, inner.lon) < kRegionReachKm;
    default:
      return false;
  }
}

}  // namespace annals
