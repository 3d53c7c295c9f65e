// Where a figure holds.
#include <algorithm>

#include "record/details.h"
#include "record/figure_setting.h"

namespace annals {
namespace {

constexpr int kFar = 100;

bool is_locative(std::string_view preposition) {
  static constexpr std::string_view words[] = {"in",     "at",         "near",  "on",   "outside", "around", "across",
                                               "inside", "throughout", "along", "into", "off",     "within"};
  return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

// A body of public life: what it is of is no place where something happens.
bool is_body(const Layers& layers, std::uint32_t token) {
  const ActorEntity* entity = layers.actors.actor_at(token);
  return entity != nullptr && entity->sector != Sector::none;
}

// The locative preposition whose phrase says where, by way of the place: "in Goma", "in the town of Goma", "at the Goma
// airport"; kNoToken where there is none. What an actor is of says nothing: "in the government of Mali".
std::uint32_t locative_of(const Layers& layers, std::uint32_t place) {
  const Annotation& annotation = layers.language;
  std::uint32_t i = place;
  for (int steps = 0; steps < 4; ++steps) {
    const Token& t = annotation.tokens[i];
    if (t.head == i) return kNoToken;
    const Token& head = annotation.tokens[t.head];
    if (t.dep == Dep::pobj) {
      const std::string_view preposition = annotation.lower(t.head);
      if (is_locative(preposition)) return t.head;
      if (preposition != "of" || head.head == t.head || is_body(layers, head.head)) return kNoToken;
      i = head.head;
      continue;
    }
    const bool name_before = t.dep == Dep::compound || t.dep == Dep::nmod;
    const bool list = t.dep == Dep::conj || t.dep == Dep::appos;
    if (!name_before && !list) return kNoToken;
    if (name_before && ((head.pos != Pos::NOUN && head.pos != Pos::PROPN) || is_body(layers, t.head))) return kNoToken;
    i = t.head;
  }
  return kNoToken;
}

// What one pays for a place that hangs on `anchor`: 0 on the word itself, more on a clause around it.
int cost_of(const Layers& layers, std::uint32_t word, std::uint32_t anchor) {
  const Annotation& annotation = layers.language;
  std::uint32_t i = anchor;
  for (int steps = 0; steps < kFar && !is_verbal(annotation.tokens[i]); ++steps) {  // inside the phrase of the word
    if (i == word) return steps;
    if (annotation.tokens[i].head == i) break;
    i = annotation.tokens[i].head;
  }
  while (!is_verbal(annotation.tokens[anchor]) && annotation.tokens[anchor].head != anchor) {
    anchor = annotation.tokens[anchor].head;
  }
  i = word;
  for (int steps = 0; steps < kFar; ++steps) {
    if (i == anchor) return 1 + 2 * steps;
    const Token& t = annotation.tokens[i];
    if (t.head == i || (t.dep == Dep::conj && layers.clauses.of(i).own_subject)) return kFar;
    i = t.head;
  }
  return kFar;
}

std::optional<std::size_t> literal_at(const Layers& layers, std::uint32_t token) {
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    if (layers.places[i].use == PlaceUse::literal && layers.places[i].tokens.contains(token)) return i;
  }
  return std::nullopt;
}

// "Peru's 240 blood banks".
std::optional<std::size_t> owner_of(const Layers& layers, std::uint32_t noun) {
  if (noun == kNoToken) return std::nullopt;
  const std::uint32_t owner = layers.clauses.child(noun, Dep::poss);
  if (owner == kNoToken) return std::nullopt;
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    const NamedPlace& place = layers.places[i];
    if (place.use != PlaceUse::part && place.use != PlaceUse::demonym && place.tokens.contains(owner)) return i;
  }
  return std::nullopt;
}

// "A quake struck western Nepal, killing 60": what the clause around a participle is done to.
std::optional<std::size_t> scene_above(const Layers& layers, std::uint32_t word) {
  const Annotation& annotation = layers.language;
  const Token& t = annotation.tokens[word];
  if (t.dep != Dep::advcl || t.tag != Tag::VBG) return std::nullopt;
  const std::uint32_t object = layers.clauses.child(t.head, Dep::dobj);
  if (object == kNoToken) return std::nullopt;
  if (const auto place = literal_at(layers, object)) return place;
  std::vector<std::uint32_t> parts;  // "struck the mountains of Nepal", "a village in Nepal"
  for (const std::string_view preposition : {"of", "in", "near"}) {
    layers.clauses.prepositional(object, preposition, parts);
  }
  for (const std::uint32_t part : parts) {
    if (const auto place = literal_at(layers, part)) return place;
  }
  return std::nullopt;
}

// "KENYA: Total dead: 192 ... Injured: 4,877": the place that the line of a table opens with.
std::optional<Place> head_of_table(const Layers& layers, std::uint32_t word) {
  const std::uint32_t sentence = layers.language.tokens[word].sentence;
  for (std::size_t i = layers.places.size(); i-- > 0;) {
    const NamedPlace& place = layers.places[i];
    if (place.tokens.end > word || place.use == PlaceUse::demonym || place.use == PlaceUse::part) continue;
    if (layers.language.tokens[place.tokens.begin].sentence + 4 < sentence) break;
    const bool opens =
        place.tokens.end < layers.language.tokens.size() && layers.language.lower(place.tokens.end) == ":";
    if (opens) return place_record(layers, i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> where_of_figure(const Layers& layers, const Counted& counted, std::uint32_t governor) {
  const Annotation& annotation = layers.language;
  const std::uint32_t sentence = annotation.tokens[governor].sentence;
  std::size_t best = layers.places.size();
  int least = kFar;
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    const NamedPlace& place = layers.places[i];
    if (place.use != PlaceUse::literal || annotation.tokens[place.tokens.begin].sentence != sentence) continue;
    const std::uint32_t preposition = locative_of(layers, head_of(annotation, place.tokens));
    if (preposition == kNoToken) continue;
    const std::uint32_t anchor = annotation.tokens[preposition].head;
    int cost = cost_of(layers, governor, anchor);
    if (counted.noun != kNoToken && counted.noun != governor)
      cost = std::min(cost, cost_of(layers, counted.noun, anchor));
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  if (best != layers.places.size()) {
    // What is counted in two places together is in neither: "the bombings in Kenya and Tanzania".
    const std::uint32_t head = head_of(annotation, layers.places[best].tokens);
    const std::uint32_t other = layers.clauses.child(head, Dep::conj);
    if (other != kNoToken && literal_at(layers, other)) return std::nullopt;
    return place_record(layers, best);
  }
  for (const std::uint32_t c : annotation.children(governor)) {  // "75 people were killed there"
    if (annotation.lower(c) != "there" || annotation.tokens[c].dep != Dep::advmod) continue;
    for (std::size_t i = layers.places.size(); i-- > 0;) {
      const NamedPlace& place = layers.places[i];
      if (place.use == PlaceUse::literal && place.tokens.end <= c) return place_record(layers, i);
    }
  }
  if (counted.label) return head_of_table(layers, governor);
  if (const std::uint32_t deed = deed_below(layers, counted); deed != kNoToken) {
    if (auto place = where_of_figure(layers, Counted{}, deed)) return place;
  }
  if (const auto owner = owner_of(layers, counted.noun)) return place_record(layers, *owner);
  if (const auto scene = scene_above(layers, governor)) return place_record(layers, *scene);
  return std::nullopt;
}

}  // namespace annals
