// Resolves descriptions: "the US secretary of state", "the country", "the enclave", "the group", "Israeli forces".
#include <algorithm>
#include <array>

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

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 5> kPlacePrepositions = {"in", "from", "at", "near", "across"};

}  // namespace

// The entity that a phrase belongs to: its possessor, the nationality or body before the noun, or its "of" phrase.
std::uint32_t Resolution::owner_of(const Phrase& ph) {
  if (ph.owner != kNobody) {
    if (const std::uint32_t e = entity_at(ph.owner); e != kNobody) return e;
  }
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
  if (modifier != kNobody) return modifier;
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
    const std::uint32_t e = entity_at(object);
    if (e == kNobody) continue;
    if (state(e).kind == "country") return lexicon_.countries()[state(e).country].code;
    if (state(e).kind == "region") return lexicon_.regions()[state(e).region].country;
    if (state(e).kind == "place") return entity(e).country;
  }
  return {};
}

// Whether a phrase with this title can be that entity.
bool Resolution::compatible(const Phrase& ph, std::uint32_t e) {
  const ActorEntity& actor = entity(e);
  if (ph.number == Number::plural && actor.person && actor.number == Number::singular) return false;
  if (ph.title == nullptr) return ph.kind != MentionKind::description || !actor.person || actor.named;
  if (ph.title->group) return !actor.person;
  if (state(e).kind == "country" || state(e).kind == "region" || state(e).body != kNobody) return false;
  if (ph.gender != Gender::unknown && actor.gender != Gender::unknown && ph.gender != actor.gender) return false;
  return actor.person || actor.number != Number::plural;
}

// Apposition and "X is the Y".
std::uint32_t Resolution::by_syntax(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const Token& tok = token(ph.head);
  if (tok.dep == Dep::appos && tok.head != ph.head) {
    const std::uint32_t e = entity_at(tok.head);
    if (e != kNobody && compatible(ph, e)) return e;
  }
  const std::uint32_t apposed = child_with(story_, ph.head, Dep::appos);
  if (apposed != kNobody) {
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

// "the country", "his government", "the Iraqi authorities", "the U.S. embassy": the state that is meant.
std::uint32_t Resolution::state_meant(const Phrase& ph, std::uint32_t owner) {
  const Office office = ph.title->office;
  if (office != Office::of_country && office != Office::country && office != Office::mission) return kNobody;
  if (owner != kNobody) {
    const EntityState& st = state(owner);
    if (st.kind == "country") return owner;
    if (st.kind == "region" && !lexicon_.regions()[st.region].country.empty() && office != Office::country) {
      return lexicon_.regions()[st.region].kind == "region" || lexicon_.regions()[st.region].kind == "seat"
                 ? country_entity(lexicon_.regions()[st.region].country)
                 : kNobody;
    }
    if (office == Office::country) return kNobody;
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
  // "the state", "the power" are rarely a country that was named; the descriptors say which nouns are.
  const std::uint32_t named = named_before(ph);
  return named != kNobody ? named : office == Office::of_country ? story_country() : kNobody;
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
std::uint32_t Resolution::office_meant(const Phrase& ph, std::uint32_t owner) {
  if (ph.title == nullptr || ph.title->group || ph.number == Number::plural || ph.indefinite) return kNobody;
  if (ph.title->office == Office::counterpart) return counterpart_meant(ph, owner);
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
    owner = story_country();
  }
  if (owner == kNobody) return kNobody;
  const Holder* holder = holder_of(ph, owner);
  return holder == nullptr ? kNobody : holder_entity(*holder);
}

// "his Turkish counterpart": the same office in another state.
std::uint32_t Resolution::counterpart_meant(const Phrase& ph, std::uint32_t owner) {
  if (ph.owner == kNobody) return kNobody;
  const std::uint32_t person = entity_at(ph.owner);
  if (person == kNobody || !entity(person).person) return kNobody;
  std::uint32_t abroad = kNobody;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) {
    const std::uint32_t e = entity_at(t);
    if (e != kNobody && state(e).kind == "country") abroad = e;
  }
  const EntityState& st = state(person);
  if (abroad == kNobody || owner == kNobody) return kNobody;
  const Office office = st.title != nullptr && is_office_of_state(st.title->office) ? st.title->office
                        : st.holder != nullptr                                      ? st.holder->office
                                                                                    : Office::none;
  const Holder* holder = lexicon_.holder(lexicon_.countries()[state(abroad).country].code, {}, office, {}, day_);
  return holder == nullptr ? kNobody : holder_entity(*holder);
}

// "the group", "the enclave", "the commission": the nearest actor of that kind, or whose name holds the noun.
std::uint32_t Resolution::named_before(const Phrase& ph) {
  if (!ph.definite || ph.number == Number::plural) return kNobody;
  const std::string noun(fold(story_.text(TokenSpan{ph.noun, ph.noun + 1})));
  const std::string phrase_words(ph.title_words.empty() ? noun : std::string(fold(story_.text(ph.title_words))));
  const Descriptor* descriptor = lexicon_.descriptor(fold_key(phrase_words));
  if (descriptor == nullptr) descriptor = lexicon_.descriptor(fold_key(noun));
  std::string_view country;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) {
    const std::uint32_t e = entity_at(t);
    if (e != kNobody && state(e).kind == "country") country = lexicon_.countries()[state(e).country].code;
  }
  // "Uganda sent troops to help the government": not its own.
  const Dep dep = token(ph.head).dep;
  const bool subject_itself = dep == Dep::nsubj || dep == Dep::nsubjpass;
  const std::uint32_t subject = subject_itself ? kNobody : subject_over(ph.head);
  const std::uint32_t apart = subject == kNobody ? kNobody : entity_at(subject);
  std::uint32_t best = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    if (e == apart) continue;
    if (entity(e).person || st.last_phrase == kNobody || !(entity(e).named || st.body != kNobody)) continue;
    std::string_view name = entity(e).name;
    std::string_view own = entity(e).country;
    if (st.kind == "country") name = lexicon_.countries()[st.country].name;
    if (st.kind == "country") own = lexicon_.countries()[st.country].code;
    if (st.kind == "region" && lexicon_.regions()[st.region].kind != "region") continue;  // a people is no region
    if (st.kind == "region") name = lexicon_.regions()[st.region].name;
    if (st.kind == "region") own = lexicon_.regions()[st.region].country;
    if (st.body != kNobody && name.empty()) name = lexicon_.bodies()[st.body].name;
    if (st.body != kNobody) own = lexicon_.bodies()[st.body].country;
    if (!country.empty() && own != country) continue;
    bool fits = false;
    if (descriptor != nullptr) {
      fits = std::ranges::find(descriptor->kinds, st.kind) != descriptor->kinds.end();
      if (!descriptor->names.empty())
        fits = fits && std::ranges::find(descriptor->names, name) != descriptor->names.end();
    }
    if (!fits && st.kind != "country" && st.kind != "region") {
      const std::string known = folded(name);
      fits = known.size() > noun.size() && (known.ends_with(' ' + noun) || known.starts_with(noun + " of "));
    }
    if (!fits) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best;
}

// "The official" after "an Iraqi official", "the inspectors" after "U.N. weapons inspectors".
std::uint32_t Resolution::described_before(const Phrase& ph, std::uint32_t owner) {
  const bool bare = !ph.definite && !ph.indefinite && !ph.counted;
  if (ph.indefinite || (ph.counted && !ph.definite)) return kNobody;
  if (bare && (ph.number != Number::plural || ph.words.size() > 1)) return kNobody;
  const std::string noun(fold(story_.lemma(ph.noun)));
  std::uint32_t best = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    if (st.last_phrase == kNobody || st.kind == "country" || st.kind == "region") continue;
    const bool same_noun = !st.noun.empty() && st.noun == noun;
    const bool same_title = ph.title != nullptr && st.title == ph.title && ph.title->office != Office::body;
    if (!same_noun && !same_title) continue;
    if (!compatible(ph, e) && !same_noun) continue;
    if (ph.number != Number::unknown && entity(e).number != Number::unknown && ph.number != entity(e).number) continue;
    const bool theirs = owner != kNobody && entity(owner).person && ph.title != nullptr && ph.title->group;
    if (owner != kNobody && !theirs && st.of != owner) continue;
    if (bare && st.generic) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best;
}

// "the two countries", "both sides", "the two leaders": the last pair of that kind.
std::uint32_t Resolution::pair_meant(const Phrase& ph) {
  if (ph.number != Number::plural || ph.title == nullptr) return kNobody;
  bool two = false;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) {
    const auto lower = story_.lower(t);
    two = two || lower == "two" || lower == "both" || lower == "2";
  }
  if (!two || (!ph.definite && story_.lower(ph.words.begin) != "both")) return kNobody;
  const Office office = ph.title->office;
  // A pair that the story has joined by "and" comes first.
  for (std::uint32_t e = static_cast<std::uint32_t>(work_.states.size()); e-- > 0;) {
    if (entity(e).members.size() != 2) continue;
    const bool of_states = state(entity(e).members.front()).kind == "country" || office == Office::side;
    const bool fits = ph.title->group ? of_states && (office == Office::country || office == Office::side ||
                                                      office == Office::of_country)
                                      : entity(e).person;
    if (fits) return e;
  }
  const bool states = office == Office::country || office == Office::side || office == Office::of_country ||
                      (ph.title->words == "neighbor" || ph.title->words == "neighbour");
  const bool people = !ph.title->group && !states;
  std::uint32_t last = kNobody;
  std::uint32_t second = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    const bool fits =
        states ? st.kind == "country" || (office == Office::side && (st.body != kNobody || st.kind == "region"))
               : people && entity(e).person && entity(e).number == Number::singular;
    if (!fits || st.last_phrase == kNobody) continue;
    if (last == kNobody || st.last_phrase > state(last).last_phrase) {
      second = last;
      last = e;
    } else if (second == kNobody || st.last_phrase > state(second).last_phrase) {
      second = e;
    }
  }
  if (second == kNobody) return kNobody;
  return group_of({second, last});
}

// "the other side": of two states, the one that was not spoken of last.
std::uint32_t Resolution::other_side(const Phrase& ph) {
  if (ph.title == nullptr || ph.title->office != Office::side || ph.number == Number::plural) return kNobody;
  bool other = false;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) other = other || story_.lower(t) == "other";
  if (!other) return kNobody;
  std::uint32_t last = kNobody;
  std::uint32_t second = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    if (state(e).kind != "country" || state(e).last_phrase == kNobody) continue;
    if (last == kNobody || state(e).last_phrase > state(last).last_phrase) {
      second = last;
      last = e;
    } else if (second == kNobody || state(e).last_phrase > state(second).last_phrase) {
      second = e;
    }
  }
  return second;
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

// "the boy", "the drug lord", "the former prime minister": the last named person of whom nothing else is known, or
// who once held the office.
std::uint32_t Resolution::person_taken_up(const Phrase& ph) {
  if (ph.title == nullptr || ph.title->group || !ph.definite || ph.owner != kNobody || ph.number == Number::plural) {
    return kNobody;
  }
  for (const std::uint32_t child : story_.children(ph.noun)) {
    const Dep dep = token(child).dep;
    if (child > ph.noun && (dep == Dep::prep || dep == Dep::relcl) && !ph.former) return kNobody;
  }
  std::uint32_t best = kNobody;
  for (const std::uint32_t e : work_.persons) {
    const EntityState& st = state(e);
    if (!entity(e).named || st.last_phrase == kNobody || !compatible(ph, e)) continue;
    const bool open = title_of(e) == nullptr || (ph.former && held_office(e, ph.title->office));
    const bool near = token(ph.head).sentence - token(phrase(st.last_phrase).head).sentence <= 3;
    if (!open || !near) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best;
}

// "the men", "the people": the last group of people, by whatever noun.
std::uint32_t Resolution::people_taken_up(const Phrase& ph) {
  if (ph.title == nullptr || ph.title->group == (ph.title->words != "people") || !ph.definite || ph.owner != kNobody ||
      ph.number != Number::plural || ph.title->sector != Sector::CVL || ph.words.size() > 2) {
    return kNobody;
  }
  const bool any = ph.title->words == "man" || ph.title->words == "woman" || ph.title->words == "people" ||
                   ph.title->words == "youth";
  if (!any) return kNobody;
  std::uint32_t best = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    const bool fits = entity(e).person && entity(e).number == Number::plural && st.last_phrase != kNobody;
    if (!fits) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best;
}

// "The Italian answered": the last named person who can be of that nation.
std::uint32_t Resolution::person_by_nationality(const Phrase& ph) {
  if (ph.name == kNobody || !ph.definite || ph.counted || ph.number == Number::plural) return kNobody;
  std::string_view country;
  bool one = false;
  for (std::uint32_t at = work_.names.names[ph.name].entry; at != kNoEntry; at = lexicon_.entry(at).next) {
    const NameEntry& entry = lexicon_.entry(at);
    if (entry.kind != NameKind::country) continue;
    one = one || entry.form == NameForm::person_noun;
    if (country.empty()) country = lexicon_.countries()[entry.index].code;
  }
  if (!one) return kNobody;
  std::uint32_t best = kNobody;
  for (const std::uint32_t e : work_.persons) {
    const EntityState& st = state(e);
    if (!entity(e).named || st.last_phrase == kNobody || entity(e).number == Number::plural) continue;
    if (st.holder != nullptr && !st.holder->country.empty() && st.holder->country != country) continue;
    if (st.of != kNobody && state(st.of).kind == "country" &&
        lexicon_.countries()[state(st.of).country].code != country)
      continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = e;
  }
  return best;
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
  return state(e).kind == "thing" ? kNobody : e;
}

// "the official news agency IRNA": a name that follows its description at once.
std::uint32_t Resolution::name_beside(const Phrase& ph) {
  const std::uint32_t next = ph.words.end;
  if (next >= story_.tokens.size() || token(next).sentence != token(ph.head).sentence) return kNobody;
  const std::uint32_t name = work_.names.by_token[next];
  if (name == kNobody || work_.names.names[name].words.begin != next || ph.title == nullptr) return kNobody;
  const std::uint32_t e = entity_at(work_.names.names[name].head);
  const bool fits = e != kNobody && entity(e).number != Number::plural && state(e).kind != "country" &&
                    state(e).kind != "place" && compatible(ph, e);
  return fits ? e : kNobody;
}

// A family name that the tagger took for a common noun.
std::uint32_t Resolution::untagged_name(const Phrase& ph) {
  if (ph.title != nullptr || ph.name != kNobody || !token(ph.noun).is(kIsTitle)) return kNobody;
  return person_of_short_name(ph, std::string(fold(story_.text(ph.noun))));
}

// The entity that two or more make together.
std::uint32_t Resolution::group_of(std::vector<std::uint32_t> members) {
  std::ranges::sort(members);
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    if (entity(e).members == members) return e;
  }
  const std::uint32_t e = new_entity("pair");
  ActorEntity& actor = entity(e);
  actor.members = members;
  actor.number = Number::plural;
  actor.person = entity(members.front()).person;
  return e;
}

// The words of an unnamed actor without article and number: "Israeli forces", "diplomats in the Middle East".
std::string Resolution::description_name(const Phrase& ph) {
  std::uint32_t begin = ph.noun != ph.head ? ph.noun : ph.words.begin;
  if (ph.noun != ph.head) {
    while (begin > 0 && token(begin - 1).head == ph.noun && token(begin - 1).dep != Dep::prep) --begin;
  }
  std::uint32_t end = ph.words.end;
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (token(prep).dep != Dep::prep || prep != end) continue;
    const auto word = story_.lower(prep);
    const std::uint32_t right = token(prep).right_edge;
    if ((word == "of" || word == "in" || word == "from") && right - prep <= 6) end = right + 1;
  }
  while (begin < ph.noun) {
    const Token& tok = token(begin);
    const auto lower = story_.lower(begin);
    const bool drop = tok.pos == Pos::DET || tok.pos == Pos::NUM || tok.dep == Dep::det || tok.dep == Dep::nummod ||
                      tok.dep == Dep::quantmod || tok.dep == Dep::predet || tok.tag == Tag::CD || tok.is(kIsPunct) ||
                      tok.tag == Tag::PRPS || (tok.pos == Pos::ADV && tok.dep == Dep::advmod) || lower == "several" ||
                      lower == "many" || lower == "other" || lower == "few" || lower == "more";
    if (!drop) break;
    const bool number = tok.pos == Pos::NUM || tok.tag == Tag::CD;
    ++begin;
    // "a seven-member panel", "the 38-year-old man": the noun goes with its number.
    if (number && begin + 1 < ph.noun && story_.text(begin) == "-") begin += 2;
  }
  std::string name(story_.text(TokenSpan{begin, end}));
  for (char& c : name) {
    if (c == '\n') c = ' ';
  }
  // A word that only stands first in its sentence is not a name.
  const Token& first = token(begin);
  if (!name.empty() && first.pos == Pos::NOUN && name[0] >= 'A' && name[0] <= 'Z' && !first.is(kIsUpper)) name[0] += 32;
  return name;
}

std::uint32_t Resolution::new_description(std::uint32_t p, std::uint32_t owner) {
  const Phrase& ph = phrase(p);
  const bool is_thing = ph.title == nullptr && ph.name == kNobody;
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
  actor.actor = ph.title != nullptr || ph.name != kNobody;
  EntityState& st = state(e);
  st.noun = keep(fold(story_.lemma(ph.noun)));
  st.title = ph.title;
  st.counted = ph.counted;
  st.generic = several && ph.words.size() == 1;
  if (ph.name != kNobody) name_people(e, ph);
  if (owner != kNobody) {
    const bool lends = state(owner).kind == "country" || state(owner).kind == "region" ||
                       state(owner).body != kNobody || !entity(owner).person;
    if (lends && owner != e) st.of = owner;
    if (entity(owner).person && ph.title != nullptr && ph.title->group) {
      const std::uint32_t home = state_of_person(owner);
      if (home != kNobody) st.of = home;
    }
  }
  if (st.of == kNobody && st.modifier.empty()) st.modifier = whereabouts_of(ph);
  // An institution that names no state is of the one that the story is about.
  const bool official = ph.title != nullptr && (ph.title->sector == Sector::MIL || ph.title->sector == Sector::COP ||
                                                ph.title->sector == Sector::GOV || ph.title->sector == Sector::SPY);
  if (st.of == kNobody && official) {
    const std::uint32_t sender = sender_of(ph);
    if (sender != kNobody && sender != e) st.of = sender;
  }
  const bool institution = ph.title != nullptr && ph.title->group && ph.title->office == Office::body &&
                           ph.title->sector != Sector::none && ph.title->sector != Sector::IGO &&
                           ph.title->sector != Sector::NGO && ph.title->sector != Sector::REB;
  if (st.of == kNobody && st.modifier.empty() && institution) {
    const std::uint32_t home = place_of_story();
    if (home != kNobody) st.of = home;
  }
  if (ph.title != nullptr && !ph.title->group && persons_of_office(ph)) work_.persons.push_back(e);
  return e;
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

// The state of the dateline, else the one that the sentence or the last ones name.
std::uint32_t Resolution::place_of_story() {
  if (dateline_country_ == kNobody && !dateline_.empty()) {
    for (std::uint32_t t = dateline_.begin; t < dateline_.end; ++t) {
      const std::uint32_t e = entity_at(t);
      if (e == kNobody) continue;
      if (state(e).kind == "country") dateline_country_ = e;
      if (state(e).kind == "place" && !entity(e).country.empty() && dateline_country_ == kNobody) {
        dateline_country_ = country_entity(entity(e).country);
      }
    }
  }
  return dateline_country_ != kNobody ? dateline_country_ : story_country();
}

void Resolution::resolve_description(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  if (ph.kind == MentionKind::modifier) return;
  std::uint32_t e = by_syntax(p);
  const std::uint32_t owner = owner_of(ph);
  if (e == kNobody) e = name_beside(ph);
  if (e == kNobody) e = untagged_name(ph);
  if (e == kNobody) e = person_by_nationality(ph);
  if (e == kNobody) e = people_as_state(ph);
  if (e == kNobody) e = offices_meant(ph);
  if (e == kNobody) e = pair_meant(ph);
  if (e == kNobody) e = other_side(ph);
  if (e == kNobody && ph.title != nullptr) {
    const bool mission = ph.title->office == Office::mission;
    e = state_meant(ph, owner);
    if (e != kNobody && mission) last_mission_ = e;
  }
  if (e == kNobody) e = office_meant(ph, owner);
  if (e == kNobody && (ph.title == nullptr || ph.title->group)) e = named_before(ph);
  if (e == kNobody) e = described_before(ph, owner);
  if (e == kNobody) e = people_taken_up(ph);
  if (e == kNobody) e = person_taken_up(ph);
  if (e == kNobody) e = new_description(p, owner);
  attach(p, e);
}

}  // namespace annals
