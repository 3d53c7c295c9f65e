// What the preposition makes of the days named.
#include "time/time_scope.h"

#include <algorithm>

namespace annals {
namespace {

// The preposition before the expression, past words that only place it nearer: "since early March", "until about noon".
std::string_view preposition_of(const Annotation& annotation, TokenSpan words) {
  constexpr std::uint32_t kFarthest = 2;
  for (std::uint32_t back = 1; back <= kFarthest && back <= words.begin; ++back) {
    const Token& token = annotation.tokens[words.begin - back];
    if (token.tag == Tag::IN || token.tag == Tag::TO) return annotation.lower(token);
    if (token.pos != Pos::DET && token.pos != Pos::ADV) break;
  }
  return {};
}

}  // namespace

std::optional<DayInterval> scope_of(const Annotation& annotation, const Timex& timex,
                                    std::optional<sys_days> published) {
  if (!timex.first || !timex.last) return std::nullopt;
  const DayInterval named{*timex.first, *timex.last};
  if (!published) return named;
  const std::string_view preposition = preposition_of(annotation, timex.words);
  if (preposition == "since" && named.first <= *published) return DayInterval{named.first, *published};
  const bool to = preposition == "until" || preposition == "till" || preposition == "through";
  if (to && named.last >= *published) return DayInterval{*published, named.last};
  return named;
}

}  // namespace annals
