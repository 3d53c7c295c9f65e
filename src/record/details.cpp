// What the layers found, in the form in which records hold it.
#include "record/details.h"

#include <algorithm>
#include <cmath>

#include "record/evidence.h"

namespace annals {
namespace {

// GeoNames has five decimals, a metre or so; what single precision prints beyond them means nothing.
double degrees(float value) { return std::round(value * 1e5) / 1e5; }

bool is_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "in Cizre", "Kismayo airport": a subject or object of that form is rather a person or a company.
bool stands_as_place(const Annotation& annotation, std::uint32_t token) {
  const Dep dep = annotation.tokens[token].dep;
  return dep == Dep::pobj || dep == Dep::compound || dep == Dep::appos || dep == Dep::conj;
}

Actor actor_record(const Layers& layers, const Mention* mention, const ActorEntity& entity) {
  Actor actor;
  if (mention != nullptr) actor.words = words_of(layers.language, mention->words);
  actor.name = entity.name;
  // Of a place that stands in capitals in the dateline the gazetteer's spelling is the better name.
  for (const NamedPlace& place : layers.places) {
    if (layers.language.text(place.tokens) != actor.name || !is_capitals(actor.name)) continue;
    actor.name = place.name;
    break;
  }
  actor.country = entity.country;
  // "The rebels" of a story about one country are of that country.
  if (entity.country.empty() && !entity.named && !entity.owned) actor.country = layers.only_country;
  // A town that the tagger took for something else has the country of the place.
  if (actor.country.empty() && entity.named && !entity.person && mention != nullptr && entity.table.empty() &&
      stands_as_place(layers.language, mention->head)) {
    for (const NamedPlace& place : layers.places) {
      if (place.use == PlaceUse::literal && place.tokens.contains(mention->head)) actor.country = place.country;
    }
  }
  actor.sector = sector_name(entity.sector);
  return actor;
}

void add_unique(Actor actor, std::vector<Actor>& out) {
  const bool there = std::any_of(out.begin(), out.end(), [&](const Actor& a) { return a.name == actor.name; });
  if (!there) out.push_back(std::move(actor));
}

// The verb or event noun that a phrase belongs to: the first verb above it, or the noun that its preposition hangs on.
std::uint32_t governor_of(const Annotation& annotation, std::uint32_t token) {
  std::uint32_t i = token;
  while (annotation.tokens[i].head != i) {
    i = annotation.tokens[i].head;
    const Pos pos = annotation.tokens[i].pos;
    if (pos == Pos::VERB || pos == Pos::AUX) return i;
  }
  return i;
}

// The token of a span that the others hang on.
std::uint32_t span_head(const Annotation& annotation, TokenSpan span) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const std::uint32_t head = annotation.tokens[i].head;
    if (!span.contains(head) || head == i) return i;
  }
  return span.begin;
}

// How far above `token` the clause of `governor` stands: 0 for the same word, kFar if it is not above it. Nothing bears
// on an act across "and" from a clause with a subject of its own.
constexpr int kFar = 100;
int distance_to_clause(const Layers& layers, std::uint32_t token, std::uint32_t governor) {
  const Annotation& annotation = layers.language;
  std::uint32_t i = token;
  for (int steps = 0; steps < kFar; ++steps) {
    if (i == governor) return steps;
    const Token& t = annotation.tokens[i];
    if (t.head == i || (t.dep == Dep::conj && layers.clauses.of(i).own_subject)) return kFar;
    i = t.head;
  }
  return kFar;
}

// True if `token` stands in the phrase of `ancestor` with no other clause in between.
bool within(const Annotation& annotation, std::uint32_t token, std::uint32_t ancestor) {
  for (std::uint32_t i = token; i != ancestor; i = annotation.tokens[i].head) {
    const Token& t = annotation.tokens[i];
    if (t.head == i || t.pos == Pos::VERB || t.pos == Pos::AUX) return false;
  }
  return true;
}

}  // namespace

namespace {

// "US and Russian negotiators" are two actors, one of each nation. False where there are not two.
bool add_by_nation(const Layers& layers, const Mention& mention, const ActorEntity& entity, std::vector<Actor>& out) {
  const Annotation& annotation = layers.language;
  std::vector<std::uint32_t> nations;
  for (const std::uint32_t c : annotation.children(mention.head)) {
    const Dep dep = annotation.tokens[c].dep;
    if (dep == Dep::amod || dep == Dep::nmod || dep == Dep::compound) layers.clauses.conjuncts(c, nations);
  }
  std::vector<Actor> actors;
  for (const std::uint32_t token : nations) {
    const ActorEntity* nation = layers.actors.actor_at(token);
    if (nation == nullptr || nation->country.empty()) continue;
    Actor actor = actor_record(layers, &mention, entity);
    actor.country = nation->country;
    const std::string_view adjective = annotation.text(token), noun = annotation.text(mention.head);
    actor.name.assign(adjective).append(" ").append(noun);
    add_unique(std::move(actor), actors);
  }
  const bool two = actors.size() >= 2 && actors[0].country != actors[1].country;
  if (two) {
    for (Actor& actor : actors) add_unique(std::move(actor), out);
  }
  return two;
}

}  // namespace

When when_record(const Layers& layers, const Timex& time) {
  When when;
  TokenSpan words = time.words;
  // "on Saturday": the preposition belongs to the words that say so.
  const Annotation& annotation = layers.language;
  if (words.begin > 0 && annotation.tokens[words.begin - 1].pos == Pos::ADP &&
      (annotation.lower(words.begin - 1) == "on" || annotation.lower(words.begin - 1) == "in")) {
    --words.begin;
  }
  when.words = words_of(annotation, words);
  when.first = *time.first;
  when.last = *time.last;
  return when;
}

bool can_act(const Layers& layers, std::uint32_t token) {
  const ActorEntity* entity = layers.actors.actor_at(token);
  if (entity == nullptr) return false;
  // A state that is only a place here ("visited Russia") is still the one that is visited.
  return entity->actor || (entity->named && !entity->country.empty());
}

void add_actors(const Layers& layers, std::uint32_t token, std::vector<Actor>& out) {
  if (!can_act(layers, token)) return;
  const Mention* mention = layers.actors.at(token);
  const ActorEntity& entity = layers.actors.entities[mention->entity];
  if (entity.members.empty()) {
    if (!add_by_nation(layers, *mention, entity, out)) add_unique(actor_record(layers, mention, entity), out);
    return;
  }
  for (const std::uint32_t member : entity.members) {
    add_unique(actor_record(layers, mention, layers.actors.entities[member]), out);
  }
}

std::optional<Actor> actor_of(const Layers& layers, std::uint32_t token) {
  std::vector<Actor> actors;
  add_actors(layers, token, actors);
  if (actors.empty()) return std::nullopt;
  return actors.front();
}

std::optional<When> when_of(const Layers& layers, std::uint32_t token) {
  const Annotation& annotation = layers.language;
  const std::uint32_t sentence = annotation.tokens[token].sentence;
  const Timex* best = nullptr;
  int best_cost = kFar;
  for (const Timex& time : layers.times) {
    if (!time.first || !time.last || time.type == TimexType::duration || time.type == TimexType::set) continue;
    if (annotation.tokens[time.words.begin].sentence != sentence) continue;
    const std::uint32_t head = span_head(annotation, time.words);
    // Inside the act's own phrase, or hung on a clause at or above it.
    int cost = kFar;
    if (within(annotation, head, token)) {
      cost = 0;
    } else {
      cost = 1 + distance_to_clause(layers, token, governor_of(annotation, head)) * 2;
    }
    if (cost < best_cost) {
      best_cost = cost;
      best = &time;
    }
  }
  if (best == nullptr) return std::nullopt;
  return when_record(layers, *best);
}

Place place_record(const Layers& layers, std::size_t index) {
  const NamedPlace& found = layers.places[index];
  Place place;
  place.words = words_of(layers.language, found.tokens);
  place.name = found.name;
  place.country = found.country;
  place.province = found.province;
  if (found.geonames != 0) place.geonames = found.geonames;
  if (found.point) {
    place.latitude = degrees(found.point->lat);
    place.longitude = degrees(found.point->lon);
  }
  return place;
}

}  // namespace annals
