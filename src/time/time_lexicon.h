// The words that speak of time, read from lexicon/times.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/frozen_map.h"
#include "time/calendar.h"
#include "time/festivals.h"

namespace annals {

// What part a word plays in a time expression; the values of the table's `class` column, in its order.
enum class TimeClass : std::uint8_t {
  month,
  weekday,
  weekdays,
  unit,
  units,
  number,
  scale,
  ordinal,
  vague,
  fraction,
  decade,
  position,
  shift,
  deictic,
  reference,
  part,
  parts,
  clock,
  meridiem,
  zone,
  season,
  festival,
  date,
  frequency,
  each,
  times,
  per,
  bound,
  bound_of_unit,
  amount_mod,
  filler,
  fiscal,
  planning,
  deferring,
};

// What must hold of the words for an entry to apply; the `needs` column.
enum class TimeNeeds : std::uint8_t { nothing, capital, noun, adverb, adjective, verb, dated };

// Where a step is counted from: the day of publication, or the time last spoken of.
enum class Origin : std::uint8_t { now, then };

struct TimeEntry {
  TimeClass cls;
  TimeNeeds needs = TimeNeeds::nothing;
  Unit unit = Unit::none;
  Origin origin = Origin::now;
  bool span = false;     // position: always a stretch ("the past year"), never the calendar unit
  bool outside = false;  // amount_mod: the words are no part of the expression ("about")
  int number = 0;        // month, weekday, number, step, count of units, hour of a clock, ...
  std::string value;     // a TIMEX3 code: PAST_REF, MO, SP, START, MORE_THAN, ...
  std::optional<FestivalRule> rule;
  int row = 0;  // see TimeLexicon::where
};

class TimeLexicon {
 public:
  struct Table {
    std::string_view text;
    std::string where;  // names it in messages: "lexicon/times.tsv"
  };
  // Parses the tables, whose texts are only borrowed meanwhile. The words of a later table replace what an earlier one
  // said of them. Throws Error{Fault::lexicon} with the line that is wrong.
  static TimeLexicon parse(std::span<const Table> tables);

  // "lexicon/times.tsv:88", for the row of an entry or of a Timex; empty for row 0.
  std::string where(int row) const;

  // The entries of the words whose lower forms, joined by spaces, have this key (murmur64a); and how many words the
  // longest entry has that begins with this word.
  struct Group {
    std::uint32_t first = 0, count = 0;
    std::uint32_t longest = 0;
  };
  const Group* find(std::uint64_t key) const {
    const auto index = map_.find(key);
    return index ? &groups_[*index] : nullptr;
  }
  std::span<const TimeEntry> entries(const Group& group) const {
    return std::span(entries_).subspan(group.first, group.count);
  }

  TimeLexicon(TimeLexicon&&) = default;
  TimeLexicon& operator=(TimeLexicon&&) = default;

 private:
  TimeLexicon() = default;

  struct Place {
    std::size_t table;
    int line;
  };
  struct Rows;
  std::vector<std::string> tables_;
  std::vector<Place> places_;  // of row 1, 2, ...
  std::vector<TimeEntry> entries_;
  std::vector<Group> groups_;
  std::vector<FrozenSlot> slots_;
  FrozenMap map_;
};

}  // namespace annals
