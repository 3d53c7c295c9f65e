// Figures to the events of their sentences.
#include "record/tolls.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace annals {
namespace {

// Which member of which event a measure fills.
struct TollRule {
  std::string_view measure, type;
  std::optional<std::int64_t> Event::*member;
};
constexpr TollRule kTollRules[] = {
    {"killed", "ASSAULT", &Event::killed},   {"killed", "PROTEST", &Event::killed},
    {"injured", "ASSAULT", &Event::injured}, {"injured", "PROTEST", &Event::injured},
    {"protesters", "PROTEST", &Event::size}, {"troops", "MOBILIZE", &Event::size},
};

const TollRule* rule_of(const Figure& figure, const Event& event) {
  const auto fits = [&](const TollRule& r) { return r.measure == figure.measure && r.type == event.type; };
  const auto* found = std::find_if(std::begin(kTollRules), std::end(kTollRules), fits);
  return found == std::end(kTollRules) ? nullptr : found;
}

// The number that an event may hold. What is only bounded counts with its lower bound, "at least 12" as 12; "fewer than
// 12" tells none, and a rate is of no one event.
std::optional<std::int64_t> toll(const Figure& figure) {
  constexpr double kLargest = 1e12;  // far above any crowd, far below what a double tells apart from its neighbours
  if (figure.unit != "count" || !figure.per.empty()) return std::nullopt;
  const std::optional<double>& low = figure.low;
  if (!low || !(*low > 0) || *low > kLargest || *low != std::floor(*low)) return std::nullopt;
  return static_cast<std::int64_t>(*low);
}

bool apart(const std::optional<When>& a, const std::optional<When>& b) {
  return a && b && (a->last < b->first || b->last < a->first);
}

std::uint32_t distance(const Words& a, const Words& b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

bool can_have(const Event& event, const Figure& figure, const Words& number) {
  const bool same_sentence = number.begin >= event.evidence.begin && number.end <= event.evidence.end;
  return same_sentence && rule_of(figure, event) != nullptr && event.factuality == figure.factuality &&
         !apart(event.when, figure.when);
}

// "five soldiers and three civilians", "11 Americans along with five Kenyans": two parts of one toll, by the words
// between the two numbers. What comes behind "including" or before "of them" is a part of the first.
bool adds_up(const Event& event, const Words& first, const Words& second) {
  constexpr std::size_t kFarthest = 60;  // bytes between the numbers
  if (second.begin < first.end || first.begin < event.evidence.begin) return false;
  const std::string_view text = event.evidence.text;
  const std::size_t from = first.end - event.evidence.begin, to = second.begin - event.evidence.begin;
  if (to > text.size() || to - from > kFarthest) return false;
  const std::string_view between = text.substr(from, to - from);
  const std::string_view behind = text.substr(std::min(text.size(), to + second.text.size()));
  if (behind.starts_with(" of them") || behind.starts_with(" of whom")) return false;
  for (const std::string_view apart : {" were ", " was ", " in ", "including", ";", "."}) {
    if (between.find(apart) != std::string_view::npos && !between.ends_with(" along with ")) return false;
  }
  for (const std::string_view joint : {" and ", ", ", " along with ", " as well as ", " plus "}) {
    if (between.ends_with(joint)) return true;
  }
  return false;
}

Event* nearest(std::span<Record> records, const Figure& figure) {
  const Words& number = figure.why.words.front();
  Event* best = nullptr;
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  for (Record& record : records) {
    auto* event = std::get_if<Event>(&record);
    if (event == nullptr || !can_have(*event, figure, number)) continue;
    std::uint32_t far = distance(event->trigger, number);
    for (const Words& words : event->why.words) far = std::min(far, distance(words, number));
    if (far < least) {
      least = far;
      best = event;
    }
  }
  return best;
}

}  // namespace

void assign_tolls(std::span<Record> records) {
  const Figure* last = nullptr;
  const Event* last_event = nullptr;
  for (const Record& record : records) {
    const auto* figure = std::get_if<Figure>(&record);
    if (figure == nullptr || figure->why.words.empty()) continue;
    const std::optional<std::int64_t> number = toll(*figure);
    if (!number) continue;
    if (Event* event = nearest(records, *figure)) {
      std::optional<std::int64_t>& held = event->*(rule_of(*figure, *event)->member);
      const bool part = last != nullptr && last_event == event && last->measure == figure->measure &&
                        adds_up(*event, last->why.words.front(), figure->why.words.front());
      held = part ? held.value_or(0) + *number : std::max(held.value_or(0), *number);
      last = figure;
      last_event = event;
    }
  }
}

}  // namespace annals
