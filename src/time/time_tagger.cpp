// Finds the time expressions of a story and the days that they stand for.
#include "time/time_tagger.h"

#include <algorithm>

#include "time/grammar.h"
#include "time/tense.h"
#include "time/time_resolver.h"

namespace annals {
namespace {

bool is_name(EntityType type) {
  return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::WORK_OF_ART ||
         type == EntityType::PRODUCT || type == EntityType::FAC || type == EntityType::LAW;
}

// Words inside a longer name are no time: "USA Today", "April Glaspie", "Sunday Times".
bool part_of_name(const Annotation& annotation, const Phrase& phrase) {
  const TokenSpan span = phrase.words;
  const Token& first = annotation.tokens[span.begin];
  const Token& last = annotation.tokens[span.end - 1];
  if (!is_name(first.entity) && !is_name(last.entity)) return false;
  const bool begins_before = is_name(first.entity) && !first.starts_entity;
  const bool goes_on = span.end < annotation.tokens.size() && is_name(last.entity) &&
                       annotation.tokens[span.end].entity == last.entity && !annotation.tokens[span.end].starts_entity;
  return begins_before || goes_on || (first.entity == EntityType::PERSON && !phrase.date.festival);
}

// "two days after the attack": the day of the attack, where it is known, and the direction.
struct EventShift {
  sys_days day;
  int sign;
};

std::optional<EventShift> shift_from_event(const TimeWords& words, const Phrase& phrase,
                                           std::span<const EventDay> events) {
  const std::uint32_t next = phrase.words.end;
  if (phrase.form != Phrase::Form::duration || events.empty() || !words.is_any(next, {"after", "before"})) {
    return std::nullopt;
  }
  for (const std::uint32_t object : words.annotation().children(next)) {
    const auto event = std::ranges::find(events, object, &EventDay::token);
    if (event != events.end()) return EventShift{event->day, words.is(next, "after") ? 1 : -1};
  }
  return std::nullopt;
}

// "will leave within a year": from the day of publication on.
bool runs_from_now(const TimeWords& words, const Phrase& phrase, Tense tense) {
  if (phrase.form != Phrase::Form::duration || phrase.step || phrase.words.begin == 0) return false;
  return words.is(phrase.words.begin - 1, "within") && tense == Tense::future;
}

}  // namespace

void TimeTagger::tag(const Annotation& annotation, std::optional<sys_days> published, std::vector<Timex>& times,
                     std::span<const EventDay> events) const {
  const TimeWords words{annotation, *lexicon_};
  TimeResolver resolver{published};
  const auto add = [&](Phrase phrase) {
    std::optional<sys_days> event;
    if (const auto shift = shift_from_event(words, phrase, events)) {
      phrase.form = Phrase::Form::shifted;
      phrase.step = Step{shift->sign, Origin::then};
      event = shift->day;
    }
    const Tense tense = governing_tense(words, phrase.words);
    if (runs_from_now(words, phrase, tense)) phrase.step = Step{1, Origin::now};
    times.push_back(resolver.resolve(phrase, tense, event));
    const TokenSpan span = phrase.words;
    times.back().bytes = {annotation.tokens[span.begin].bytes.begin, annotation.tokens[span.end - 1].bytes.end};
  };
  for (std::uint32_t i = 0; i < words.size();) {
    Parsed phrase = words.plain(i) && !words.is(i, "the") ? std::nullopt : time_expression_at(words, i);
    if (!phrase || part_of_name(annotation, *phrase)) {
      ++i;
      continue;
    }
    add(*phrase);
    i = phrase->words.end;
    while (const Parsed end = range_end_at(words, i, *phrase)) {
      add(*end);
      phrase = end;
      i = end->words.end;
    }
  }
}

}  // namespace annals
