// The state behind words for one: "the government", "the country", "his embassy", "the Iraqis", "the troops it moved".
#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {

// "the country", "his government", "the Iraqi authorities", "the U.S. embassy": the state that is meant.
std::uint32_t Resolution::state_meant(std::uint32_t p, std::uint32_t owner) {
  const Phrase& ph = phrase(p);
  const Office office = ph.title->office;
  // "the U.S. side"
  if (office == Office::side && owner != kNobody && state(owner).kind == "country") return owner;
  if (office != Office::of_country && office != Office::country && office != Office::mission) return kNobody;
  if (owner != kNobody) {
    const EntityState& st = state(owner);
    if (st.kind == "country") return owner;
    if (st.kind == "region" && !lexicon_.regions()[st.region].country.empty() && office != Office::country) {
      return lexicon_.regions()[st.region].kind == "region" || lexicon_.regions()[st.region].kind == "seat"
                 ? country_entity(lexicon_.regions()[st.region].country)
                 : kNobody;
    }
    if (office == Office::country) return st.kind == "place" ? owner : kNobody;  // "the island of Lesbos"
    if (st.kind == "place" && !entity(owner).country.empty()) return country_entity(entity(owner).country);
    if (entity(owner).person) return state_of_person(owner);
    if (st.body != kNobody && office == Office::of_country) return owner;
    if (st.of != kNobody && state(st.of).kind == "country") return st.of;
    return kNobody;
  }
  if (office == Office::mission) {
    if (last_mission_ != kNobody && (ph.definite || !ph.indefinite)) return last_mission_;
    return ph.definite ? state_of_envoy() : kNobody;
  }
  if (ph.indefinite || ph.number == Number::plural) {
    if (ph.title->words != "authorities" || ph.indefinite) return kNobody;
  }
  if (!ph.definite && office == Office::country) return kNobody;
  if (office == Office::of_country) {
    // "the military government in Port Sudan"
    if (const std::string_view code = whereabouts_of(ph); !code.empty()) return country_entity(code);
  }
  // "the state", "the power" are rarely a country that was named; the descriptors say which nouns are.
  const std::uint32_t named = named_before(ph);
  if (named != kNobody && state(named).kind != "country") return named;
  if (named == kNobody && office != Office::of_country) return kNobody;
  const Descriptor* descriptor = lexicon_.descriptor(fold_key(fold(story_.text(ph.noun))));
  if (named != kNobody && descriptor != nullptr && !descriptor->names.empty()) return named;  // "the island"
  const std::uint32_t here = country_here(p, subject_apart(ph));
  return here != kNobody ? here : named;
}

// "the embassy" of a story that has named the ambassador.
std::uint32_t Resolution::state_of_envoy() {
  std::uint32_t best = kNobody;
  for (const std::uint32_t e : work_.persons) {
    const EntityState& st = state(e);
    if (st.title == nullptr || st.title->office != Office::envoy || st.last_phrase == kNobody) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best == kNobody ? kNobody : state_of_person(best);
}

std::uint32_t Resolution::state_of_person(std::uint32_t person) {
  const EntityState& st = state(person);
  if (st.of != kNobody && state(st.of).kind == "country") return st.of;
  if (st.of != kNobody && state(st.of).body != kNobody) return st.of;
  if (!st.modifier.empty()) return country_entity(st.modifier);
  if (st.holder != nullptr && !st.holder->country.empty()) return country_entity(st.holder->country);
  if (!entity(person).country.empty()) return country_entity(entity(person).country);
  return kNobody;
}

// "the Iraqis" of a story of states are Iraq; "the Tutsis" and "11 Americans" are people.
std::uint32_t Resolution::people_as_state(const Phrase& ph) {
  if (ph.name == kNobody || !ph.definite || ph.counted || ph.owner != kNobody) return kNobody;
  const std::uint32_t at = work_.names.names[ph.name].entry;
  if (at == kNoEntry) return kNobody;
  const NameEntry& entry = lexicon_.entry(at);
  if (entry.kind != NameKind::country || entry.form == NameForm::person_noun) return kNobody;
  if (ph.number == Number::singular && entry.form != NameForm::adjective) return kNobody;
  for (const std::uint32_t child : story_.children(ph.head)) {
    const Dep dep = token(child).dep;
    if (dep == Dep::relcl || dep == Dep::prep || dep == Dep::acl || dep == Dep::amod) return kNobody;
  }
  return country_entity(entry.index);
}

// "The United States moved troops": whose they are.
std::uint32_t Resolution::sender_of(const Phrase& ph) {
  std::uint32_t t = ph.head;
  while (token(t).dep == Dep::conj && token(t).head < t) t = token(t).head;
  if (token(t).dep != Dep::dobj || !lexicon_.word_is(story_.lemma(token(t).head), kDispatch)) return kNobody;
  const std::uint32_t subject = child_with(story_, token(t).head, Dep::nsubj);
  if (subject == kNobody) return kNobody;
  const std::uint32_t e = entity_at(subject);
  if (e == kNobody) return kNobody;
  if (entity(e).person) return entity(e).number == Number::plural ? kNobody : state_of_person(e);
  if (state(e).kind == "thing") return kNobody;
  // A court that orders the police does not make them a court.
  const std::string_view code = code_of(e);
  const Sector sector = state(e).title != nullptr ? state(e).title->sector : entity(e).sector;
  const bool rebels =
      sector == Sector::REB || (state(e).body != kNobody && lexicon_.bodies()[state(e).body].sector == Sector::REB);
  return code.empty() || rebels ? e : country_entity(code);
}

// Who does what a phrase takes part in: "Uganda sent troops to help the government" is not about its own.
std::uint32_t Resolution::subject_apart(const Phrase& ph) {
  const Token& tok = token(ph.head);
  if (tok.dep == Dep::nsubj || tok.dep == Dep::nsubjpass) return kNobody;
  // "with the country withdrawing its troops": a subject of its own
  if (tok.dep == Dep::pobj && story_.lower(tok.head) == "with" && child_with(story_, ph.head, Dep::acl) != kNobody) {
    return kNobody;
  }
  // "barred him from entering the country", "accused him of ruining the country": he would do it, and to one's own
  const std::uint32_t clause = clause_of(ph.head);
  if (token(clause).dep == Dep::pcomp) return kNobody;
  const std::uint32_t subject = subject_over(ph.head);
  // "Kenya arrested five men across the country": where one acts may be one's own.
  const bool within = tok.dep == Dep::pobj && lexicon_.word_is(story_.lower(tok.head), kWithin);
  if (within && subject != kNobody && token(subject).head == clause_of(ph.head)) return kNobody;
  return subject == kNobody ? kNobody : entity_at(subject);
}

}  // namespace annals
