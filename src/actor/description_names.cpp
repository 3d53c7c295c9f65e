// The name of an actor that has none: its words without article, number and quantifier.
#include "actor/resolution.h"

namespace annals {

// The words of an unnamed actor without article and number: "Israeli forces", "diplomats in the Middle East".
std::string Resolution::description_name(const Phrase& ph) {
  std::uint32_t begin = ph.noun != ph.head ? ph.noun : ph.words.begin;
  if (ph.noun != ph.head) {
    while (begin > 0 && token(begin - 1).head == ph.noun && token(begin - 1).dep != Dep::prep) --begin;
  }
  std::uint32_t end = ph.words.end;
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (token(prep).dep != Dep::prep || prep != end) continue;
    const auto word = story_.lower(prep);
    const std::uint32_t right = token(prep).right_edge;
    if ((word == "of" || word == "in" || word == "from") && right - prep <= 6) end = right + 1;
  }
  while (begin < ph.noun) {
    const Token& tok = token(begin);
    const auto lower = story_.lower(begin);
    const bool drop = tok.pos == Pos::DET || tok.pos == Pos::NUM || tok.dep == Dep::det || tok.dep == Dep::nummod ||
                      tok.dep == Dep::quantmod || tok.dep == Dep::predet || tok.tag == Tag::CD || tok.is(kIsPunct) ||
                      tok.tag == Tag::PRPS || (tok.pos == Pos::ADV && tok.dep == Dep::advmod) || lower == "several" ||
                      lower == "many" || lower == "other" || lower == "few" || lower == "more";
    if (!drop) break;
    const bool number = tok.pos == Pos::NUM || tok.tag == Tag::CD;
    ++begin;
    // "a seven-member panel", "the 38-year-old man": the noun goes with its number.
    if (number && begin + 1 < ph.noun && story_.text(begin) == "-") begin += 2;
  }
  std::string name(story_.text(TokenSpan{begin, end}));
  for (char& c : name) {
    if (c == '\n') c = ' ';
  }
  // A word that only stands first in its sentence is not a name.
  const Token& first = token(begin);
  if (!name.empty() && first.pos == Pos::NOUN && name[0] >= 'A' && name[0] <= 'Z' && !first.is(kIsUpper)) name[0] += 32;
  return name;
}

}  // namespace annals
