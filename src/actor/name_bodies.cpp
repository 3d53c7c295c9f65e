// Binds names of organisations: by name, acronym and short form, with the sector and state that the name tells.
#include <algorithm>

#include "actor/folding.h"
#include "actor/name_forms.h"
#include "actor/resolution.h"

namespace annals {

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

}  // namespace annals
