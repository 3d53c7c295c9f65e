// Binds proper names to entities: states, bodies, people by full and short name, other organisations.
#include <algorithm>

#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {
namespace {

std::size_t word_count(std::string_view folded) {
  return folded.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
}

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

std::string_view last_word(std::string_view folded) {
  const std::size_t blank = folded.rfind(' ');
  return blank == std::string_view::npos ? folded : folded.substr(blank + 1);
}

bool has_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool begins = at == 0 || folded[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == folded.size() || folded[end] == ' ')) return true;
  }
  return false;
}

// "tayyip erdogan" and "recep tayyip erdogan", "w cohen" and "william cohen": every word of the shorter one stands in
// the longer, or is the initial of one there, and the family names agree.
bool same_person(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (last_word(a) != last_word(b)) return false;
  if (word_count(b) == 2 && word_count(a) == 2 && first_word(a).size() > 1 && first_word(b).size() > 1) return a == b;
  for (std::string_view rest = a; !rest.empty();) {
    const std::string_view word = first_word(rest);
    bool found = has_word(b, word);
    if (!found && word.size() == 1) found = b.front() == word.front() || b.find(' ' + std::string(word)) != b.npos;
    if (!found && word.size() > 1 && first_word(b).size() == 1) found = word.front() == b.front();
    if (!found) return false;
    rest = rest.size() == word.size() ? std::string_view{} : rest.substr(word.size() + 1);
  }
  return true;
}

// "oau" for "organization of african unity": initials of the words, the small ones left out or not.
bool is_acronym_of(std::string_view acronym, std::string_view folded) {
  std::string all;
  std::string main;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::string_view word = first_word(rest);
    const bool small = word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on";
    all += word.front();
    if (!small) main += word.front();
    rest = rest.size() == word.size() ? std::string_view{} : rest.substr(word.size() + 1);
  }
  return acronym.size() >= 2 && (acronym == main || acronym == all);
}

Day middle(const Holder& holder, Day day) {
  return day < holder.from ? holder.from : day > holder.until ? holder.until : day;
}

int office_rank(Office office) {
  switch (office) {
    case Office::head_of_state:
    case Office::head_of_government:
      return 3;
    case Office::foreign_minister:
    case Office::defence_minister:
    case Office::group_leader:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

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

std::uint32_t Resolution::body_entity(std::uint32_t index) {
  const Body& body = lexicon_.bodies()[index];
  auto [at, added] = work_.by_key.try_emplace(key("body", body.name) + index, 0);
  if (added) {
    at->second = new_entity(body.kind);
    state(at->second).body = index;
    entity(at->second).number = Number::singular;
  }
  return at->second;
}

std::uint32_t Resolution::holder_entity(const Holder& holder) {
  const std::string name = folded(holder.person);
  for (const std::uint32_t e : work_.persons) {
    if (state(e).holder != nullptr && state(e).holder->person == holder.person) return e;
    if (same_person(name, folded(entity(e).name)) && word_count(folded(entity(e).name)) > 1) return e;
  }
  const std::uint32_t e = new_entity("person");
  ActorEntity& actor = entity(e);
  actor.name = holder.person;
  actor.person = true;
  actor.named = true;
  actor.number = Number::singular;
  actor.gender = holder.gender;
  state(e).holder = &holder;
  work_.persons.push_back(e);
  return e;
}

// The office of a person that the story's day falls in, else the nearest in time.
const Holder* Resolution::office_on(std::span<const std::uint32_t> offices, bool near_only) const {
  const Holder* best = nullptr;
  std::chrono::days best_gap{0};
  for (const std::uint32_t i : offices) {
    const Holder& holder = lexicon_.holders()[i];
    const std::chrono::days gap = day_ ? std::chrono::abs(middle(holder, *day_) - *day_) : std::chrono::days{0};
    if (near_only && gap > std::chrono::days{3650}) continue;
    if (best == nullptr || gap < best_gap ||
        (gap == best_gap && office_rank(holder.office) > office_rank(best->office))) {
      best = &holder;
      best_gap = gap;
    }
  }
  return best;
}

std::uint32_t Resolution::list_entity(const Phrase& ph, std::uint32_t at) {
  const NameEntry& entry = lexicon_.entry(at);
  switch (entry.kind) {
    case NameKind::country:
      if (entry.form == NameForm::capital && ph.kind != MentionKind::modifier && is_whereabouts(ph.head)) {
        return place_entity(ph, lexicon_.countries()[entry.index].code);
      }
      if (const std::uint32_t body = seated_body(at); body != kNobody) return body;
      return country_entity(entry.index);
    case NameKind::region:
      return region_entity(entry.index);
    case NameKind::body:
      return body_entity(entry.index);
    case NameKind::holder: {
      const Holder* holder = office_on(lexicon_.offices_of(fold_key(fold(name_text(ph)))), false);
      return holder_entity(holder != nullptr ? *holder : lexicon_.holders()[entry.index]);
    }
  }
  return kNobody;
}

// "Brussels" in a story of the European Union.
std::uint32_t Resolution::seated_body(std::uint32_t at) {
  for (; at != kNoEntry; at = lexicon_.entry(at).next) {
    const NameEntry& entry = lexicon_.entry(at);
    if (entry.kind != NameKind::body || entry.form != NameForm::capital) continue;
    for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
      if (state(e).body == entry.index) return e;
    }
    // A part of the body speaks for it: "the European Commission ... Brussels".
    for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
      if (state(e).body == kNobody) continue;
      const std::string_view name = lexicon_.bodies()[state(e).body].name;
      const std::string_view whole = lexicon_.bodies()[entry.index].name;
      if (name.substr(0, name.find(' ')) == whole.substr(0, whole.find(' ')) && whole.find(' ') != whole.npos) return e;
    }
  }
  return kNobody;
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

std::string_view Resolution::name_text(const Phrase& ph) const { return story_.text(work_.names.names[ph.name].words); }

// A name that keeps the story's longest form.
void Resolution::keep_longest(std::uint32_t e, std::string_view name) {
  ActorEntity& actor = entity(e);
  const std::size_t words = word_count(folded(name));
  if (words > word_count(folded(actor.name)) || (words > 1 && !state(e).told)) actor.name = name;
  if (words > 1) state(e).told = true;
  actor.named = true;
}

std::uint32_t Resolution::person_entity(const Phrase& ph, std::string_view name) {
  for (const std::uint32_t e : work_.persons) {
    const std::string known = folded(entity(e).name);
    if (word_count(known) > 1 && same_person(name, known)) return e;
  }
  const std::uint32_t e = new_entity("person");
  ActorEntity& actor = entity(e);
  actor.name = name_text(ph);
  actor.person = true;
  actor.named = true;
  actor.number = Number::singular;
  actor.gender = ph.gender;
  state(e).holder = office_on(lexicon_.offices_of(fold_key(name)), false);
  if (state(e).holder == nullptr) state(e).holder = lexicon_.official(fold_key(name));
  work_.persons.push_back(e);
  return e;
}

// A name of one word: the family name of somebody who is named in full, before this place if possible.
std::uint32_t Resolution::person_of_short_name(const Phrase& ph, std::string_view name) {
  std::uint32_t best = kNobody;
  int best_score = 0;
  for (const std::uint32_t e : work_.persons) {
    const std::string known = folded(entity(e).name);
    if (word_count(known) < 2) {
      if (known == name) return e;
      continue;
    }
    const Gender gender = entity(e).gender;
    if (ph.gender != Gender::unknown && gender != Gender::unknown && gender != ph.gender) continue;
    int score = last_word(known) == name ? 4 : first_word(known) == name ? 2 : has_word(known, name) ? 3 : 0;
    if (score == 0) continue;
    if (work_.first_phrase[e] <= work_.phrase_at[ph.head]) score += 4;
    if (score >= best_score) {
      best = e;
      best_score = score;
    }
  }
  return best;
}

// A family name that the story never completes is that of the list's highest holder of an office near the day.
const Holder* Resolution::holder_of_family_name(const Phrase& ph, std::string_view name) {
  if (lexicon_.honorific(fold_key(name))) return nullptr;
  if (!day_) return holder_without_day(ph, name);
  const Holder* best = nullptr;
  int best_score = 0;
  for (const std::uint32_t i : lexicon_.family_name(fold_key(name))) {
    const Holder& holder = lexicon_.holders()[i];
    if (ph.gender != Gender::unknown && holder.gender != ph.gender) continue;
    const std::chrono::days gap = std::chrono::abs(middle(holder, *day_) - *day_);
    if (gap > std::chrono::days{1500}) continue;
    int score = 2 * office_rank(holder.office) + (gap.count() == 0 ? 6 : gap < std::chrono::days{200} ? 3 : 0);
    if (ph.title != nullptr && holder.title == ph.title->words) score += 4;
    score += 5 * supports(holder);
    if (score > best_score) {
      best = &holder;
      best_score = score;
    }
  }
  return best_score >= 11 ? best : nullptr;
}

// How many of the state and body of a holder the story names.
int Resolution::supports(const Holder& holder) {
  int count = 0;
  for (const EntityState& st : work_.states) {
    if (st.kind == "country" && lexicon_.countries()[st.country].code == holder.country) ++count;
    if (st.body != kNobody && lexicon_.bodies()[st.body].name == holder.body) ++count;
  }
  return count;
}

// Holders that an undated story can mean: by title where it gives one, else the highest, or those whose state it names.
std::vector<const Holder*> Resolution::holders_without_day(const Phrase& ph, std::string_view name) {
  std::vector<const Holder*> possible;
  for (const std::uint32_t i : lexicon_.family_name(fold_key(name))) {
    const Holder& holder = lexicon_.holders()[i];
    if (ph.gender != Gender::unknown && holder.gender != ph.gender) continue;
    const bool fits =
        ph.title != nullptr ? holder.title == ph.title->words : office_rank(holder.office) == 3 || supports(holder) > 0;
    if (fits) possible.push_back(&holder);
  }
  const bool named = std::ranges::any_of(possible, [&](const Holder* h) { return supports(*h) > 0; });
  if (named) std::erase_if(possible, [&](const Holder* h) { return supports(*h) == 0; });
  return possible;
}

// "Obama" of a story without a date: the one person of that name, if there is only one.
const Holder* Resolution::holder_without_day(const Phrase& ph, std::string_view name) {
  const auto possible = holders_without_day(ph, name);
  const bool one =
      std::ranges::all_of(possible, [&](const Holder* h) { return h->person == possible.front()->person; });
  return possible.empty() || !one ? nullptr : possible.front();
}

// "President Bush" without a date: two people, but one state.
std::string_view Resolution::state_of_family_name(const Phrase& ph, std::string_view name) {
  if (day_) return {};
  const auto possible = holders_without_day(ph, name);
  const bool one =
      std::ranges::all_of(possible, [&](const Holder* h) { return h->country == possible.front()->country; });
  return possible.empty() || !one ? std::string_view{} : possible.front()->country;
}

// "Council", "Commission": what can be left of a body's name.
bool Resolution::is_body_word(std::string_view word) const {
  bool plural = false;
  const TitleWord* title = lexicon_.title(fold_key(word), plural);
  return title != nullptr && title->group && title->office == Office::body;
}

// Abbreviations of parties, groups and firms are used again elsewhere: they count where the story names their state or
// themselves in full.
bool Resolution::is_supported(const NameSpan& span) {
  const NameEntry& entry = lexicon_.entry(span.entry);
  if (entry.kind != NameKind::body || !entry.abbreviation) return true;
  const Body& body = lexicon_.bodies()[entry.index];
  const bool common =
      body.kind == "party" || body.kind == "armed_group" || body.kind == "company" || body.kind == "union";
  if (!common || body.country.empty() || fold(body.name) == folded(story_.text(span.words))) return true;
  for (const EntityState& st : work_.states) {
    if (st.body == entry.index) return true;
    if (st.kind == "country" && lexicon_.countries()[st.country].code == body.country) return true;
    if (st.kind == "region" && lexicon_.regions()[st.region].country == body.country) return true;
    if (st.body != kNobody && lexicon_.bodies()[st.body].country == body.country) return true;
  }
  return false;
}

std::uint32_t Resolution::organisation_entity(const Phrase& ph, std::string_view folded_name) {
  const std::string name(folded_name);
  if (const auto found = work_.by_key.find(key("org", name)); found != work_.by_key.end()) return found->second;
  const bool acronym = word_count(name) == 1 && name.size() <= 6 && token(ph.head).is(kIsUpper);
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    if (entity(e).person || !entity(e).named || state(e).kind == "country" || state(e).kind == "place") continue;
    const std::string known = folded(entity(e).name);
    const bool shorter = word_count(name) < word_count(known) && (word_count(name) > 1 || is_body_word(name)) &&
                         (known.ends_with(' ' + name) || (known.starts_with(name + ' ') && word_count(name) > 1));
    const bool longer = word_count(known) < word_count(name) && word_count(known) > 1 && name.ends_with(' ' + known);
    if ((acronym && is_acronym_of(name, known)) || shorter || longer) {
      work_.by_key.emplace(key("org", name), e);
      return e;
    }
  }
  if (const std::uint32_t owner = mission_owner(ph, name); owner != kNobody) return owner;
  const std::uint32_t e = new_entity("organisation");
  work_.by_key.emplace(key("org", name), e);
  ActorEntity& actor = entity(e);
  actor.name = name_text(ph);
  actor.named = true;
  actor.number = Number::singular;
  describe_organisation(e, ph, name);
  return e;
}

// "U.S. Embassy" stands for its state.
std::uint32_t Resolution::mission_owner(const Phrase& ph, std::string_view name) {
  const NameSpan& span = work_.names.names[ph.name];
  bool plural = false;
  const std::size_t of = name.find(" of ");
  const std::size_t in = name.find(" in ");
  const TitleWord* title = lexicon_.title(fold_key(last_word(name.substr(0, std::min(of, in)))), plural);
  if (title == nullptr || title->office != Office::mission || span.inner == kNoEntry) return kNobody;
  const NameEntry& inner = lexicon_.entry(span.inner);
  return inner.kind == NameKind::country ? country_entity(inner.index) : kNobody;
}

// "Greek Ministry of Culture", "Bank of China": the noun in the name tells the sector, the state in it the country.
void Resolution::describe_organisation(std::uint32_t e, const Phrase& ph, std::string_view name) {
  NameSpan inner = work_.names.names[ph.name];
  if (inner.inner != kNoEntry) {
    inner.entry = inner.inner;
    const NameEntry& entry = lexicon_.entry(entry_by_story(inner));
    if (entry.kind == NameKind::country) entity(e).country = lexicon_.countries()[entry.index].code;
    if (entry.kind == NameKind::region) entity(e).country = lexicon_.regions()[entry.index].country;
  }
  const TitleWord* title = body_title(name);
  if (title != nullptr) {
    entity(e).sector = title->sector;
    state(e).title = title;
  }
}

// The noun that says what a body is: the last words of its name, or those before "of".
const TitleWord* Resolution::body_title(std::string_view name) const {
  const std::string_view words = name.substr(0, name.find(" of "));
  const TitleWord* best = nullptr;
  std::size_t blank = words.size();
  for (int length = 1; length <= 3 && blank != std::string_view::npos; ++length) {
    blank = blank == 0 ? std::string_view::npos : words.rfind(' ', blank - 1);
    bool plural = false;
    const TitleWord* title =
        lexicon_.title(fold_key(blank == std::string_view::npos ? words : words.substr(blank + 1)), plural);
    if (title != nullptr && title->group) best = title;
  }
  return best;
}

void Resolution::bind_names(std::string_view title) {
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  work_.first_phrase.clear();
  for (int pass = 0; pass < 2; ++pass) {
    if (pass == 1) weigh_countries(title);  // what is ambiguous is meant as the story goes
    for (std::uint32_t p = 0; p < count; ++p) {
      if (phrase(p).name == kNobody || work_.entity_of[p] != kNobody) continue;
      const std::uint32_t e = pass == 0 ? bind_long_name(phrase(p)) : bind_short_name(phrase(p));
      if (e == kNobody) continue;
      work_.entity_of[p] = e;
      work_.first_phrase.resize(work_.states.size(), kNobody);
      work_.first_phrase[e] = std::min(work_.first_phrase[e], p);
    }
  }
}

// Names that say themselves what they are: of the list, or of several words.
std::uint32_t Resolution::bind_long_name(const Phrase& ph) {
  const NameSpan& span = work_.names.names[ph.name];
  if (span.entry != kNoEntry) {
    if (is_people_phrase(ph, lexicon_.entry(span.entry))) return kNobody;  // "five Iraqis": a description
    if (is_ambiguous(span)) return kNobody;
    const NameEntry& entry = lexicon_.entry(span.entry);
    const std::uint32_t e = list_entity(ph, span.entry);
    if (e != kNobody && (entry.kind == NameKind::body || entry.kind == NameKind::holder)) {
      if (span.words.size() > 1 && !has_title_inside(span)) keep_longest(e, story_.text(span.words));
    }
    return e;
  }
  if (is_located(ph)) return place_entity(ph, places_[work_.place_at[ph.head]].country);
  const std::string name(fold(story_.text(span.words)));
  if (span.type == NameType::person && word_count(name) > 1) {
    const std::uint32_t e = person_entity(ph, name);
    keep_longest(e, story_.text(span.words));
    return e;
  }
  if (word_count(name) > 1) {
    if (const std::uint32_t owner = mission_owner(ph, name); owner != kNobody) return owner;
  }
  const bool organisation = span.type == NameType::organisation || span.type == NameType::other;
  if (organisation && word_count(name) > 1) return organisation_entity(ph, name);
  return kNobody;
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

// "Congress", "the Treasury Department": names that many states use. The listed one is meant where its state is the
// first that the story speaks of.
std::string_view Resolution::others_institution(const Phrase& ph) {
  const NameSpan& span = work_.names.names[ph.name];
  if (!is_common_institution(span)) return {};
  const std::uint32_t whose = owner_of(ph);
  const bool told = whose != kNobody && state(whose).kind == "country";  // "the Mexico Senate"
  const std::string_view code = told ? code_of(whose) : work_.focus.heaviest({});
  return code == lexicon_.bodies()[lexicon_.entry(span.entry).index].country ? std::string_view{} : code;
}

bool Resolution::is_common_institution(const NameSpan& span) {
  const NameEntry& entry = lexicon_.entry(span.entry);
  if (entry.kind != NameKind::body || lexicon_.bodies()[entry.index].country.empty()) return false;
  bool plural = false;
  const TitleWord* title = lexicon_.title(fold_key(fold(story_.text(span.words))), plural);
  return title != nullptr && title->group && title->office == Office::body;
}

// "Congolese", "National Liberation Army": the list has several, and what else the story names decides. "Congo" is the
// state that the story names in full.
bool Resolution::is_ambiguous(const NameSpan& span) {
  const NameEntry& first = lexicon_.entry(span.entry);
  if (first.next != kNoEntry && lexicon_.entry(first.next).kind == first.kind && first.kind != NameKind::holder)
    return true;
  if (first.kind == NameKind::body && (first.abbreviation || is_common_institution(span))) return true;
  if (first.kind == NameKind::holder && span.words.size() == 1) return true;  // "Hussein": a king, a president, others
  if (first.form == NameForm::capital)
    return true;  // what else the story names decides whether it is a state or a body
  return first.kind == NameKind::country && first.form == NameForm::name && span.words.size() == 1 &&
         longer_country(span) != kNoEntry;
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

// "President Xi" of the list: the story's form is no full name.
bool Resolution::has_title_inside(const NameSpan& span) {
  bool plural = false;
  return lexicon_.title(fold_key(fold(story_.text(span.words.begin))), plural) != nullptr ||
         lexicon_.honorific(fold_key(fold(story_.text(span.words.begin)))).has_value();
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

bool Resolution::holds_given_name(const NameSpan& span) const {
  return lexicon_.given_name(fold_key(folded(story_.text(span.words)))).has_value();
}

// One word that the list has for a person: somebody whom the story names in full, else the holder near the day.
std::uint32_t Resolution::bind_holder_word(const Phrase& ph) {
  const NameSpan& span = work_.names.names[ph.name];
  const std::string name(fold(story_.text(span.words)));
  if (const std::uint32_t e = person_of_short_name(ph, name); e != kNobody) return e;
  if (is_town(ph)) return place_entity(ph, places_[work_.place_at[ph.head]].country);
  if (const Holder* holder = holder_of_family_name(ph, name); holder != nullptr) return holder_entity(*holder);
  return list_entity(ph, span.entry);
}

std::uint32_t Resolution::bind_short_name(const Phrase& ph) {
  const NameSpan& span = work_.names.names[ph.name];
  if (span.entry != kNoEntry) {
    if (is_people_phrase(ph, lexicon_.entry(span.entry))) return kNobody;
    if (lexicon_.entry(span.entry).kind == NameKind::holder && span.words.size() == 1) return bind_holder_word(ph);
    if (const std::string_view code = others_institution(ph); !code.empty()) {
      const std::uint32_t e = organisation_entity(ph, std::string(fold(story_.text(span.words))));
      if (entity(e).country.empty()) entity(e).country = code;
      return e;
    }
    if (!is_supported(span)) return organisation_entity(ph, std::string(fold(story_.text(span.words))));
    return list_entity(ph, entry_by_story(span));
  }
  const std::string name(fold(story_.text(span.words)));
  if (name.empty()) return kNobody;
  if (span.type == NameType::place) {
    const std::uint32_t person = span.words.size() == 1 ? person_of_short_name(ph, name) : kNobody;
    if (person != kNobody && last_word(folded(entity(person).name)) == name) return person;
    const std::uint32_t place = work_.place_at[ph.head];
    return place_entity(ph, place == kNobody ? std::string_view{} : places_[place].country);
  }
  if (span.type == NameType::people) return kNobody;
  if (const std::uint32_t e = person_of_short_name(ph, name); e != kNobody) return e;
  if (is_town(ph)) return place_entity(ph, places_[work_.place_at[ph.head]].country);
  if (span.type != NameType::person || ph.title == nullptr) {
    const auto org = work_.by_key.find(key("org", name));
    if (org != work_.by_key.end()) return org->second;
  }
  const bool may_be_person = span.type != NameType::organisation || !token(ph.head).is(kIsUpper);
  if (may_be_person) {
    const Holder* holder = holder_of_family_name(ph, name);
    if (holder != nullptr) return holder_entity(*holder);
  }
  const bool person = span.type == NameType::person || (ph.title != nullptr && !ph.title->group);
  // "DTEK": capitals alone are no family name.
  const bool initials =
      ph.title == nullptr && token(ph.head).is(kIsUpper) && name.size() >= 3 && !holds_given_name(span);
  if (!person || (span.words.size() == 1 && initials)) return organisation_entity(ph, name);
  const std::uint32_t e = new_entity("person");
  ActorEntity& actor = entity(e);
  actor.name = story_.text(span.words);
  actor.person = true;
  actor.named = true;
  actor.number = Number::singular;
  actor.gender = ph.gender;
  state(e).modifier = state_of_family_name(ph, name);
  work_.persons.push_back(e);
  return e;
}

}  // namespace annals
