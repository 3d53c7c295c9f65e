// The place that a word of the story stands for.
#include "record/destinations.h"

#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/phrase_text.h"

namespace annals {
namespace {

bool is_where(const NamedPlace& place) { return place.use == PlaceUse::literal || place.use == PlaceUse::metonym; }

bool is_country(const NamedPlace& place) {
  return place.kind == PlaceKind::country || place.kind == PlaceKind::territory;
}

// The last literal place before `token`, or none.
std::optional<std::size_t> last_place(const Layers& layers, std::uint32_t token) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < layers.places.size() && layers.places[i].tokens.begin < token; ++i) {
    if (layers.places[i].use == PlaceUse::literal) last = i;
  }
  return last;
}

// The two countries named last, in their order.
void add_last_countries(const Layers& layers, std::uint32_t token, std::vector<Place>& out) {
  std::vector<std::size_t> found;
  for (std::size_t i = layers.places.size(); i-- > 0 && found.size() < 2;) {
    const NamedPlace& place = layers.places[i];
    if (place.tokens.begin >= token || place.use != PlaceUse::literal || !is_country(place)) continue;
    const bool again = std::any_of(found.begin(), found.end(),
                                   [&](std::size_t f) { return layers.places[f].country == place.country; });
    if (!again) found.push_back(i);
  }
  for (std::size_t i = found.size(); i-- > 0;) out.push_back(place_record(layers, found[i]));
}

// "there": the place spoken of last. A country of two that were named together stands for both.
void add_there(const Layers& layers, std::uint32_t token, std::vector<Place>& out) {
  const Annotation& annotation = layers.language;
  const auto last = last_place(layers, token);
  for (std::uint32_t i = token; i-- > 0 && annotation.tokens[i].sentence + 1 >= annotation.tokens[token].sentence;) {
    if (last && layers.places[*last].tokens.begin > i) break;
    if (annotation.lower(i) == "two" && annotation.lemma(annotation.tokens[i].head) == "country") {
      return add_last_countries(layers, i, out);
    }
  }
  if (last) out.push_back(place_record(layers, *last));
}

// A name of a place that the gazetteer does not have: the name alone. "The town of Sake" is Sake.
bool add_unlisted(const Layers& layers, std::uint32_t token, std::vector<Place>& out) {
  const Annotation& annotation = layers.language;
  const Token& t = annotation.tokens[token];
  const bool place = t.entity == EntityType::GPE || t.entity == EntityType::LOC || t.entity == EntityType::FAC;
  if (t.pos != Pos::PROPN || !place || layers.places.empty()) return false;
  const ActorEntity* entity = layers.actors.actor_at(token);
  if (entity != nullptr && (entity->person || entity->sector != Sector::none)) return false;
  std::uint32_t begin = token;
  while (begin > t.left_edge && annotation.tokens[begin - 1].pos == Pos::PROPN) --begin;
  Place unlisted;
  unlisted.words = words_of(annotation, {begin, token + 1});
  unlisted.name = unlisted.words->text;
  out.push_back(std::move(unlisted));
  return true;
}

bool add_inside(const Layers& layers, const MotionLexicon& words, std::uint32_t noun, std::vector<Place>& out) {
  const Annotation& annotation = layers.language;
  const std::size_t before = out.size();
  for (const std::uint32_t c : annotation.children(noun)) {
    const Token& t = annotation.tokens[c];
    if (t.dep == Dep::prep) {
      const std::string_view p = annotation.lower(c);
      if (p != "in" && p != "at" && p != "near" && p != "of" && p != "outside" && p != "on" && p != "around") continue;
      if (p == "of" && !words.is_part(annotation.lemma(noun))) continue;
      const std::uint32_t object = layers.clauses.child(c, Dep::pobj);
      if (object == kNoToken) continue;
      if (const std::size_t at = named_place_at(layers, object); at < layers.places.size()) {
        out.push_back(place_record(layers, at));
        return true;
      }
      if (p == "of" && add_unlisted(layers, object, out)) return true;
    }
    if (t.dep == Dep::appos) {  // "a third country, perhaps Niger or Chad"
      std::vector<std::uint32_t> names;
      layers.clauses.conjuncts(c, names);
      for (const std::uint32_t name : names) {
        if (const std::size_t at = named_place_at(layers, name); at < layers.places.size()) {
          out.push_back(place_record(layers, at));
        }
      }
    }
    if (t.dep == Dep::compound || t.dep == Dep::nmod || t.dep == Dep::poss || t.dep == Dep::amod) {
      const std::size_t at = named_place_at(layers, c);  // "the Rafah crossing"
      if (t.dep == Dep::compound && at < layers.places.size()) {
        out.push_back(place_record(layers, at));
        return true;
      }
    }
  }
  return out.size() > before;
}

// "The capital": the one that the story names of the country it speaks of at this point.
bool add_capital(const Layers& layers, std::uint32_t token, std::vector<Place>& out) {
  const Annotation& annotation = layers.language;
  if (annotation.lemma(token) != "capital" || annotation.tokens[token].pos != Pos::NOUN) return false;
  const auto last = last_place(layers, token);
  if (!last) return false;
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    const NamedPlace& place = layers.places[i];
    if (place.kind != PlaceKind::capital || place.country != layers.places[*last].country) continue;
    out.push_back(place_record(layers, i));
    out.back().words.reset();
    return true;
  }
  return false;
}

}  // namespace

bool add_country(const Layers& layers, std::string_view code, std::vector<Place>& out) {
  if (code.empty()) return false;
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    if (!is_country(layers.places[i]) || layers.places[i].country != code) continue;
    out.push_back(place_record(layers, i));
    out.back().words.reset();
    return true;
  }
  return false;
}

std::size_t named_place_at(const Layers& layers, std::uint32_t token) {
  const auto at = std::lower_bound(layers.places.begin(), layers.places.end(), token,
                                   [](const NamedPlace& p, std::uint32_t t) { return p.tokens.end <= t; });
  if (at == layers.places.end() || !at->tokens.contains(token) || !is_where(*at)) return layers.places.size();
  return static_cast<std::size_t>(at - layers.places.begin());
}

void add_places(const Layers& layers, const MotionLexicon& words, std::uint32_t token, std::vector<Place>& out) {
  const Annotation& annotation = layers.language;
  if (const std::size_t at = named_place_at(layers, token); at < layers.places.size()) {
    out.push_back(place_record(layers, at));
    return;
  }
  if (add_unlisted(layers, token, out)) return;
  const std::string_view lower = annotation.lower(token), lemma = annotation.lemma(token);
  if (lower == "there" || lower == "here") return add_there(layers, token, out);
  if (annotation.tokens[token].pos != Pos::NOUN && annotation.tokens[token].pos != Pos::PROPN) {
    // "elsewhere in Africa"
    add_inside(layers, words, token, out);
    return;
  }
  if (add_inside(layers, words, token, out) || add_capital(layers, token, out) || !words.is_place(lemma)) return;
  for (const std::uint32_t c : annotation.children(token)) {
    if (annotation.lower(c) == "two" && lemma == "country") return add_last_countries(layers, token, out);
  }
  const std::uint32_t det = layers.clauses.child(token, Dep::det);
  if (lemma == "country" && lower != "countries" && det != kNoToken &&
      (annotation.lower(det) == "the" || annotation.lower(det) == "this")) {
    const ActorEntity* state = layers.actors.actor_at(token);
    if (state != nullptr && add_country(layers, state->country, out)) return;
    const auto last = last_place(layers, token);
    if (last && add_country(layers, layers.places[*last].country, out)) return;
  }
  if (det != kNoToken && (annotation.lower(det) == "any" || annotation.lower(det) == "no")) return;
  // Without a word that sets it apart a country is any country.
  const bool modified =
      annotation.tokens[token].left_edge < token && layers.clauses.child(token, Dep::poss) == kNoToken &&
      !(det != kNoToken && annotation.tokens[token].left_edge + 1 == token && annotation.lower(det) == "a");
  if (lemma == "country" && !modified) return;
  Place place;
  place.words = words_of(annotation, {annotation.tokens[token].left_edge, token + 1});
  place.name = phrase_text_until(layers, token, token + 1);
  out.push_back(std::move(place));
}

std::vector<std::string_view> countries_by_weight(const Layers& layers) {
  std::vector<std::pair<std::string_view, int>> counts;
  for (const NamedPlace& place : layers.places) {
    if (place.use != PlaceUse::literal || place.country.empty()) continue;
    const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == place.country; });
    if (at == counts.end()) {
      counts.emplace_back(place.country, 1);
    } else {
      ++at->second;
    }
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string_view> codes;
  for (const auto& [code, count] : counts) codes.push_back(code);
  return codes;
}

}  // namespace annals
