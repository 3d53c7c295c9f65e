// Anchors time expressions: what they say becomes a TIMEX3 value and the days that it covers.
#pragma once
#include <optional>

#include "time/named_days.h"
#include "time/phrase.h"
#include "time/tense.h"
#include "time/timex.h"

namespace annals {

// Resolves the phrases of one story in text order, and remembers the last time that was spoken of.
class TimeResolver {
 public:
  // `published` is empty for a story without a date: then nothing is anchored but what the story itself dates.
  explicit TimeResolver(std::optional<sys_days> published) : published_(published) {}

  // `tense` is that of the governing verb. `event`, where given, is the day of the event that the phrase hangs on
  // ("two days after the attack") and takes the place of both origins.
  Timex resolve(const Phrase& phrase, Tense tense, std::optional<sys_days> event = std::nullopt);

 private:
  struct Resolved {
    std::string value;
    std::optional<DayInterval> days;
    Unit unit = Unit::day;
  };

  std::optional<PlacedTime> origin(Origin origin) const;
  Resolved calendar(const Phrase& phrase, Tense tense) const;
  Resolved step(const Phrase& phrase, Tense tense) const;
  Resolved shifted(const Phrase& phrase) const;
  Resolved year_back(const Phrase& phrase) const;
  std::optional<DayInterval> stretch(const Phrase& phrase) const;
  Resolved duration(const Phrase& phrase) const;
  Resolved reference(const Phrase& phrase) const;
  Resolved set(const Phrase& phrase) const;

  Resolved weekday(const Phrase& phrase, Tense tense) const;
  Resolved in_year(const CalendarFields& date, int year) const;
  std::optional<int> year_of_date(const Phrase& phrase, Tense tense) const;

  void remember(const Phrase& phrase, const Resolved& resolved);

  std::optional<sys_days> published_;
  std::optional<PlacedTime> spoken_;
  std::optional<PlacedTime> reported_;  // the quarter whose figures the story reports
  std::optional<sys_days> event_;
};

}  // namespace annals
