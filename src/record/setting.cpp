// When and where an act took place, by the words of its own clause.
#include "record/setting.h"

#include <algorithm>

#include "record/details.h"

namespace annals {
namespace {

constexpr int kFar = 100;

// What a time or place hangs on: the first verb above it, or the first word that tells an act.
std::uint32_t anchor_of(const Annotation& annotation, const ActWords& acts, std::uint32_t token) {
  std::uint32_t i = token;
  while (annotation.tokens[i].head != i) {
    i = annotation.tokens[i].head;
    if (acts[i] != 0 || is_verbal(annotation.tokens[i])) return i;
  }
  return i;
}

// "after the talks failed", "until they leave": the clause has a time of its own.
bool is_apart(const Layers& layers, std::uint32_t clause) {
  const Annotation& annotation = layers.language;
  static constexpr std::string_view apart[] = {"after", "before", "until", "since", "if", "unless", "because"};
  const std::uint32_t mark = layers.clauses.child(clause, Dep::mark);
  return mark != kNoToken && std::find(std::begin(apart), std::end(apart), annotation.lower(mark)) != std::end(apart);
}

// A time or place before the subject of the sentence holds for all its clauses: "On Friday, boats sank and ... saved".
bool is_fronted(const Layers& layers, std::uint32_t token, std::uint32_t anchor) {
  const Annotation& annotation = layers.language;
  const std::uint32_t subject = layers.clauses.child(anchor, Dep::nsubj);
  return annotation.tokens[anchor].dep == Dep::ROOT && token < anchor && subject != kNoToken && token < subject;
}

// "flew to Lima, where she met": the clause plays at the place that it is about.
bool is_where_clause(const Layers& layers, std::uint32_t clause) {
  const std::uint32_t adverb = layers.clauses.child(clause, Dep::advmod);
  return layers.language.tokens[clause].dep == Dep::relcl && adverb != kNoToken &&
         layers.language.lower(adverb) == "where";
}

// How many clauses the one that `token` tells stands below `anchor` and shares its setting; kFar if it does not. A
// clause that is reported, relative but for "where", or has "after" before it shares nothing.
int steps_to(const Layers& layers, std::uint32_t token, std::uint32_t anchor, bool fronted) {
  const Annotation& annotation = layers.language;
  std::uint32_t i = token;
  for (int steps = 0; steps < kFar; ++steps) {
    if (i == anchor) return steps;
    const Token& t = annotation.tokens[i];
    const bool other_clause =
        t.dep == Dep::ccomp || t.dep == Dep::acl || (t.dep == Dep::relcl && !is_where_clause(layers, i));
    const bool beside = t.dep == Dep::conj && layers.clauses.of(i).own_subject && !fronted;
    if (t.head == i || other_clause || beside || (t.dep == Dep::advcl && is_apart(layers, i))) return kFar;
    if (t.dep == Dep::pobj || t.dep == Dep::pcomp) {
      const std::string_view preposition = annotation.lower(t.head);
      if (preposition == "after" || preposition == "before" || preposition == "since" || preposition == "over")
        return kFar;
    }
    i = t.head;
  }
  return kFar;
}

// What it costs to take a time or place that hangs on `anchor` for the act's; kFar where it is not the act's.
int cost_of(const Layers& layers, const ActWords& acts, const ActWord& act, std::uint32_t token, std::uint32_t anchor) {
  const Annotation& annotation = layers.language;
  if (anchor == act.trigger || anchor == act.light_verb) return 0;
  const bool noun = !is_verbal(annotation.tokens[act.trigger]);
  const bool own = acts[anchor] != 0 && acts[anchor] == acts[act.trigger];
  // Of a deed that another act is about, the other's day says nothing: "condemned on Tuesday the bombing".
  if (noun && act.light_verb == kNoToken && acts[anchor] != 0 && !own) {
    const Dep dep = annotation.tokens[act.trigger].dep;
    if (dep != Dep::nsubj && dep != Dep::nsubjpass) return kFar;
  }
  if (!is_verbal(annotation.tokens[anchor])) return kFar;  // inside the phrase of another act
  const std::uint32_t word = act.light_verb != kNoToken ? act.light_verb : act.trigger;
  const int steps = steps_to(layers, word, anchor, is_fronted(layers, token, anchor));
  return steps == kFar ? kFar : 1 + steps * 2;
}

bool tells_where(const Annotation& annotation, std::uint32_t preposition, const ActWord& act) {
  static constexpr std::string_view always[] = {"in", "at", "near", "outside", "around", "across", "inside"};
  const std::string_view word = annotation.lower(preposition);
  if (std::find(std::begin(always), std::end(always), word) != std::end(always)) return true;
  if (word == "on") return act.force;
  return word == "of" && act.force && annotation.tokens[preposition].head == act.trigger;
}

// A place inside the phrase of a subject is where that one is from: "diplomats in the Middle East believe".
bool is_inside_subject(const Layers& layers, const ActWord& act, std::uint32_t preposition) {
  const Annotation& annotation = layers.language;
  for (std::uint32_t i = annotation.tokens[preposition].head; annotation.tokens[i].head != i;
       i = annotation.tokens[i].head) {
    if (i == act.trigger || is_verbal(annotation.tokens[i])) return false;
    if (annotation.tokens[i].dep == Dep::nsubj) return true;
  }
  return false;
}

// The place that an act's "where" clause is about, or the number of places.
std::size_t place_of_where_clause(const Layers& layers, std::uint32_t trigger) {
  const Annotation& annotation = layers.language;
  std::uint32_t i = trigger;
  while (annotation.tokens[i].head != i && !is_verbal(annotation.tokens[i])) i = annotation.tokens[i].head;
  if (!is_where_clause(layers, i)) return layers.places.size();
  const std::uint32_t noun = annotation.tokens[i].head;
  const auto at = std::find_if(layers.places.begin(), layers.places.end(), [&](const NamedPlace& place) {
    return place.use == PlaceUse::literal && place.tokens.contains(noun);
  });
  return static_cast<std::size_t>(at - layers.places.begin());
}

}  // namespace

std::optional<When> when_of_act(const Layers& layers, const ActWords& acts, const ActWord& act) {
  const Annotation& annotation = layers.language;
  const std::uint32_t sentence = annotation.tokens[act.trigger].sentence;
  const Timex* best = nullptr;
  int least = kFar;
  for (const Timex& time : layers.times) {
    if (!time.first || !time.last || time.type == TimexType::duration || time.type == TimexType::set) continue;
    if (annotation.tokens[time.words.begin].sentence != sentence) continue;
    const std::uint32_t head = head_of(annotation, time.words);
    const int cost = cost_of(layers, acts, act, head, anchor_of(annotation, acts, head));
    if (cost < least) {
      least = cost;
      best = &time;
    }
  }
  if (best == nullptr) return std::nullopt;
  return when_record(layers, *best);
}

std::optional<Place> where_of_act(const Layers& layers, const ActWords& acts, const ActWord& act) {
  const Annotation& annotation = layers.language;
  const std::uint32_t sentence = annotation.tokens[act.trigger].sentence;
  std::size_t best = place_of_where_clause(layers, act.trigger);
  if (best != layers.places.size()) return place_record(layers, best);
  int least = kFar;
  for (std::size_t i = 0; i < layers.places.size(); ++i) {
    const NamedPlace& place = layers.places[i];
    if (place.use != PlaceUse::literal || annotation.tokens[place.tokens.begin].sentence != sentence) continue;
    const std::uint32_t head = head_of(annotation, place.tokens);
    const Token& t = annotation.tokens[head];
    if (t.dep != Dep::pobj || !tells_where(annotation, t.head, act) || is_inside_subject(layers, act, t.head)) continue;
    const int cost = cost_of(layers, acts, act, head, anchor_of(annotation, acts, head));
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  if (best == layers.places.size()) return std::nullopt;
  return place_record(layers, best);
}

namespace {

bool apart(const std::optional<Place>& a, const std::optional<Place>& b) {
  return a && b && !a->country.empty() && !b->country.empty() && a->country != b->country;
}

bool share_a_party(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) { return x.name == y.name; });
  });
}

bool is_noun_at(const Layers& layers, const Event& event) {
  const auto at = std::partition_point(layers.language.tokens.begin(), layers.language.tokens.end(),
                                       [&](const Token& t) { return t.bytes.begin < event.trigger.begin; });
  return at != layers.language.tokens.end() && at->pos == Pos::NOUN;
}

// A line that stands before the story's first full stop and has none is a headline.
bool is_headline(const Event& event) {
  return event.evidence.begin == 0 && !event.evidence.text.ends_with('.') && !event.evidence.text.ends_with('"');
}

// One deed told twice: of the same type and means, against the same ones if both say so. A verb tells the same deed
// again only in the headline.
bool same_deed(const Layers& layers, const Event& event, const Event& other) {
  if (&event == &other || event.type != other.type || event.factuality != other.factuality) return false;
  if (apart(event.where, other.where)) return false;
  const bool told = is_noun_at(layers, event) && (event.mode == other.mode || event.mode.empty() || other.mode.empty());
  const bool force =
      event.type == "ASSAULT" && told && (!event.mode.empty() || event.trigger.text == other.trigger.text);
  const bool headline = is_headline(event) &&
                        (share_a_party(event.actor, other.actor) || share_a_party(event.recipient, other.recipient));
  return force || headline;
}

}  // namespace

void share_settings(const Layers& layers, std::vector<Record>& records, std::size_t first) {
  constexpr std::ptrdiff_t kNear = 200;  // events; more than a story has, so that only endless texts feel it
  const auto begin = records.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto at = begin; at != records.end(); ++at) {
    auto* event = std::get_if<Event>(&*at);
    if (event == nullptr || (event->when && event->where) || event->factuality != Factuality::actual) continue;
    const auto last = records.end() - at > kNear ? at + kNear : records.end();
    for (auto other_at = at - begin > kNear ? at - kNear : begin; other_at != last; ++other_at) {
      const auto* other = std::get_if<Event>(&*other_at);
      if (other == nullptr || !same_deed(layers, *event, *other)) continue;
      if (!event->when && other->when) event->when = other->when;
      if (!event->where && other->where) event->where = other->where;
    }
  }
}

}  // namespace annals
