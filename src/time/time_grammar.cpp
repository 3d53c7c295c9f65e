// The longest time expression at a token.
#include "time/grammar.h"

namespace annals {
namespace {

// In "the Oct. 23 trial" the article belongs to the trial.
void drop_foreign_article(const TimeWords& words, Phrase& p) {
  if (!p.words.contains(words.annotation().tokens[p.words.begin].head)) ++p.words.begin;
}

}  // namespace

Parsed time_expression_at(const TimeWords& words, std::uint32_t i) {
  Parsed best;
  // Where two read the same words, the earlier one in this list knows more of them.
  for (auto* read : {set_at, clock_at, day_part_at, date_at, bounded_at, period_at, relative_at, amount_phrase_at}) {
    Parsed p = read(words, i);
    if (p && (!best || p->words.end > best->words.end)) best = p;
  }
  if (best && words.is(i, "the")) drop_foreign_article(words, *best);
  return best;
}

}  // namespace annals
