// Who holds an office: "the US secretary of state", "the foreign ministers of France and Germany", "his Turkish
// counterpart".
#include <algorithm>

#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {
namespace {

bool is_office_of_state(Office office) {
  return office == Office::head_of_state || office == Office::head_of_government ||
         office == Office::foreign_minister || office == Office::defence_minister || office == Office::leader;
}

// Offices that one person holds at a time, so that two mentions are one person.
bool is_single_office(const TitleWord& title) {
  return is_office_of_state(title.office) || title.office == Office::igo_head || title.office == Office::spokesman;
}

}  // namespace

// The body that a state or organisation entity is in the list of leaders.
std::string_view Resolution::list_body(std::uint32_t owner) {
  return state(owner).body == kNobody ? std::string_view{} : lexicon_.bodies()[state(owner).body].name;
}

const Holder* Resolution::holder_of(const Phrase& ph, std::uint32_t owner) {
  std::string_view country;
  if (state(owner).kind == "country") country = lexicon_.countries()[state(owner).country].code;
  if (state(owner).kind == "region") country = lexicon_.regions()[state(owner).region].country;
  if (state(owner).kind == "place") country = entity(owner).country;
  const std::string_view body = list_body(owner);
  if (country.empty() && body.empty()) return nullptr;
  if (!body.empty()) {
    const Holder* leader = lexicon_.leader_of(lexicon_.bodies()[state(owner).body].country, body, day_);
    if (ph.title->office == Office::leader && leader != nullptr) return leader;
    return lexicon_.holder({}, body, Office::other, title_text(ph), day_);
  }
  switch (ph.title->office) {
    case Office::leader:
      return ph.title->words == "leader" ? lexicon_.leader_of(country, {}, day_) : nullptr;
    case Office::head_of_state:
    case Office::head_of_government:
    case Office::foreign_minister:
    case Office::defence_minister:
      return lexicon_.holder(country, {}, ph.title->office, {}, day_);
    default:
      return lexicon_.holder(country, {}, Office::other, title_text(ph), day_);
  }
}

// Whether the list has the person in an office of that state or body.
bool Resolution::of_list(std::uint32_t person, std::uint32_t owner) {
  const Holder* holder = state(person).holder;
  if (holder == nullptr) return false;
  if (state(owner).kind == "country") return holder->country == lexicon_.countries()[state(owner).country].code;
  return !holder->body.empty() && holder->body == list_body(owner);
}

std::string_view Resolution::title_text(const Phrase& ph) {
  return ph.title_words.empty() ? std::string_view{} : ph.title->words;
}

// "the US secretary of state": who holds the office by the story's own words, else by the list on the story's day.
std::uint32_t Resolution::office_meant(std::uint32_t p, std::uint32_t owner) {
  const Phrase& ph = phrase(p);
  if (ph.title == nullptr || ph.title->group || ph.number == Number::plural || ph.indefinite) return kNobody;
  if (ph.title->office == Office::counterpart) return counterpart_meant(ph);
  if (owner != kNobody && entity(owner).person) owner = state_of_person(owner);
  std::uint32_t best = kNobody;
  for (const std::uint32_t e : work_.persons) {
    const EntityState& st = state(e);
    const TitleWord* title = title_of(e);
    if (title == nullptr || st.last_phrase == kNobody) continue;
    // A king and a president are both heads of state, but not the same one.
    const bool alike = title->office == ph.title->office && is_single_office(*ph.title) &&
                       (title->office != Office::head_of_state || title->sector == Sector::REL || owner != kNobody);
    const bool same_title = title == ph.title || alike;
    const bool same_owner = owner == kNobody || st.of == owner || (st.title == nullptr && of_list(e, owner));
    if (!same_title || !same_owner || !compatible(ph, e)) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  if (best != kNobody && !ph.former) return best;
  if (ph.former) return kNobody;
  if (owner == kNobody &&
      (ph.title->office == Office::head_of_state || ph.title->office == Office::head_of_government)) {
    owner = state_of_bare_office(p);
  }
  if (owner == kNobody) return kNobody;
  const Holder* holder = holder_of(ph, owner);
  return holder == nullptr ? kNobody : holder_entity(*holder);
}

// "The president" of a story that is about one state. A state that is named once in passing, as where somebody goes, is
// not enough to give a name to whoever goes there, and a pope is of none.
std::uint32_t Resolution::state_of_bare_office(std::uint32_t p) {
  if (phrase(p).title->sector == Sector::REL) return kNobody;
  constexpr double kAbout = 2.4;  // a dateline, or two mentions in the lead
  const std::uint32_t owner = country_here(p, kNobody);
  return owner != kNobody && work_.focus.of(code_of(owner)) >= kAbout ? owner : kNobody;
}

// "his Turkish counterpart": the same office in another state.
std::uint32_t Resolution::counterpart_meant(const Phrase& ph) {
  if (ph.owner == kNobody) return kNobody;
  const std::uint32_t person = entity_at(ph.owner);
  if (person == kNobody || !entity(person).person) return kNobody;
  std::uint32_t abroad = kNobody;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) {
    const std::uint32_t e = entity_at(t);
    if (e != kNobody && state(e).kind == "country") abroad = e;
  }
  const EntityState& st = state(person);
  if (abroad == kNobody) return kNobody;
  const Office office = st.title != nullptr && is_office_of_state(st.title->office) ? st.title->office
                        : st.holder != nullptr                                      ? st.holder->office
                                                                                    : Office::none;
  const Holder* holder = lexicon_.holder(lexicon_.countries()[state(abroad).country].code, {}, office, {}, day_);
  return holder == nullptr ? kNobody : holder_entity(*holder);
}

// "The presidents of Chile and Peru", "the Israeli and Syrian foreign ministers".
std::uint32_t Resolution::offices_meant(const Phrase& ph) {
  if (ph.title == nullptr || ph.title->group || ph.number != Number::plural || !is_office_of_state(ph.title->office)) {
    return kNobody;
  }
  std::vector<std::uint32_t> states;
  const auto add = [&](std::uint32_t e) {
    if (e != kNobody && state(e).kind == "country" && std::ranges::find(states, e) == states.end()) states.push_back(e);
  };
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) add(entity_at(t));
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (story_.lower(prep) != "of") continue;
    for (std::uint32_t t = child_with(story_, prep, Dep::pobj); t != kNobody; t = child_with(story_, t, Dep::conj)) {
      add(entity_at(t));
    }
  }
  if (states.size() < 2) return kNobody;
  std::vector<std::uint32_t> holders;
  for (const std::uint32_t e : states) {
    const Holder* holder = holder_of(ph, e);
    if (holder == nullptr) return kNobody;
    holders.push_back(holder_entity(*holder));
  }
  return group_of(holders);
}

// The title that the story gives a person, else the one that the list gives on the story's day.
const TitleWord* Resolution::title_of(std::uint32_t person) {
  const EntityState& st = state(person);
  if (st.title != nullptr) return st.title;
  if (st.holder == nullptr || st.holder->title.empty() || !day_) return nullptr;
  if (*day_ < st.holder->from || st.holder->until < *day_) return nullptr;
  bool plural = false;
  return lexicon_.title(fold_key(fold(st.holder->title)), plural);
}

// Whether the list has the person in that office before the story's day.
bool Resolution::held_office(std::uint32_t person, Office office) {
  for (const std::uint32_t i : lexicon_.offices_of(fold_key(fold(entity(person).name)))) {
    const Holder& holder = lexicon_.holders()[i];
    if (holder.office == office && day_ && holder.until < *day_) return true;
  }
  return false;
}

}  // namespace annals
