// How long a fact holds that a sentence places in time: what the preposition makes of the days named.
#pragma once
#include <optional>

#include "language/annotation.h"
#include "time/timex.h"

namespace annals {

// "since March" runs from the first of March to the day of publication, "until Friday" from the day of publication to
// Friday where that lies ahead; any other preposition leaves the days as they are. Nothing where they are not known.
std::optional<DayInterval> scope_of(const Annotation& annotation, const Timex& timex,
                                    std::optional<sys_days> published);

}  // namespace annals
