// Finds the time expressions of a story and the days that they stand for.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "language/annotation.h"
#include "time/time_lexicon.h"
#include "time/timex.h"

namespace annals {

// The day of an event that another stage has dated, by the token that names it: "two days after the attack" is
// counted from it.
struct EventDay {
  std::uint32_t token;
  sys_days day;
};

class TimeTagger {
 public:
  explicit TimeTagger(const TimeLexicon& lexicon) : lexicon_(&lexicon) {}  // borrowed; the model owns it

  // Appends to `times` in text order; expressions do not overlap. `published` is empty for a story without a date:
  // what depends on it then gets a value with X for what is not known, and no days.
  void tag(const Annotation& annotation, std::optional<sys_days> published, std::vector<Timex>& times,
           std::span<const EventDay> events = {}) const;

 private:
  const TimeLexicon* lexicon_;
};

}  // namespace annals
