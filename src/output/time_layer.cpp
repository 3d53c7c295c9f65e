// Time expressions as rows.
#include "output/time_layer.h"

#include "time/timex_value.h"

namespace annals {

void time_rows(std::span<const Timex> times, LayerRows& rows) {
  for (const Timex& timex : times) {
    rows.begin();
    rows.words(timex.bytes);
    rows.field("type", name_of(timex.type));
    rows.field("value", timex.value);
    timex.mod.empty() ? rows.null("mod") : rows.field("mod", timex.mod);
    if (timex.first && timex.last) {
      rows.field("first", unit_value(*timex.first, Unit::day));
      rows.field("last", unit_value(*timex.last, Unit::day));
    }
    rows.end();
  }
}

}  // namespace annals
