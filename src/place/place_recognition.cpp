// Features of a mention, and the logistic model over them.
#include "place/place_recognition.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "place/place_groups.h"

namespace annals {
namespace {

// What the engine says of the mentions of one name over the whole story.
struct StoryShares {
  float place = 0, person = 0, org = 0;
};

bool is_place_type(EntityType type) {
  return type == EntityType::GPE || type == EntityType::LOC || type == EntityType::FAC;
}

class Recogniser {
 public:
  Recogniser(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words, PlaceWorkspace& work)
      : story_(story), gazetteer_(gazetteer), words_(words), work_(work) {
    list_surnames();
    shares_.resize(work.groups.size());
    for (const PlaceMention& m : work.mentions) {
      if (m.entity == kNone || m.cover == Cover::inside) continue;
      const EntityType type = story.entities[m.entity].type;
      const float part = 1.0F / static_cast<float>(work.groups[m.group].mentions);
      if (is_place_type(type)) shares_[m.group].place += part;
      if (type == EntityType::PERSON) shares_[m.group].person += part;
      if (type == EntityType::ORG) shares_[m.group].org += part;
    }
  }

  FindVector features(std::size_t index) const {
    const PlaceMention& m = work_.mentions[index];
    FindVector v{};
    at(v, FindFeature::bias) = 1;
    entity_features(m, v);
    name_features(m, v);
    shape_features(m, v);
    neighbour_features(index, v);
    story_features(m, v);
    return v;
  }

 private:
  using F = FindFeature;

  void entity_features(const PlaceMention& m, FindVector& v) const {
    if (m.entity == kNone || m.cover == Cover::none) {
      at(v, F::unlabelled) = 1;
      return;
    }
    const Entity& entity = story_.entities[m.entity];
    if (m.tokens.end > entity.tokens.end) at(v, F::entity_cut) = 1;
    const bool whole = m.cover == Cover::whole, start = m.cover == Cover::start;
    switch (entity.type) {
      case EntityType::GPE:
        at(v, F::gpe) = 1;
        break;
      case EntityType::LOC:
        at(v, F::loc) = 1;
        break;
      case EntityType::FAC:
        at(v, F::fac) = 1;
        break;
      case EntityType::NORP:
        at(v, F::norp) = 1;
        break;
      case EntityType::LANGUAGE:  // "the English city"
        at(v, story_.tokens[m.tokens.begin].tag == Tag::JJ ? F::norp : F::other_whole) = 1;
        break;
      case EntityType::ORG:
        at(v, m.facility ? F::org_facility : whole ? F::org_whole : start ? F::org_start : F::org_inside) = 1;
        break;
      case EntityType::PERSON:
        at(v, whole ? F::person_whole : F::person_part) = 1;
        break;
      case EntityType::EVENT:
        at(v, F::event_part) = 1;
        break;
      default:
        at(v, whole ? F::other_whole : F::other_part) = 1;
    }
  }

  void name_features(const PlaceMention& m, FindVector& v) const {
    if (m.meanings.empty()) {
      at(v, F::unknown) = 1;
      return;
    }
    const NamePosting* best = nullptr;
    std::uint32_t people = 0;
    for (const NamePosting& p : m.meanings) {
      const GazetteerEntry& e = gazetteer_.entry(p.entry());
      if (best == nullptr || e.population > people) best = &p, people = e.population;
      switch (p.use()) {
        case NameUse::main:
          at(v, F::main_name) = 1;
          break;
        case NameUse::alternate:
          break;
        case NameUse::curated:
          at(v, F::curated_name) = 1;
          break;
        case NameUse::abbreviation:
          at(v, F::abbreviation) = 1;
          break;
        case NameUse::adjective:
          at(v, F::adjective) = 1;
          break;
        case NameUse::national:
          at(v, F::national) = 1;
          break;
      }
      kind_features(e.kind, v);
    }
    const bool only_alternate =
        std::all_of(m.meanings.begin(), m.meanings.end(), [](NamePosting p) { return p.use() == NameUse::alternate; });
    if (only_alternate) at(v, F::alternate_name) = 1;
    const float size = std::log10(static_cast<float>(people) + 1) / 7;
    const bool curated = at(v, F::curated_name) != 0;
    at(v, F::population) = size;
    if (at(v, F::unlabelled) != 0) {
      at(v, F::unlabelled_population) = size;
      at(v, F::unlabelled_alternate) = only_alternate;
      at(v, F::unlabelled_curated) = curated;
    }
    if (at(v, F::person_whole) != 0) {
      at(v, F::person_population) = size;
      at(v, F::person_curated) = curated;
    }
    if (at(v, F::org_whole) != 0 || at(v, F::org_start) != 0) {
      at(v, F::org_population) = size;
      at(v, F::org_curated) = curated;
    }
    if (at(v, F::norp) != 0) at(v, F::norp_adjective) = at(v, F::adjective);
  }

  static void kind_features(PlaceKind kind, FindVector& v) {
    switch (kind) {
      case PlaceKind::country:
      case PlaceKind::territory:
        at(v, F::kind_country) = 1;
        break;
      case PlaceKind::admin1:
      case PlaceKind::admin2:
        at(v, F::kind_division) = 1;
        break;
      case PlaceKind::capital:
      case PlaceKind::city:
      case PlaceKind::town:
      case PlaceKind::district:
        at(v, F::kind_city) = 1;
        break;
      case PlaceKind::ocean:
      case PlaceKind::sea:
      case PlaceKind::strait:
      case PlaceKind::river:
      case PlaceKind::lake:
        at(v, F::kind_water) = 1;
        break;
      case PlaceKind::facility:
      case PlaceKind::crossing:
      case PlaceKind::camp:
        at(v, F::kind_facility) = 1;
        break;
      default:
        at(v, F::kind_land) = 1;
    }
  }

  void shape_features(const PlaceMention& m, FindVector& v) const {
    bool proper = false, capitals = true;
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
      const Token& token = story_.tokens[t];
      proper = proper || token.pos == Pos::PROPN;
      capitals = capitals && (token.is(kIsUpper) || !token.is(kIsAlpha));
      if (token.is(kIsDigit)) at(v, F::has_digit) = 1;
    }
    const std::string_view text = story_.text(m.tokens);
    const Token& first = story_.tokens[m.tokens.begin];
    if (proper) at(v, F::proper_noun) = 1;
    if (!proper && first.pos != Pos::ADJ) at(v, F::common_word) = 1;
    if (capitals && text.size() > 3) at(v, F::all_capitals) = 1;
    if (capitals && is_acronym(m) && at(v, F::abbreviation) == 0) at(v, F::short_code) = 1;
    if (m.tokens.begin == story_.sentences[first.sentence].begin) at(v, F::starts_sentence) = 1;
    if (m.tokens.size() > 1) at(v, F::several_words) = 1;
  }

  // "NATO" among small letters is no town of that name; in a headline or dateline it might be.
  bool is_acronym(const PlaceMention& m) const {
    constexpr std::uint32_t kDatelineTokens = 8;
    if (m.tokens.size() != 1 || m.bytes.size() > 6) return false;
    if (m.bytes.size() <= 3) return true;
    const std::uint32_t t = m.tokens.begin;
    const auto shouts = [&](std::uint32_t i) {
      return story_.tokens[i].is(kIsUpper) && story_.tokens[i].bytes.size() > 1;
    };
    if (t < kDatelineTokens || (t > 0 && shouts(t - 1))) return false;
    return t + 1 == story_.tokens.size() || !shouts(t + 1);
  }

  void neighbour_features(std::size_t index, FindVector& v) const {
    const PlaceMention& m = work_.mentions[index];
    const std::uint32_t begin = m.tokens.begin, end = m.tokens.end;
    const auto size = static_cast<std::uint32_t>(story_.tokens.size());
    std::uint32_t before = begin;
    while (before > 0 && (story_.lower(before - 1) == "the" || words_.is(story_.lower(before - 1), kDirectionWord))) {
      --before;
    }
    if (before > 0 && words_.is(story_.lower(before - 1), kLocativeWord)) at(v, F::after_locative) = 1;
    if (begin > 0 && words_.is(story_.lower(begin - 1), kTitleWord)) at(v, F::after_title) = 1;
    const auto outside_name = [&](std::uint32_t t) {  // a capitalised word of a name that is no mention of its own
      const Token& token = story_.tokens[t];
      const bool other = (index > 0 && work_.mentions[index - 1].tokens.contains(t)) ||
                         (index + 1 < work_.mentions.size() && work_.mentions[index + 1].tokens.contains(t));
      return token.pos == Pos::PROPN && !token.is(kIsLower) && !other && !words_.is(story_.lower(t), kTypeWord);
    };
    if (end < size && outside_name(end)) at(v, F::name_continues) = 1;
    if (begin > 0 && outside_name(begin - 1)) at(v, F::name_began) = 1;
    if (m.wanted != PlaceKind::none) at(v, F::type_word) = 1;
    if (m.facility || (end < size && words_.is(story_.lower(end), kFacilityWord))) at(v, F::facility_word) = 1;
    if (index > 0 && work_.mentions[index - 1].tokens.end + 1 == begin && story_.text(begin - 1) == ",") {
      at(v, F::after_place_comma) = 1;
    }
    if (index + 1 < work_.mentions.size() && work_.mentions[index + 1].tokens.begin == end + 1 &&
        story_.text(end) == ",") {
      at(v, F::before_comma_place) = 1;
    }
    const Token& last = story_.tokens[end - 1];
    if (last.dep == Dep::compound) at(v, F::compound_modifier) = 1;
    if (last.dep == Dep::nsubj || last.dep == Dep::nsubjpass) at(v, F::subject) = 1;
    if (last.dep == Dep::poss) at(v, F::possessive) = 1;
    if (begin < 8 && last.sentence == 0 && at(v, F::all_capitals) != 0) at(v, F::dateline) = 1;
  }

  void story_features(const PlaceMention& m, FindVector& v) const {
    const StoryShares& shares = shares_[m.group];
    at(v, F::story_place_share) = shares.place;
    at(v, F::story_person_share) = shares.person;
    at(v, F::story_org_share) = shares.org;
    if (work_.groups[m.group].mentions > 2) at(v, F::repeated) = 1;
    if (is_surname(m)) {
      at(v, F::surname) = 1;
      at(v, F::person_surname) = at(v, F::person_whole);
    }
    if (m.container != kNone && container_holds(m, work_.mentions[m.container])) at(v, F::container_known) = 1;
  }

  // One word that closes a longer name of a person in the story: "Jordan" after "Michael Jordan".
  bool is_surname(const PlaceMention& m) const {
    return m.tokens.size() == 1 && surnames_.contains(story_.lower(m.tokens.begin));
  }

  void list_surnames() {
    for (const Entity& e : story_.entities) {
      if (e.type != EntityType::PERSON || e.tokens.size() < 2) continue;
      std::uint32_t last = e.tokens.end - 1;
      if (story_.tokens[last].tag == Tag::POS) --last;
      if (last > e.tokens.begin) surnames_.insert(story_.lower(last));
    }
  }

  bool container_holds(const PlaceMention& inner, const PlaceMention& outer) const {
    for (const NamePosting o : outer.meanings) {
      for (const NamePosting i : inner.meanings) {
        if (contains(gazetteer_, o.entry(), i.entry())) return true;
      }
    }
    return false;
  }

  const Annotation& story_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  PlaceWorkspace& work_;
  std::vector<StoryShares> shares_;                // by group
  std::unordered_set<std::string_view> surnames_;  // lower case
};

}  // namespace

void recognise_places(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words,
                      const PlaceWeights& weights, PlaceWorkspace& work) {
  if (work.trace) work.find_trace.clear();
  const Recogniser recogniser(story, gazetteer, words, work);
  for (std::size_t i = 0; i < work.mentions.size(); ++i) {
    const FindVector features = recogniser.features(i);
    work.mentions[i].found = 1 / (1 + std::exp(-dot(features, weights.find)));
    if (work.trace) work.find_trace.push_back(features);
  }
}

}  // namespace annals
