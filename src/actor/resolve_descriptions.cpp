// Resolves descriptions: "the US secretary of state", "the country", "the enclave", "the group", "Israeli forces".
#include <algorithm>
#include <array>

#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 5> kPlacePrepositions = {"in", "from", "at", "near", "across"};

}  // namespace

// The entity that a phrase belongs to: its possessor, the nationality or body before the noun, or its "of" phrase.
std::uint32_t Resolution::owner_of(const Phrase& ph) {
  const std::uint32_t possessor = ph.owner == kNobody ? kNobody : entity_at(ph.owner);
  if (possessor != kNobody && !entity(possessor).person) return possessor;
  std::uint32_t end = ph.kind == MentionKind::name ? work_.names.names[ph.name].words.begin : ph.noun;
  if (!ph.title_words.empty()) end = std::min(end, ph.title_words.begin);  // "Labour" of "Labour Minister" owns nobody
  std::uint32_t modifier = kNobody;
  for (std::uint32_t t = ph.words.begin; t < end; ++t) {
    const std::uint32_t p = work_.phrase_at[t];
    if (p == kNobody || phrase(p).kind != MentionKind::modifier || work_.entity_of[p] == kNobody) continue;
    const std::uint32_t e = work_.entity_of[p];
    // A body says more than the state before it: "U.S. National Security Council spokesman".
    if (modifier == kNobody || !entity(e).person) modifier = e;
  }
  // "his Turkish counterpart" is of Turkey.
  if (modifier != kNobody) return modifier;
  if (possessor != kNobody) return possessor;
  // "of" follows the noun, or the last word of its title.
  for (const std::uint32_t at : {ph.noun, ph.title_words.empty() ? ph.noun : ph.title_words.end - 1}) {
    for (const std::uint32_t prep : story_.children(at)) {
      if (token(prep).dep != Dep::prep || prep < at) continue;
      const auto word = story_.lower(prep);
      const bool to = word == "to" && ph.title != nullptr && !ph.title->group && ph.title->office != Office::envoy;
      if (word != "of" && word != "for" && !to) continue;
      const std::uint32_t object = child_with(story_, prep, Dep::pobj);
      if (object == kNobody || ph.words.contains(object)) continue;
      std::uint32_t e = entity_at(object);
      if (e == kNobody) e = resolve_ahead(object);
      // "adviser to the ministry", but not "a threat to Turkey".
      if (e != kNobody && (!to || (state(e).kind != "country" && !entity(e).person))) return e;
    }
  }
  return kNobody;
}

// "the government of Sindh province": what the "of" phrase describes must be known before the whole.
std::uint32_t Resolution::resolve_ahead(std::uint32_t token) {
  const std::uint32_t p = work_.phrase_at[token];
  if (p == kNobody || phrase(p).kind != MentionKind::description || p <= cursor_ || depth_ >= 2) return kNobody;
  const std::uint32_t here = cursor_;
  ++depth_;
  resolve_description(p);
  --depth_;
  cursor_ = here;
  return work_.entity_of[p];
}

// Where a phrase says that its people are: "protesters in Istanbul".
std::string_view Resolution::whereabouts_of(const Phrase& ph) {
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (token(prep).dep != Dep::prep || !one_of(story_.lower(prep), kPlacePrepositions)) continue;
    const std::uint32_t object = child_with(story_, prep, Dep::pobj);
    if (object == kNobody) continue;
    if (work_.place_at[object] != kNobody) return places_[work_.place_at[object]].country;
    std::uint32_t e = entity_at(object);
    if (e == kNobody) e = resolve_ahead(object);
    if (e == kNobody) continue;
    if (state(e).kind == "country") return lexicon_.countries()[state(e).country].code;
    if (state(e).kind == "region") return lexicon_.regions()[state(e).region].country;
    if (state(e).kind == "place") return entity(e).country;
    if (!entity(e).person) return code_of(e);  // "an official in the prime minister's office"
  }
  return {};
}

// Apposition and "X is the Y".
std::uint32_t Resolution::by_syntax(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const Token& tok = token(ph.head);
  if (tok.dep == Dep::appos && tok.head != ph.head) {
    const std::uint32_t e = entity_at(tok.head);
    if (e != kNobody && compatible(ph, e)) return e;
  }
  for (const std::uint32_t noun : {ph.head, ph.noun}) {  // "one of the women, Dal Miro"
    const std::uint32_t apposed = child_with(story_, noun, Dep::appos);
    if (apposed == kNobody) continue;
    const std::uint32_t e = entity_at(apposed);
    if (e != kNobody && entity(e).named && compatible(ph, e)) return e;
  }
  // "He spoke as head of state."
  if (tok.dep == Dep::pobj && story_.lower(tok.head) == "as" && ph.title != nullptr && !ph.title->group) {
    const std::uint32_t subject = subject_over(tok.head);
    if (subject != kNobody && subject < ph.head) {
      const std::uint32_t e = entity_at(subject);
      if (e != kNobody && entity(e).person && compatible(ph, e)) return e;
    }
  }
  if (tok.dep == Dep::attr && token(tok.head).pos == Pos::AUX && ph.title != nullptr && !ph.title->group &&
      ph.number != Number::plural && child_with(story_, tok.head, Dep::neg) == kNobody) {
    const std::uint32_t subject = child_with(story_, tok.head, Dep::nsubj);
    if (subject != kNobody && subject < ph.head) {
      const std::uint32_t e = entity_at(subject);
      if (e != kNobody && entity(e).person && compatible(ph, e)) return e;
    }
  }
  return kNobody;
}

// "the Estado Mayor Central, a faction of former FARC rebels": what a body is that the list does not know.
void Resolution::describe_by_apposition(std::uint32_t e, const Phrase& ph, std::uint32_t owner) {
  if (state(e).kind != "organisation" || ph.title == nullptr || !ph.title->group) return;
  const TitleWord* whose = owner == kNobody ? nullptr : state(owner).title;
  const bool of_rebels = whose != nullptr && whose->sector == Sector::REB;
  if (entity(e).sector == Sector::none) entity(e).sector = of_rebels ? Sector::REB : ph.title->sector;
  if (state(e).title == nullptr) state(e).title = ph.title;
  if (entity(e).country.empty() && owner != kNobody) entity(e).country = code_of(owner);
  if (entity(e).country.empty()) entity(e).country = whereabouts_of(ph);
}

void Resolution::resolve_description(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  if (ph.kind == MentionKind::modifier) return;
  std::uint32_t e = name_after_comma(ph);
  if (e == kNobody) e = by_syntax(p);
  const std::uint32_t owner = owner_of(ph);
  if (e != kNobody) describe_by_apposition(e, ph, owner);
  if (e == kNobody) {
    e = name_beside(ph);
    if (e != kNobody) describe_by_apposition(e, ph, owner);
  }
  if (e == kNobody) e = untagged_name(ph);
  if (e == kNobody) e = person_by_nationality(ph);
  if (e == kNobody) e = people_as_state(ph);
  if (e == kNobody) e = offices_meant(ph);
  if (e == kNobody) e = pair_meant(ph);
  if (e == kNobody) e = other_side(ph);
  if (e == kNobody && ph.title != nullptr) {
    const bool mission = ph.title->office == Office::mission;
    e = state_meant(p, owner);
    if (e != kNobody && mission) last_mission_ = e;
  }
  if (e == kNobody) e = office_meant(p, owner);
  if (e == kNobody && (ph.title == nullptr || ph.title->group || ph.title->sector == Sector::REB)) {
    e = named_before(ph);
  }
  if (e == kNobody) e = described_before(ph, owner);
  if (e == kNobody) e = people_taken_up(ph);
  if (e == kNobody) e = person_taken_up(ph);
  if (e == kNobody) e = new_description(p, owner);
  attach(p, e);
}

std::uint32_t Resolution::new_description(std::uint32_t p, std::uint32_t owner) {
  const Phrase& ph = phrase(p);
  // "used excessive force"
  const bool mass = ph.title != nullptr && ph.title->words == "force" && ph.number != Number::plural && !ph.definite &&
                    !ph.indefinite && owner == kNobody;
  const bool is_thing = (ph.title == nullptr && ph.name == kNobody) || mass;
  const std::string name = is_thing ? std::string(story_.text(ph.noun)) : description_name(ph);
  const std::string folded_name(fold(name));
  const bool several = ph.number == Number::plural;
  const std::uint64_t name_key = key("description", folded_name);
  if (several && !is_thing) {
    if (const auto found = work_.by_key.find(name_key); found != work_.by_key.end()) {
      const bool same_owner = state(found->second).of == owner || owner == kNobody;
      if (same_owner) return found->second;
    }
  }
  const bool person = (ph.title != nullptr && !ph.title->group) || ph.name != kNobody;
  const std::uint32_t e = new_entity(is_thing ? "thing" : person ? "person" : "group");
  work_.by_key.insert_or_assign(name_key, e);
  ActorEntity& actor = entity(e);
  actor.name = name;
  actor.number = ph.number;
  actor.gender = ph.gender;
  actor.person = person;
  actor.actor = !is_thing;
  EntityState& st = state(e);
  st.noun = keep(fold(story_.lemma(ph.noun)));
  st.title = ph.title;
  st.counted = ph.counted;
  st.generic = several && ph.words.size() == 1;
  if (ph.name != kNobody) name_people(e, ph);
  // "Karvelia's minister", of a state that no list has, is of no other either.
  const bool unlisted = owner != kNobody && state(owner).kind == "place" && entity(owner).country.empty();
  if (owner != kNobody) {
    const bool lends = state(owner).kind == "country" || state(owner).kind == "region" ||
                       state(owner).body != kNobody || !entity(owner).person;
    if (lends && owner != e && !unlisted) st.of = owner;
    if (entity(owner).person && ph.title != nullptr && ph.title->group) {
      const std::uint32_t home = state_of_person(owner);
      if (home != kNobody) st.of = home;
    }
  }
  if (st.of == kNobody && st.modifier.empty()) st.modifier = whereabouts_of(ph);
  // An institution that names no state is of the one that the story is about.
  const bool official = ph.title != nullptr && (ph.title->sector == Sector::MIL || ph.title->sector == Sector::COP ||
                                                ph.title->sector == Sector::GOV || ph.title->sector == Sector::SPY);
  if (st.of == kNobody && official && !unlisted) {
    const std::uint32_t sender = sender_of(ph);
    if (sender != kNobody && sender != e) st.of = sender;
  }
  const bool institution = ph.title != nullptr && ph.title->group && ph.title->office == Office::body &&
                           ph.title->sector != Sector::none && ph.title->sector != Sector::IGO &&
                           ph.title->sector != Sector::NGO && ph.title->sector != Sector::REB;
  if (st.of == kNobody && st.modifier.empty() && !unlisted && (institution || is_domestic(ph))) {
    const std::uint32_t home = country_here(p, kNobody);
    if (home != kNobody) st.of = home;
  }
  if (ph.title != nullptr && !ph.title->group && persons_of_office(ph)) work_.persons.push_back(e);
  return e;
}

// People who, where nothing else is said, are of the state that is spoken of: soldiers, protesters, residents.
bool Resolution::is_domestic(const Phrase& ph) const {
  if (ph.title == nullptr || ph.title->office == Office::craft) return false;
  const Sector sector = ph.title->sector;
  if (ph.title->office == Office::spokesman && ph.number != Number::plural) return true;
  if (sector == Sector::MIL || sector == Sector::COP || sector == Sector::JUD) return true;
  if (ph.definite) return false;  // "the protesters" are some that the story has spoken of
  if (sector == Sector::OPP) return true;
  return lexicon_.word_is(story_.lemma(ph.noun), kLocal);
}

bool Resolution::persons_of_office(const Phrase& ph) const { return ph.number != Number::plural; }

// "five Kenyans", "the Rohingya": people by nationality.
void Resolution::name_people(std::uint32_t e, const Phrase& ph) {
  const std::uint32_t at = work_.names.names[ph.name].entry;
  if (at == kNoEntry) return;
  const NameEntry& entry = lexicon_.entry(at);
  entity(e).sector = Sector::CVL;
  if (entry.kind == NameKind::country) state(e).modifier = lexicon_.countries()[entry.index].code;
  if (entry.kind == NameKind::region) state(e).modifier = lexicon_.regions()[entry.index].country;
  if (entity(e).number == Number::unknown) entity(e).number = Number::plural;
}

}  // namespace annals
