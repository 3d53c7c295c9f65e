// A log-linear model over the readings of a name, run three times: first by what a reading is in itself, then twice
// more with the countries, divisions and points on which the rest of the story has settled.
#include "place/place_resolution.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numbers>
#include <unordered_map>

#include "place/place_groups.h"
#include "place/place_mentions.h"

namespace annals {
namespace {

constexpr int kRounds = 3;
constexpr float kNearKm = 200, kVeryNearKm = 40;
constexpr double kSeatKm = 100;  // a town this near its division's middle is one with it for a reader
constexpr float kFarKm = 2000;   // beyond this, distance says nothing more
constexpr float kEarthRadiusKm = 6371;

using Shares = std::unordered_map<std::uint32_t, float>;

// A point of the globe as a direction, so that a distance costs three products and no sine.
struct Direction {
  float x, y, z;

  static Direction of(float lat, float lon) {
    const float a = lat * std::numbers::pi_v<float> / 180, o = lon * std::numbers::pi_v<float> / 180;
    return {std::cos(a) * std::cos(o), std::cos(a) * std::sin(o), std::sin(a)};
  }
  // Kilometres along the chord: within 1% of the surface's up to 3,000 km.
  float chord(const Direction& b) const {
    const float dx = x - b.x, dy = y - b.y, dz = z - b.z;
    return kEarthRadiusKm * std::sqrt(dx * dx + dy * dy + dz * dz);
  }
};

class Resolution {
 public:
  Resolution(const Gazetteer& gazetteer, const PlaceWeights& weights, PlaceWorkspace& work)
      : gazetteer_(gazetteer), weights_(weights), work_(work), weight_(work.groups.size(), 0.0F) {
    for (const PlaceMention& m : work.mentions) {
      weight_[m.group] = std::max(weight_[m.group], m.found);
      if (m.anchor_group != kNone) weight_[m.anchor_group] = std::max(weight_[m.anchor_group], 0.5F * m.found);
    }
  }

  void run() {
    list_links();
    for (int round = 0; round < kRounds; ++round) {
      if (round > 0) gather();
      if (work_.trace) work_.pick_trace.clear();
      for (std::uint32_t g = 0; g < work_.groups.size(); ++g) {
        if (work_.groups[g].known()) score(g, round > 0);
      }
    }
  }

 private:
  using F = PickFeature;

  std::span<Reading> readings(const NameGroup& group) {
    return std::span(work_.readings).subspan(group.first_reading, group.reading_count);
  }

  // How much the story speaks of each country and division, and where its surest places lie.
  void gather() {
    country_.clear();
    admin1_.clear();
    admin2_.clear();
    named_.clear();
    total_ = 0;
    points_.clear();
    dateline_ = dateline_country();
    for (std::uint32_t g = 0; g < work_.groups.size(); ++g) {
      const NameGroup& group = work_.groups[g];
      if (!group.known() || weight_[g] < 0.2F) continue;
      total_ += weight_[g];
      for (const Reading& r : readings(group)) {
        if (r.probability < 0.05F) continue;
        const GazetteerEntry& e = gazetteer_.entry(r.entry);
        const float share = weight_[g] * r.probability;
        if (e.country != 0) country_[e.country] += share;
        const std::uint32_t first = e.kind == PlaceKind::admin1 ? r.entry : e.admin1;
        const std::uint32_t second = e.kind == PlaceKind::admin2 ? r.entry : e.admin2;
        if (first != kNoPlace) admin1_[first] += share;
        if (second != kNoPlace) admin2_[second] += share;
        if (e.kind == PlaceKind::country) named_[e.country] += share;
      }
      if (group.best == kNone) continue;
      const Reading& best = work_.readings[group.best];
      const GazetteerEntry& e = gazetteer_.entry(best.entry);
      const bool local = e.kind != PlaceKind::country && e.kind != PlaceKind::continent && e.kind != PlaceKind::ocean;
      if (local && best.probability * weight_[g] > 0.4F) points_.push_back({g, Direction::of(e.lat, e.lon)});
    }
  }

  float share(const Shares& shares, std::uint32_t key, float own) const {
    const auto it = shares.find(key);
    if (it == shares.end()) return 0;
    return std::max(0.0F, it->second - own) / (total_ + 1);
  }

  void score(std::uint32_t g, bool with_story) {
    NameGroup& group = work_.groups[g];
    const auto [first, last] = std::equal_range(links_.begin(), links_.end(), Link{g, 0, false}, Link::earlier_group);
    outer_.clear();
    inner_.clear();
    for (auto link = first; link != last; ++link) (link->other_is_outer ? outer_ : inner_).push_back(link->other);
    std::uint32_t most = 0;
    for (const Reading& r : readings(group)) most = std::max(most, gazetteer_.entry(r.entry).population);
    float top = -1e9F;
    group.best = group.first_reading;
    for (std::uint32_t i = group.first_reading; i < group.first_reading + group.reading_count; ++i) {
      PickVector v{};
      own_features(work_.readings[i], group, most, v);
      if (with_story) story_features(g, work_.readings[i], v);
      const float value = dot(v, weights_.pick);
      new_scores_.push_back(value);
      if (work_.trace) work_.pick_trace.emplace_back(i, v);
      if (value > top) {
        top = value;
        group.best = i;
      }
    }
    float sum = 0;
    for (const float s : new_scores_) sum += std::exp(s - top);
    for (std::uint32_t k = 0; k < group.reading_count; ++k) {
      Reading& r = work_.readings[group.first_reading + k];
      r.score = new_scores_[k];
      r.probability = std::exp(new_scores_[k] - top) / sum;
    }
    new_scores_.clear();
    prefer_seat(group);
  }

  // "Ramallah" is the town and not the governorate around it, unless the story asks for the latter. The two are too
  // near each other for training to tell them apart.
  void prefer_seat(NameGroup& group) {
    const Reading& best = work_.readings[group.best];
    const GazetteerEntry& division = gazetteer_.entry(best.entry);
    if (division.kind != PlaceKind::admin1 && division.kind != PlaceKind::admin2) return;
    if (group.wanted != PlaceKind::none || best.use == NameUse::curated || !inner_.empty()) return;
    for (std::uint32_t i = group.first_reading; i < group.first_reading + group.reading_count; ++i) {
      const GazetteerEntry& town = gazetteer_.entry(work_.readings[i].entry);
      if (!is_town(town.kind) || town.country != division.country || work_.readings[i].use == NameUse::alternate)
        continue;
      if (kilometres(town.lat, town.lon, division.lat, division.lon) > kSeatKm) continue;
      std::swap(work_.readings[i].probability, work_.readings[group.best].probability);
      std::swap(work_.readings[i].score, work_.readings[group.best].score);
      group.best = i;
      return;
    }
  }

  static bool is_town(PlaceKind kind) {
    return kind == PlaceKind::city || kind == PlaceKind::capital || kind == PlaceKind::town ||
           kind == PlaceKind::district;
  }

  void own_features(const Reading& r, const NameGroup& group, std::uint32_t most, PickVector& v) {
    const GazetteerEntry& e = gazetteer_.entry(r.entry);
    at(v, F::population) = std::log10(static_cast<float>(e.population) + 1) / 7;
    if (e.population == most && most != 0) at(v, F::most_populous) = 1;
    switch (r.use) {
      case NameUse::main:
        at(v, F::main_name) = 1;
        break;
      case NameUse::alternate:
        at(v, F::alternate_name) = 1;
        break;
      case NameUse::curated:
        at(v, is_town(e.kind) ? F::curated_city : F::curated_name) = 1;
        break;
      case NameUse::abbreviation:
        at(v, F::abbreviation) = 1;
        break;
      case NameUse::adjective:
      case NameUse::national:
        at(v, F::demonym) = 1;
        break;
    }
    at(v, kind_feature(e.kind)) = 1;
    if (e.kind == PlaceKind::admin1 || e.kind == PlaceKind::admin2) {
      for (const Reading& other : readings(group)) {
        const GazetteerEntry& town = gazetteer_.entry(other.entry);
        const bool own_town = e.kind == PlaceKind::admin1 ? town.admin1 == r.entry : town.admin2 == r.entry;
        if (own_town && other.use != NameUse::alternate) at(v, F::same_name_division) = 1;
      }
    }
    if (group.wanted != PlaceKind::none) at(v, suits(e.kind, group.wanted) ? F::kind_wanted : F::kind_unwanted) = 1;
  }

  static PickFeature kind_feature(PlaceKind kind) {
    switch (kind) {
      case PlaceKind::continent:
        return F::kind_continent;
      case PlaceKind::country:
        return F::kind_country;
      case PlaceKind::territory:
        return F::kind_territory;
      case PlaceKind::admin1:
        return F::kind_admin1;
      case PlaceKind::admin2:
        return F::kind_admin2;
      case PlaceKind::capital:
        return F::kind_capital;
      case PlaceKind::city:
      case PlaceKind::town:
        return F::kind_city;
      case PlaceKind::district:
        return F::kind_district;
      case PlaceKind::ocean:
      case PlaceKind::sea:
      case PlaceKind::strait:
      case PlaceKind::river:
      case PlaceKind::lake:
        return F::kind_water;
      case PlaceKind::facility:
      case PlaceKind::crossing:
        return F::kind_facility;
      case PlaceKind::camp:
        return F::kind_camp;
      default:
        return F::kind_land;
    }
  }

  void story_features(std::uint32_t g, const Reading& r, PickVector& v) {
    const GazetteerEntry& e = gazetteer_.entry(r.entry);
    const float own = weight_[g] >= 0.2F ? weight_[g] * r.probability : 0;
    const bool country = e.kind == PlaceKind::country;
    // Countries must not vouch for themselves through others' divisions: what counts is the rest of the story.
    at(v, F::country_share) = share(country_, e.country, own);
    if (!country && e.country != 0 && share(named_, e.country, 0) > 0) at(v, F::country_named) = 1;
    const std::uint32_t first = e.kind == PlaceKind::admin1 ? r.entry : e.admin1;
    const std::uint32_t second = e.kind == PlaceKind::admin2 ? r.entry : e.admin2;
    if (first != kNoPlace) at(v, F::admin1_share) = share(admin1_, first, own);
    if (second != kNoPlace) at(v, F::admin2_share) = share(admin2_, second, own);
    if (at(v, F::country_share) < 0.05F) at(v, F::unsupported_population) = at(v, F::population);
    if (!country && e.kind != PlaceKind::continent) distance_features(g, e, v);
    for (const std::uint32_t outer : outer_) raise(v, F::in_container, best_agreement(outer, r.entry, true));
    for (const std::uint32_t inner : inner_) raise(v, F::contains_named, best_agreement(inner, r.entry, false));
    if (at(v, F::same_name_division) != 0 && at(v, F::contains_named) == 0) at(v, F::division_for_city) = 1;
    if (dateline_ != 0 && e.country == dateline_) at(v, F::dateline_country) = 1;
  }

  void distance_features(std::uint32_t g, const GazetteerEntry& e, PickVector& v) const {
    const Direction here = Direction::of(e.lat, e.lon);
    float nearest = kFarKm, around = 0;
    for (const GroupPoint& p : points_) {
      if (p.group == g) continue;
      const float distance = here.chord(p.direction);
      if (distance >= kFarKm) continue;
      nearest = std::min(nearest, distance);
      around += std::exp(-distance / kNearKm);
    }
    at(v, F::near) = std::exp(-nearest / kNearKm);
    at(v, F::very_near) = std::exp(-nearest / kVeryNearKm);
    at(v, F::neighbourhood) = std::min(1.0F, around / 4);
  }

  static void raise(PickVector& v, PickFeature f, float value) { at(v, f) = std::max(at(v, f), value); }

  // The probability of the best reading of `group` that contains `entry`, or that `entry` contains.
  float best_agreement(std::uint32_t group, std::uint32_t entry, bool group_is_outer) {
    float best = 0;
    for (const Reading& other : readings(work_.groups[group])) {
      const bool holds =
          group_is_outer ? contains(gazetteer_, other.entry, entry) : contains(gazetteer_, entry, other.entry);
      if (holds) best = std::max(best, 0.3F + 0.7F * other.probability);
    }
    return best;
  }

  // The country of the first sure place: the dateline, or the lead's.
  std::uint32_t dateline_country() const {
    for (const PlaceMention& m : work_.mentions) {
      if (m.found < 0.7F || m.demonym || !work_.groups[m.group].known()) continue;
      const NameGroup& group = work_.groups[m.group];
      if (group.best == kNone || work_.readings[group.best].probability < 0.6F) return 0;
      return gazetteer_.entry(work_.readings[group.best].entry).country;
    }
    return 0;
  }

  // Two names of which the story says that one contains the other, listed under both.
  struct Link {
    std::uint32_t group, other;
    bool other_is_outer;
    auto operator<=>(const Link&) const = default;
    static bool earlier_group(const Link& a, const Link& b) { return a.group < b.group; }
  };

  void list_links() {
    for (const PlaceMention& m : work_.mentions) {
      if (m.container == kNone) continue;
      const std::uint32_t outer = work_.mentions[m.container].group;
      links_.push_back({m.group, outer, true});
      links_.push_back({outer, m.group, false});
    }
    std::sort(links_.begin(), links_.end());
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
  }

  struct GroupPoint {
    std::uint32_t group;
    Direction direction;
  };

  const Gazetteer& gazetteer_;
  const PlaceWeights& weights_;
  PlaceWorkspace& work_;
  std::vector<float> weight_;  // by group: how surely it is a place
  Shares country_, admin1_, admin2_, named_;
  float total_ = 0;
  std::uint32_t dateline_ = 0;  // country, 0 where unknown
  std::vector<GroupPoint> points_;
  std::vector<Link> links_;                   // by group
  std::vector<std::uint32_t> outer_, inner_;  // groups linked to the one being scored
  std::vector<float> new_scores_;
};

}  // namespace

void resolve_readings(const Gazetteer& gazetteer, const PlaceWeights& weights, PlaceWorkspace& work) {
  Resolution(gazetteer, weights, work).run();
}

}  // namespace annals
