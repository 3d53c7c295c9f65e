// Binds names of people: by full name, by family name among those named in full, and by the offices of the list.
#include <algorithm>

#include "actor/folding.h"
#include "actor/name_forms.h"
#include "actor/resolution.h"

namespace annals {
namespace {

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

}  // namespace annals
