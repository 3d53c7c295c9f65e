// The order of resolution, and what its steps share: making entities, attaching phrases, and the final facts.
#include "actor/resolution.h"

#include <algorithm>

#include "actor/folding.h"

namespace annals {

std::string_view Resolution::fold(std::string_view text) {
  work_.folded.clear();
  append_folded(work_.folded, text);
  return work_.folded;
}

std::uint64_t Resolution::key(std::string_view prefix, std::string_view folded_name) const {
  return fold_key(folded_name) * 31 + fold_key(prefix);
}

void Resolution::run(std::string_view title) {
  work_.names.find(story_, lexicon_, day_);
  work_.quotations.find(story_);
  const auto n = static_cast<std::uint32_t>(story_.tokens.size());
  work_.place_at.assign(n, kNobody);
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    for (std::uint32_t t = places_[i].words.begin; t < places_[i].words.end && t < n; ++t) work_.place_at[t] = i;
  }
  read_dateline();
  work_.noun_phrases.read(story_, lexicon_, work_.names, dateline_);
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  work_.entity_of.assign(count, kNobody);
  work_.phrase_at.assign(n, kNobody);
  work_.states.clear();
  work_.persons.clear();
  work_.by_key.clear();
  work_.kept.clear();
  for (std::uint32_t p = 0; p < count; ++p) work_.phrase_at[phrase(p).head] = p;
  bind_names(title);
  weigh_countries(title);
  for (std::uint32_t p = 0; p < count; ++p) {
    if (work_.entity_of[p] != kNobody) {
      touch(p);
      read_own_role(p);
    } else if (phrase(p).kind == MentionKind::pronoun) {
      resolve_pronoun(p);
    } else {
      resolve_description(p);
      read_apposed_role(p);
    }
  }
  read_roles();
  for (std::uint32_t p = 0; p < count; ++p) {
    if (phrase(p).kind == MentionKind::speaker) resolve_first_person(p);
  }
  finish();
}

std::uint32_t Resolution::new_entity(std::string_view kind) {
  const auto id = static_cast<std::uint32_t>(out_.entities.size());
  out_.entities.emplace_back();
  work_.states.emplace_back();
  work_.states.back().kind = kind;
  return id;
}

void Resolution::attach(std::uint32_t p, std::uint32_t e) {
  work_.entity_of[p] = e;
  touch(p);
}

// Two entities turn out to be one.
void Resolution::merge(std::uint32_t from, std::uint32_t into) {
  for (std::uint32_t& e : work_.entity_of) {
    if (e == from) e = into;
  }
  state(into).mentions += state(from).mentions;
  state(from).last_phrase = kNobody;
  state(from).title = nullptr;
  state(from).noun = {};
  entity(from).actor = false;
  std::erase(work_.persons, from);
}

// The reader comes past a mention: what is mentioned last is nearest to hand.
void Resolution::touch(std::uint32_t p) {
  const std::uint32_t e = work_.entity_of[p];
  if (e == kNobody) return;
  if (dateline_.contains(phrase(p).head)) return;
  EntityState& st = state(e);
  if (st.last_phrase == kNobody || p > st.last_phrase || p >= cursor_) st.last_phrase = p;
  if (phrase(p).kind != MentionKind::modifier) st.last_argument = st.last_phrase;
  cursor_ = std::max(cursor_, p);
  ++st.mentions;
  const Phrase& ph = phrase(p);
  if (entity(e).gender == Gender::unknown && ph.gender != Gender::unknown && entity(e).person) {
    entity(e).gender = ph.gender;
  }
}

// "NAIROBI, Kenya (AP) --": the first line's capitals before a dash name the place of writing and are no actors.
void Resolution::read_dateline() {
  const auto n = std::min<std::uint32_t>(static_cast<std::uint32_t>(story_.tokens.size()), 80);
  std::uint32_t begin = 0;
  for (std::uint32_t t = 0; t + 1 < n; ++t) {
    if (token(t).is(kIsSpace) && story_.text(t).find('\n') != std::string_view::npos) {
      begin = t + 1;
      continue;
    }
    const auto text = story_.text(t);
    const bool dash = text == "--" || text == "—" || text == "_" || text == "-_" || text == ")_" || text == "–";
    const bool hyphen = text == "-" && t > 0 && token(t - 1).space_after && token(t).space_after;
    if ((!dash && !hyphen) || t < begin + 1 || t > begin + 14) continue;
    const bool capitals =
        token(begin).is(kIsUpper) && (story_.text(begin).size() > 2 || token(begin + 1).is(kIsUpper));  // "LA PAZ"
    if (!capitals || (hyphen && !names_a_place({begin, t}))) continue;
    dateline_ = {begin, t};
    return;
  }
}

// Whether words hold a place, or the name of an agency in brackets, as a dateline does.
bool Resolution::names_a_place(TokenSpan words) const {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (work_.place_at[t] != kNobody || story_.text(t) == "(") return true;
    const std::uint32_t name = work_.names.by_token[t];
    if (name != kNobody && work_.names.names[name].type == NameType::place) return true;
  }
  return false;
}

void Resolution::finish() {
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  out_.mention_by_token.assign(story_.tokens.size(), kNobody);
  out_.mentions.clear();
  for (std::uint32_t p = 0; p < count; ++p) {
    if (work_.entity_of[p] == kNobody || dateline_.contains(phrase(p).head)) continue;
    const Phrase& ph = phrase(p);
    const auto m = static_cast<std::uint32_t>(out_.mentions.size());
    out_.mentions.push_back({ph.words, ph.head, ph.kind, work_.entity_of[p]});
    out_.mention_by_token[ph.head] = m;
    if (ph.noun != ph.head && out_.mention_by_token[ph.noun] == kNobody) out_.mention_by_token[ph.noun] = m;
  }
  // Roles were read of phrases; what goes out are mentions.
  for (RoleFinding& role : out_.roles) role.person = out_.mention_by_token[phrase(role.person).head];
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) finish_entity(e);
}

// An official or a named person of whom nothing says whose: of the state where the story is set.
void Resolution::give_home(std::uint32_t e) {
  ActorEntity& actor = entity(e);
  const EntityState& st = state(e);
  if (!actor.country.empty() || st.holder != nullptr || !actor.named) return;
  // "the mayor of the town": what it belongs to is of no state that we know either.
  const bool abroad = st.of != kNobody && (state(st.of).body != kNobody || entity(st.of).sector == Sector::IGO ||
                                           entity(st.of).sector == Sector::NGO || entity(st.of).person);
  if (abroad) return;
  const bool institution = st.title != nullptr && st.title->group && actor.sector != Sector::none &&
                           actor.sector != Sector::IGO && actor.sector != Sector::NGO && actor.sector != Sector::REB;
  if (!actor.person && !institution) return;
  if (actor.number == Number::plural || actor.sector == Sector::IGO || actor.sector == Sector::MED) return;
  const std::uint32_t first = e < work_.first_phrase.size() ? work_.first_phrase[e] : kNobody;
  if (first == kNobody) return;
  const std::uint32_t home = country_here(first, kNobody);
  if (home != kNobody) actor.country = lexicon_.countries()[state(home).country].code;
}

// Country and sector, in order of authority: the story's own role, the list on the story's day, the phrase's words.
void Resolution::finish_entity(std::uint32_t e) {
  ActorEntity& actor = entity(e);
  EntityState& st = state(e);
  if (st.done) return;
  st.done = true;
  if (st.of != kNobody) finish_entity(st.of);
  if (st.kind == "country") {
    const Country& country = lexicon_.countries()[st.country];
    actor.name = country.code == "PSE" && !country.people.empty() ? country.people : country.name;
    actor.country = country.code;
    actor.sector = Sector::GOV;
    actor.table = "countries";
    actor.line = country.line;
    return;
  }
  if (st.kind == "region") {
    const Region& region = lexicon_.regions()[st.region];
    actor.name = region.name;
    actor.country = region.country;
    actor.table = "regions";
    actor.line = region.line;
    if (region.kind == "seat") actor.sector = Sector::GOV;
    return;
  }
  if (st.body != kNobody) {
    const Body& body = lexicon_.bodies()[st.body];
    // The story's own form, unless it is the shorter: "North Atlantic Treaty Organization", but not "UN".
    const auto blanks = [](std::string_view s) { return std::ranges::count(s, ' '); };
    if (!actor.named || blanks(actor.name) < blanks(body.name)) actor.name = body.name;
    actor.country = body.country;
    actor.sector = body.sector;
    actor.table = "actors";
    actor.line = body.line;
    return;
  }
  const bool has_role = st.title != nullptr && st.title->sector != Sector::none;
  if (has_role) {
    actor.sector = st.title->sector;
    actor.table = "titles";
    actor.line = st.title->line;
  }
  actor.owned = st.of != kNobody && state(st.of).body != kNobody;
  if (st.of != kNobody && st.of != e) {
    const ActorEntity& of = entity(st.of);
    const EntityState& owner = state(st.of);
    if (owner.kind == "country") {
      actor.country = lexicon_.countries()[owner.country].code;
      if (actor.sector == Sector::none && actor.person && actor.number != Number::plural) actor.sector = Sector::GOV;
    } else if (owner.kind == "region") {
      actor.country = lexicon_.regions()[owner.region].country;
    } else if (owner.body != kNobody) {
      actor.country = lexicon_.bodies()[owner.body].country;
      actor.sector = lexicon_.bodies()[owner.body].sector;
    } else if (!of.person || of.number == Number::plural) {
      if (!of.country.empty()) actor.country = of.country;
      if (of.sector != Sector::none) actor.sector = of.sector;
    }
  } else if (actor.country.empty() && !st.modifier.empty()) {
    actor.country = st.modifier;
  }
  give_home(e);
  if (st.holder != nullptr) {
    if (actor.country.empty() && (st.of == kNobody || state(st.of).body == kNobody)) actor.country = st.holder->country;
    if (actor.sector == Sector::none ||
        (st.of == kNobody && st.title != nullptr && st.title->office == Office::leader)) {
      actor.sector = st.holder->sector;
    }
    actor.table = st.holder->title.empty() ? "officials" : "leaders";
    actor.line = st.holder->line;
    if (actor.gender == Gender::unknown) actor.gender = st.holder->gender;
  }
}

}  // namespace annals
