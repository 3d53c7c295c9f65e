// When a figure holds.
#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/figure_setting.h"

namespace annals {
namespace {

// The time said right behind a number that is one of several values: "from 100 on Friday to 30".
std::optional<When> own_time(const Layers& layers, const Quantity& quantity) {
  const Annotation& annotation = layers.language;
  for (const Timex& time : layers.times) {
    if (!time.first || !time.last || time.words.begin < quantity.words.end) continue;
    if (time.words.begin > quantity.words.end + 2) break;
    for (std::uint32_t i = quantity.words.end; i < time.words.begin; ++i) {
      const Pos pos = annotation.tokens[i].pos;
      if (pos != Pos::ADP && pos != Pos::DET) return std::nullopt;
    }
    When when;
    when.words = words_of(annotation, {std::min(time.words.begin, quantity.words.end), time.words.end});
    when.first = *time.first;
    when.last = *time.last;
    return when;
  }
  return std::nullopt;
}

// "rose to 11 percent from 9.5 percent a year earlier": the time of the old value is not that of the new.
bool of_another(const Layers& layers, const Quantity& quantity, const When& when, std::span<const Quantity> all) {
  const Annotation& annotation = layers.language;
  const auto preposition = [&](const Quantity& q) {
    return q.words.begin == 0 ? std::string_view{} : annotation.lower(q.words.begin - 1);
  };
  if (!when.words || preposition(quantity) == "by") return false;
  const std::uint32_t sentence = annotation.tokens[quantity.anchor].sentence;
  for (const Quantity& other : all) {
    if (&other == &quantity || annotation.tokens[other.anchor].sentence != sentence) continue;
    if (preposition(other) != "from" && preposition(other) != "to" && preposition(other) != "with") continue;
    const auto own = own_time(layers, other);
    if (own && own->words->end == when.words->end) return true;
  }
  return false;
}

// "Casualties as of Monday:" above a table.
std::optional<When> as_of(const Layers& layers, std::uint32_t word) {
  const Annotation& annotation = layers.language;
  for (std::size_t i = layers.times.size(); i-- > 0;) {
    const Timex& time = layers.times[i];
    if (!time.first || !time.last || time.words.begin > word || time.words.begin < 2) continue;
    if (annotation.lower(time.words.begin - 1) != "of" || annotation.lower(time.words.begin - 2) != "as") continue;
    return when_record(layers, time);
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t deed_below(const Layers& layers, const Counted& counted) {
  static constexpr std::string_view links[] = {"when", "after", "as", "while"};
  if (counted.governor == kNoToken || counted.measure == nullptr || !is_toll(counted.measure->measure)) return kNoToken;
  for (const std::uint32_t c : layers.language.children(counted.governor)) {
    if (layers.language.tokens[c].dep != Dep::advcl) continue;
    for (const Dep dep : {Dep::mark, Dep::advmod}) {
      const std::uint32_t link = layers.clauses.child(c, dep);
      if (link == kNoToken || link > c) continue;
      if (std::find(std::begin(links), std::end(links), layers.language.lower(link)) != std::end(links)) return c;
    }
  }
  return kNoToken;
}

std::optional<When> when_of_figure(const Layers& layers, const Quantity& quantity, const Counted& counted,
                                   std::uint32_t governor, std::span<const Quantity> all) {
  std::optional<When> when;
  if (counted.value) when = own_time(layers, quantity);
  if (!when) when = when_of(layers, governor);
  if (!when && counted.label) when = as_of(layers, quantity.anchor);
  const std::uint32_t deed = when ? kNoToken : deed_below(layers, counted);
  if (deed != kNoToken) when = when_of(layers, deed);
  if (when && of_another(layers, quantity, *when, all)) when.reset();
  return when;
}

}  // namespace annals
