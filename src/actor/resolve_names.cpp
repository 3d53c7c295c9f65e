// Binds proper names to entities: those that say themselves what they are first, then what the story decides.
#include <algorithm>

#include "actor/folding.h"
#include "actor/name_forms.h"
#include "actor/resolution.h"

namespace annals {

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

std::string_view Resolution::name_text(const Phrase& ph) const { return story_.text(work_.names.names[ph.name].words); }

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

// "President Xi" of the list: the story's form is no full name.
bool Resolution::has_title_inside(const NameSpan& span) {
  bool plural = false;
  return lexicon_.title(fold_key(fold(story_.text(span.words.begin))), plural) != nullptr ||
         lexicon_.honorific(fold_key(fold(story_.text(span.words.begin)))).has_value();
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
