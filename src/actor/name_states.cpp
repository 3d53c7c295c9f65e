// Binds names of states, regions and towns: which state a name means here, and whether a capital is its government.
#include <algorithm>

#include "actor/folding.h"
#include "actor/name_forms.h"
#include "actor/resolution.h"

namespace annals {

bool Resolution::is_whereabouts(std::uint32_t t) const {
  if (dateline_.contains(t)) return true;
  const Token& tok = token(t);
  if (tok.dep == Dep::npadvmod) return true;
  if (tok.dep == Dep::conj && tok.head < t) return is_whereabouts(tok.head);
  if (tok.dep == Dep::appos && tok.head < t && token(tok.head).pos == Pos::PROPN) return is_whereabouts(tok.head);
  if (tok.dep != Dep::pobj) return false;
  return lexicon_.word_is(story_.lower(tok.head), kWhere);
}

std::uint32_t Resolution::country_entity(std::uint32_t index) {
  const Country& country = lexicon_.countries()[index];
  auto [at, added] = work_.by_key.try_emplace(key("country", country.name), 0);
  if (added) {
    at->second = new_entity("country");
    state(at->second).country = index;
    ActorEntity& actor = entity(at->second);
    actor.number = Number::singular;
    actor.named = true;
  }
  return at->second;
}

std::uint32_t Resolution::country_entity(std::string_view code) {
  // A state that the story names by another of its names, as Yugoslavia, stays that.
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    if (state(e).kind == "country" && lexicon_.countries()[state(e).country].code == code) return e;
  }
  const Country* country = lexicon_.country(code, day_);
  return country == nullptr ? kNobody
                            : country_entity(static_cast<std::uint32_t>(country - lexicon_.countries().data()));
}

std::uint32_t Resolution::region_entity(std::uint32_t index) {
  auto [at, added] = work_.by_key.try_emplace(key("region", lexicon_.regions()[index].name), 0);
  if (added) {
    at->second = new_entity("region");
    state(at->second).region = index;
    entity(at->second).named = true;
    entity(at->second).number = Number::singular;
  }
  return at->second;
}

std::uint32_t Resolution::place_entity(const Phrase& ph, std::string_view country) {
  const std::string_view name = fold(name_text(ph));
  auto [at, added] = work_.by_key.try_emplace(key("place", name), 0);
  if (added) {
    at->second = new_entity("place");
    ActorEntity& actor = entity(at->second);
    actor.name = name_text(ph);
    actor.country = country;
    actor.actor = false;
    actor.named = true;
    actor.number = Number::singular;
  }
  return at->second;
}

// What the place stage has found to be a place, whatever the engine calls it; a person only where nothing else says so.
bool Resolution::is_located(const Phrase& ph) {
  const NameSpan& span = work_.names.names[ph.name];
  const std::uint32_t at = work_.place_at[ph.head];
  if (at == kNobody || places_[at].words != span.words || ph.title != nullptr) return false;
  if (span.type == NameType::place) return false;  // a family name may still be meant
  return span.type != NameType::person || (span.gender == Gender::unknown && is_whereabouts(ph.head));
}

// A family name that is a town here: "could not reach Masisi".
bool Resolution::is_town(const Phrase& ph) const {
  const std::uint32_t at = work_.place_at[ph.head];
  if (at == kNobody || places_[at].words != work_.names.names[ph.name].words || ph.title != nullptr) return false;
  return token(ph.head).dep != Dep::nsubj && token(ph.head).dep != Dep::poss;
}

// The entry of a longer name of a state in the story that ends with this word.
std::uint32_t Resolution::longer_country(const NameSpan& span) {
  const std::string word = ' ' + folded(story_.text(span.words));
  for (const NameSpan& other : work_.names.names) {
    if (other.entry == kNoEntry || other.words.size() < 2) continue;
    const NameEntry& entry = lexicon_.entry(other.entry);
    if (entry.kind != NameKind::country || entry.form != NameForm::name) continue;
    if (fold(story_.text(other.words)).ends_with(word)) return other.entry;
  }
  return kNoEntry;
}

bool Resolution::on_the_day(const NameEntry& entry) const {
  if (!day_ || entry.kind != NameKind::country) return true;
  const Country& country = lexicon_.countries()[entry.index];
  return country.from <= *day_ && *day_ <= country.until;
}

std::uint32_t Resolution::entry_by_story(const NameSpan& span) {
  if (span.words.size() == 1) {
    if (const std::uint32_t longer = longer_country(span); longer != kNoEntry) return longer;
  }
  std::uint32_t best = span.entry;
  std::uint32_t best_count = 0;
  for (std::uint32_t at = span.entry; at != kNoEntry; at = lexicon_.entry(at).next) {
    const NameEntry& entry = lexicon_.entry(at);
    if (entry.kind != lexicon_.entry(span.entry).kind || !on_the_day(entry)) continue;
    const std::string_view code = entry.kind == NameKind::country  ? lexicon_.countries()[entry.index].code
                                  : entry.kind == NameKind::region ? lexicon_.regions()[entry.index].country
                                  : entry.kind == NameKind::body   ? lexicon_.bodies()[entry.index].country
                                                                   : std::string_view{};
    for (const EntityState& st : work_.states) {
      const bool same = st.kind == "country" && lexicon_.countries()[st.country].code == code &&
                        (entry.kind != NameKind::country || st.country == entry.index);
      if (same && 1 + st.mentions > best_count) {
        best = at;
        best_count = 1 + st.mentions;
      }
    }
  }
  return best;
}

bool Resolution::is_people_phrase(const Phrase& ph, const NameEntry& entry) const {
  if (ph.kind == MentionKind::modifier) return false;
  if (entry.form == NameForm::person_noun || entry.form == NameForm::people_noun) {
    // The adjective alone ("Iraqi") is often the person's noun too; as a modifier it is not one.
    return token(ph.head).dep != Dep::poss || entry.form == NameForm::people_noun;
  }
  // "the Chinese", "a Japanese": an adjective that heads a phrase.
  return entry.form == NameForm::adjective && token(ph.head).dep != Dep::amod && token(ph.head).dep != Dep::compound;
}

}  // namespace annals
