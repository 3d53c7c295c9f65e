// The longest time expression at a token.
#include "time/grammar.h"

namespace annals {

Parsed time_expression_at(const TimeWords& words, std::uint32_t i) {
  Parsed best;
  // Where two read the same words, the earlier one in this list knows more of them.
  for (auto* read : {set_at, clock_at, day_part_at, date_at, bounded_at, period_at, relative_at, amount_phrase_at}) {
    Parsed p = read(words, i);
    if (p && (!best || p->words.end > best->words.end)) best = p;
  }
  return best;
}

}  // namespace annals
