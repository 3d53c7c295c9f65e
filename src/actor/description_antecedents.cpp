// What a description takes up of what the story has told: a named actor, an earlier description, a pair, a person.
#include <algorithm>

#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {
namespace {

// What belongs to a state.
bool is_institution(Sector sector) {
  return sector == Sector::GOV || sector == Sector::MIL || sector == Sector::COP || sector == Sector::SPY ||
         sector == Sector::JUD || sector == Sector::LEG;
}

}  // namespace

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

// "the group", "the enclave", "the commission": the nearest actor of that kind, or whose name holds the noun.
std::uint32_t Resolution::named_before(const Phrase& ph) {
  const bool rebels = ph.title != nullptr && ph.title->sector == Sector::REB;  // "the rebels" are one group
  if (!ph.definite || (ph.number == Number::plural && !rebels)) return kNobody;
  const std::string noun(fold(story_.text(TokenSpan{ph.noun, ph.noun + 1})));
  const std::string phrase_words(ph.title_words.empty() ? noun : std::string(fold(story_.text(ph.title_words))));
  const Descriptor* descriptor = lexicon_.descriptor(fold_key(phrase_words));
  if (descriptor == nullptr) descriptor = lexicon_.descriptor(fold_key(noun));
  std::string_view country;
  for (std::uint32_t t = ph.words.begin; t < ph.noun; ++t) {
    const std::uint32_t e = entity_at(t);
    if (e != kNobody && state(e).kind == "country") country = lexicon_.countries()[state(e).country].code;
  }
  const std::uint32_t apart = subject_apart(ph);
  std::uint32_t best = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    if (e == apart) continue;
    if (rebels && st.kind != "armed_group" && entity(e).sector != Sector::REB) continue;
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
    if (!fits && st.kind == "organisation" && descriptor != nullptr)
      fits = ph.words.size() <= 2 && may_be_called(ph, e);
    if (!fits || !same_side(ph, e, !country.empty())) continue;
    if (best == kNobody || closeness(e) > closeness(best)) best = e;
  }
  return best;
}

// An organisation that the list does not know, by a noun of its sector; by a noun for any where nothing is known of it.
bool Resolution::may_be_called(const Phrase& ph, std::uint32_t e) {
  if (ph.title == nullptr || !ph.title->group || ph.title->office != Office::body) return false;
  const Sector noun = ph.title->sector;
  const Sector own = entity(e).sector;
  if (is_institution(own) || is_institution(noun)) return false;
  if (own == Sector::none) return noun != Sector::MED && noun != Sector::EDU;
  return noun == Sector::none || own == noun;
}

// "The Sudanese army" is not the militia that fights it: whether a noun for a force can mean a body of that sector.
bool Resolution::same_side(const Phrase& ph, std::uint32_t e, bool of_state) {
  if (ph.title == nullptr || state(e).body == kNobody) return true;
  const Body& body = lexicon_.bodies()[state(e).body];
  const bool rebels = body.sector == Sector::REB || body.sector == Sector::CRM;
  if (is_institution(ph.title->sector) && rebels) {
    const std::string noun(fold(story_.text(ph.noun)));
    return !of_state && (noun == "force" || folded(body.name).find(noun) != std::string::npos);
  }
  return ph.title->sector != Sector::REB || !is_institution(body.sector);
}

// When an entity was last named in its own right; a mention before a noun ("FARC rebels") stands back.
std::int64_t Resolution::closeness(std::uint32_t e) {
  const EntityState& st = state(e);
  constexpr std::int64_t kBehind = 12;  // phrases
  const std::int64_t any = static_cast<std::int64_t>(st.last_phrase) - kBehind;
  return st.last_argument == kNobody ? any : std::max<std::int64_t>(any, st.last_argument);
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

// Who can be a side of talks or of a war.
bool Resolution::is_side(std::uint32_t e) {
  const EntityState& st = state(e);
  return st.kind == "country" || st.kind == "region" || st.kind == "organisation" || st.body != kNobody;
}

// "The government and the rebels signed. The two sides": what the last sentences joined by "and".
std::uint32_t Resolution::joined_before(const Phrase& ph) {
  constexpr std::uint32_t kReach = 2;  // sentences
  const std::uint32_t sentence = token(ph.head).sentence;
  const bool people = !ph.title->group && ph.title->office != Office::side;
  for (std::uint32_t q = work_.phrase_at[ph.head]; q-- > 0;) {
    const std::uint32_t head = phrase(q).head;
    if (token(head).sentence + kReach < sentence) break;
    const std::uint32_t other = child_with(story_, head, Dep::conj);
    const std::uint32_t first = work_.entity_of[q];
    if (other == kNobody || first == kNobody || other > ph.head) continue;
    const std::uint32_t second = entity_at(other);
    if (second == kNobody || second == first || child_with(story_, other, Dep::conj) != kNobody) continue;
    const auto fits = [&](std::uint32_t e) {
      if (people) return entity(e).person && entity(e).number == Number::singular;
      const bool group = state(e).kind == "group" && ph.title->office == Office::side;
      return ph.title->office == Office::side ? is_side(e) || group : state(e).kind == "country";
    };
    if (fits(first) && fits(second)) return group_of({first, second});
  }
  return kNobody;
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
  if (const std::uint32_t joined = joined_before(ph); joined != kNobody) return joined;
  const bool states = office == Office::country || office == Office::side || office == Office::of_country ||
                      (ph.title->words == "neighbor" || ph.title->words == "neighbour");
  const bool people = !ph.title->group && !states;
  std::uint32_t last = kNobody;
  std::uint32_t second = kNobody;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    const EntityState& st = state(e);
    const bool fits = states ? st.kind == "country" || (office == Office::side && is_side(e))
                             : people && entity(e).person && entity(e).number == Number::singular;
    if (!fits || st.last_argument == kNobody) continue;
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
    const bool officials = st.title != nullptr && st.title->sector != Sector::CVL && st.title->sector != Sector::none;
    const bool fits = entity(e).person && entity(e).number == Number::plural && st.last_phrase != kNobody &&
                      !(officials && ph.title->words == "people");
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

// "its defence minister, Yoav Gallant", whatever the parser hangs the name on: the name's own phrase has this title.
// The end of a description with its phrase of place or body: "its coordinator for Sudan, ...".
std::uint32_t Resolution::comma_behind(const Phrase& ph) const {
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (prep != ph.words.end || token(prep).dep != Dep::prep) continue;
    for (std::uint32_t t = prep + 1; t < story_.tokens.size() && t < prep + 8; ++t) {
      if (story_.text(t) == ",") return t;
      if (token(t).is(kIsPunct) || token(t).pos == Pos::VERB) break;
    }
  }
  return ph.words.end;
}

std::uint32_t Resolution::name_after_comma(const Phrase& ph) {
  const std::uint32_t comma = comma_behind(ph);
  if (ph.title == nullptr || ph.title->group || comma + 1 >= story_.tokens.size()) return kNobody;
  if (story_.text(comma) != "," || work_.names.by_token[comma + 1] == kNobody) return kNobody;
  const NameSpan& name = work_.names.names[work_.names.by_token[comma + 1]];
  const std::uint32_t q = work_.phrase_at[name.head];
  if (q == kNobody || work_.entity_of[q] == kNobody) return kNobody;
  const bool own_title = phrase(q).title_words == ph.title_words;
  const bool apart = phrase(q).title == nullptr && name.words.begin == comma + 1 && ph.number != Number::plural &&
                     (ph.definite || ph.owner != kNobody) && comma > ph.words.end &&
                     name.words.end < story_.tokens.size() && story_.text(name.words.end) == ",";
  if (!own_title && !apart) return kNobody;
  return entity(work_.entity_of[q]).person && compatible(ph, work_.entity_of[q]) ? work_.entity_of[q] : kNobody;
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

}  // namespace annals
