// Reads who is what: titles before names, appositions, "X is the Y", "X, who heads Y".
#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {

// The body or state that a title belongs to: "Foreign Ministry" of "Foreign Ministry spokesman", "Israeli", "of Peru".
std::uint32_t Resolution::office_owner(const Phrase& ph) {
  // A body named by its kind just before the title: "Foreign Ministry spokesman".
  const bool named_before =
      !ph.title_words.empty() && ph.title_words.begin > 0 && work_.names.by_token[ph.title_words.begin - 1] != kNobody;
  if (!ph.title_words.empty() && ph.title_words.begin > 0 && !named_before) {
    std::uint32_t end = ph.title_words.begin;
    if (end > 1 && token(end - 1).tag == Tag::POS) --end;  // "the union's president": the mark is no part of the name
    bool plural = false;
    for (std::uint32_t begin = end > 3 ? end - 3 : 0; begin < end; ++begin) {
      if (token(begin).sentence != token(end).sentence) continue;
      const TitleWord* title = lexicon_.title(fold_key(fold(story_.text(TokenSpan{begin, end}))), plural);
      if (title == nullptr || !title->group || title->office != Office::body) continue;
      const std::string name(story_.text(TokenSpan{begin, end}));
      const std::string folded_name = folded(name);
      const auto [at, added] = work_.by_key.try_emplace(key("description", folded_name), 0);
      if (added) {
        at->second = new_entity("group");
        ActorEntity& body = entity(at->second);
        body.name = name;
        body.number = Number::singular;
        EntityState& st = state(at->second);
        st.title = title;
        st.noun = keep(fold(story_.lemma(end - 1)));
        const std::uint32_t owner = owner_of(ph);
        st.of = owner != kNobody && owner != at->second ? owner : country_here(work_.phrase_at[ph.head], kNobody);
      }
      return at->second;
    }
  }
  return owner_of(ph);
}

// Whether a role would give a person whom the list knows, in office on the story's day, to another state.
bool Resolution::contradicts_list(std::uint32_t person, std::uint32_t of) {
  const Holder* holder = state(person).holder;
  if (holder == nullptr || of == kNobody || state(of).kind != "country" || holder->country.empty() || !day_)
    return false;
  return holder->from <= *day_ && *day_ <= holder->until &&
         lexicon_.countries()[state(of).country].code != holder->country;
}

void Resolution::give_role(std::uint32_t p, const TitleWord* title, TokenSpan words, std::uint32_t of, bool former) {
  const std::uint32_t person = work_.entity_of[p];
  if (person == kNobody || !entity(person).person || !entity(person).named || title == nullptr || title->group) return;
  EntityState& st = state(person);
  if (contradicts_list(person, of)) of = kNobody;
  if (of == person || (of != kNobody && (state(of).kind == "thing" || state(of).kind == "place"))) of = kNobody;
  if (of != kNobody && entity(of).person) of = state_of_person(of);
  const bool better = st.title == nullptr || (st.of == kNobody && of != kNobody);
  if (better && !former) {
    st.title = title;
    if (of != kNobody) st.of = of;
  }
  if (entity(person).gender == Gender::unknown) entity(person).gender = title->gender;
  for (RoleFinding& role : out_.roles) {
    if (work_.entity_of[role.person] != person || story_.text(role.title) != story_.text(words)) continue;
    if (role.of == kNobody) role.of = of;
    return;
  }
  out_.roles.push_back({p, words, of, former});
}

// Roles that a name's own phrase gives, as soon as it is read, so that later descriptions find them.
void Resolution::read_own_role(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const std::uint32_t e = work_.entity_of[p];
  if (e == kNobody || ph.kind != MentionKind::name) return;
  if (state(e).kind == "organisation" && entity(e).country.empty()) {
    // "Ukraine's Security Service"
    const std::uint32_t whose = owner_of(ph);
    if (whose != kNobody && state(whose).kind == "country") entity(e).country = code_of(whose);
  }
  // "the consultancy Agrodata"
  if (state(e).kind == "organisation" && entity(e).sector == Sector::none && ph.title != nullptr && ph.title->group) {
    entity(e).sector = ph.title->sector;
    state(e).title = ph.title;
  }
  if (!entity(e).person) return;
  if (ph.title != nullptr) {
    if (ph.title->office == Office::counterpart) {
      take_counterpart(p);
      return;
    }
    give_role(p, ph.title, ph.title_words, office_owner(ph), ph.former);
    take_over_unnamed(p);
    return;
  }
  // "Poland's Aleksander Kwasniewski"
  const std::uint32_t owner = owner_of(ph);
  if (owner != kNobody && state(owner).kind == "country" && state(e).of == kNobody) {
    state(e).modifier = lexicon_.countries()[state(owner).country].code;
  } else if (owner != kNobody && owner != e && state(e).of == kNobody &&
             (state(owner).kind == "organisation" || state(owner).body != kNobody)) {
    state(e).of = owner;  // "Mira Dol of the consultancy Agrodata"
  }
}

// "his Turkish counterpart Recep Tayyip Erdogan": of Turkey, in an office like his.
void Resolution::take_counterpart(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const std::uint32_t e = work_.entity_of[p];
  const std::uint32_t state_of = owner_of(ph);
  if (state_of != kNobody && state(state_of).kind == "country" && state(e).of == kNobody &&
      !contradicts_list(e, state_of)) {
    state(e).of = state_of;
  }
  const std::uint32_t like = ph.owner == kNobody ? kNobody : entity_at(ph.owner);
  if (like != kNobody && like != e && entity(like).person && state(e).title == nullptr) state(e).title = title_of(like);
}

// "A Pentagon spokesman said ... spokesman Kenneth Bacon said": the unnamed holder of the title was this person.
void Resolution::take_over_unnamed(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const std::uint32_t e = work_.entity_of[p];
  if (ph.title->group || ph.former) return;
  std::uint32_t best = kNobody;
  for (const std::uint32_t other : work_.persons) {
    const EntityState& st = state(other);
    if (other == e || entity(other).named || st.title != ph.title || st.last_phrase == kNobody) continue;
    if (st.of != kNobody && state(e).of != kNobody && st.of != state(e).of) continue;
    if (token(ph.head).sentence - token(phrase(st.last_phrase).head).sentence > 5) continue;
    if (best == kNobody || st.last_phrase > state(best).last_phrase) best = other;
  }
  if (best == kNobody) return;
  if (state(e).of == kNobody) state(e).of = state(best).of;
  if (state(e).modifier.empty()) state(e).modifier = state(best).modifier;
  merge(best, e);
}

// Roles by apposition and copula, once both ends are resolved.
void Resolution::read_apposed_role(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const std::uint32_t e = work_.entity_of[p];
  if (e == kNobody || ph.kind != MentionKind::description || ph.title == nullptr || ph.title->group) return;
  if (!entity(e).named || !entity(e).person) return;
  const Token& tok = token(ph.head);
  std::uint32_t other = kNobody;
  if (tok.dep == Dep::appos) other = tok.head;
  if (const std::uint32_t apposed = child_with(story_, ph.head, Dep::appos); apposed != kNobody) other = apposed;
  if (tok.dep == Dep::attr) other = child_with(story_, tok.head, Dep::nsubj);
  if (other == kNobody || work_.phrase_at[other] == kNobody || entity_at(other) != e) return;
  give_role(work_.phrase_at[other], ph.title, ph.title_words, office_owner(ph), ph.former);
}

// "X, who heads Y": the verb is the title.
void Resolution::read_roles() {
  static const TitleWord kHead{"head", Sector::none, Office::leader, Gender::unknown, false, 0};
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  // Again: what an "of" phrase describes was not yet known when its title was read.
  for (std::uint32_t p = 0; p < count; ++p) read_apposed_role(p);
  for (std::uint32_t p = 0; p < count; ++p) {
    const Phrase& ph = phrase(p);
    if (story_.lower(ph.head) != "who") continue;
    const std::uint32_t verb = token(ph.head).head;
    if (!lexicon_.word_is(story_.lemma(verb), kHeads)) continue;
    const std::uint32_t object = child_with(story_, verb, Dep::dobj);
    const std::uint32_t who = work_.entity_of[p];
    if (object == kNobody || who == kNobody || !entity(who).person || !entity(who).named) continue;
    const std::uint32_t of = entity_at(object);
    if (of == kNobody || entity(of).person || state(of).kind == "thing") continue;
    for (std::uint32_t q = p; q-- > 0;) {
      if (work_.entity_of[q] != who || phrase(q).kind != MentionKind::name) continue;
      give_role(q, &kHead, {verb, verb + 1}, of, false);
      break;
    }
  }
}

}  // namespace annals
