// Which numbers are figures, and when and where those hold.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annals/record.h"
#include "record/counted.h"
#include "record/layers.h"
#include "record/quantities.h"

namespace annals {

// Whether a number is one that counts or measures at all: no age, date, address or name.
bool is_figure(const Layers& layers, const Quantity& quantity);

// "100 a day", "30 trucks per week": the unit of time that the number is for, or nothing.
std::string rate_of(const Annotation& annotation, const Quantity& quantity);

// Series of what one incident does to people.
inline bool is_toll(std::string_view measure) {
  return measure == "killed" || measure == "injured" || measure == "missing";
}

// "Two were killed when gunmen attacked on Sunday": the deed that a toll is of, or kNoToken.
std::uint32_t deed_below(const Layers& layers, const Counted& counted);

// By the words of the figure's own sentence. `governor` is the word that says what became of what is counted; `all` are
// the quantities of the story: the time of one is not that of another beside it.
std::optional<When> when_of_figure(const Layers& layers, const Quantity& quantity, const Counted& counted,
                                   std::uint32_t governor, std::span<const Quantity> all);
std::optional<Place> where_of_figure(const Layers& layers, const Counted& counted, std::uint32_t governor);

// Tolls of one incident told in several sentences: those that do not say when and where take it from the events and
// figures of their sentence, else from the incident that the story opens with. LEDGER.md: the time of a toll is the day
// of the deaths, unless the sentence says that the toll rose or stands as of a day.
void share_figure_settings(const Layers& layers, std::vector<Record>& records, std::size_t first);

}  // namespace annals
