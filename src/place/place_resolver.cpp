// The place layer: find mentions, group them, recognise, resolve, and write out what was found.
#include "place/place_resolver.h"

#include <algorithm>

#include "place/place_groups.h"
#include "place/place_mentions.h"
#include "place/place_recognition.h"
#include "place/place_resolution.h"

namespace annals {
namespace {

constexpr float kFoundThreshold = 0.5F;

bool is_local(PlaceKind kind) {
  return kind != PlaceKind::none && kind != PlaceKind::country && kind != PlaceKind::continent &&
         kind != PlaceKind::ocean;
}

class PlaceWriter {
 public:
  PlaceWriter(const Annotation& story, const Gazetteer& gazetteer, PlaceWorkspace& work,
              std::vector<NamedPlace>& places)
      : story_(story), gazetteer_(gazetteer), work_(work), places_(places), first_(places.size()) {}

  void run() {
    for (const PlaceMention& m : work_.mentions) {
      if (m.found >= kFoundThreshold) places_.push_back(m.meanings.empty() ? unlisted(m) : listed(m));
    }
    for (std::size_t i = first_; i < places_.size(); ++i) {
      if (!places_[i].point) place_by_neighbours(i);
    }
  }

 private:
  NamedPlace start(const PlaceMention& m) const {
    NamedPlace place;
    place.tokens = m.tokens;
    place.bytes = m.bytes;
    place.found = m.found;
    const bool whole = m.cover == Cover::none || m.cover == Cover::whole;
    const bool entity_is_name = m.entity != kNone && !whole && !m.facility;
    if (entity_is_name) place.use = PlaceUse::part;
    return place;
  }

  NamedPlace listed(const PlaceMention& m) const {
    NamedPlace place = start(m);
    const NameGroup& group = work_.groups[m.group];
    const Reading& best = work_.readings[group.best];
    fill(best.entry, place);
    place.score = best.probability;
    float second = 0;
    for (std::uint32_t i = group.first_reading; i < group.first_reading + group.reading_count; ++i) {
      const Reading& r = work_.readings[i];
      if (i == group.best || r.probability <= second) continue;
      second = r.probability;
      place.runner_up = r.entry;
    }
    place.margin = best.probability - second;
    if (best.use == NameUse::adjective || best.use == NameUse::national) {
      place.use = PlaceUse::demonym;
    } else if (place.use == PlaceUse::literal && speaks(m, place.kind)) {
      place.use = PlaceUse::metonym;
    }
    return place;
  }

  void fill(std::uint32_t entry, NamedPlace& place) const {
    const GazetteerEntry& e = gazetteer_.entry(entry);
    place.entry = entry;
    place.name = gazetteer_.name(e);
    place.kind = e.kind;
    place.country = gazetteer_.iso3(e.country);
    place.province = gazetteer_.province_names(e.kind == PlaceKind::admin1 || e.admin1 == kNoPlace ? entry : e.admin1);
    place.geonames = e.geonames;
    place.point = Point{e.lat, e.lon};
  }

  // A country or capital that does what only people do: the government is meant.
  bool speaks(const PlaceMention& m, PlaceKind kind) const {
    if (kind != PlaceKind::country && kind != PlaceKind::capital) return false;
    const Token& last = story_.tokens[m.tokens.end - 1];
    if (last.dep == Dep::agent || last.dep == Dep::poss) return false;
    if (last.dep != Dep::nsubj) return false;
    return story_.tokens[last.head].pos == Pos::VERB;
  }

  NamedPlace unlisted(const PlaceMention& m) const {
    NamedPlace place = start(m);
    place.name = story_.text(m.tokens);
    place.kind = m.facility ? PlaceKind::facility : PlaceKind::none;
    if (m.anchor_group == kNone) return place;
    const NameGroup& group = work_.groups[m.anchor_group];
    if (group.best == kNone) return place;
    // Only a town that the name surely speaks of: "Manila Cathedral", not "Xavier University".
    const Reading& best = work_.readings[group.best];
    if (best.probability < 0.5F || best.use == NameUse::alternate || best.use == NameUse::adjective) return place;
    if (best.probability < 0.9F && work_.mentions.size() > 1 && group.mentions == 0) return place;
    NamedPlace anchor;
    fill(best.entry, anchor);
    if (is_local(anchor.kind)) borrow(anchor, place);
    return place;
  }

  static void borrow(const NamedPlace& from, NamedPlace& to) {
    to.country = from.country;
    to.province = from.province;
    to.point = from.point;
    to.approximate = true;
  }

  // A building or street that no gazetteer lists is in the town of which the story speaks just then.
  void place_by_neighbours(std::size_t index) {
    const NamedPlace* nearest = nullptr;
    std::uint32_t best = 0xFFFFFFFF;
    for (int local = 1; local >= 0 && nearest == nullptr; --local) {
      for (std::size_t i = first_; i < places_.size(); ++i) {
        const NamedPlace& other = places_[i];
        if (i == index || other.entry == kNoPlace || !other.point) continue;
        if (local == 1 && (!is_local(other.kind) || other.use == PlaceUse::demonym || other.use == PlaceUse::part ||
                           other.score < 0.5F)) {
          continue;
        }
        const std::uint32_t distance = other.tokens.begin < places_[index].tokens.begin
                                           ? places_[index].tokens.begin - other.tokens.begin
                                           : other.tokens.begin - places_[index].tokens.begin;
        if (distance < best) {
          best = distance;
          nearest = &other;
        }
      }
    }
    if (nearest != nullptr) borrow(*nearest, places_[index]);
  }

  const Annotation& story_;
  const Gazetteer& gazetteer_;
  PlaceWorkspace& work_;
  std::vector<NamedPlace>& places_;
  std::size_t first_;
};

}  // namespace

std::string_view place_use_name(PlaceUse use) {
  switch (use) {
    case PlaceUse::literal:
      return "literal";
    case PlaceUse::metonym:
      return "metonym";
    case PlaceUse::demonym:
      return "demonym";
    case PlaceUse::part:
      return "part";
  }
  return "";
}

PlaceResolver::PlaceResolver(const ModelFile& model)
    : gazetteer_(model),
      words_(model.text("lexicon/place_words.tsv")),
      weights_(PlaceWeights::read(model.text("lexicon/place_weights.tsv"))) {}

void PlaceResolver::resolve(const Annotation& story, PlaceWorkspace& work, std::vector<NamedPlace>& places) const {
  find_place_mentions(story, gazetteer_, words_, work);
  group_mentions(gazetteer_, work);
  link_containers(story, words_, work);
  recognise_places(story, gazetteer_, words_, weights_, work);
  resolve_readings(gazetteer_, weights_, work);
  PlaceWriter(story, gazetteer_, work, places).run();
}

}  // namespace annals
