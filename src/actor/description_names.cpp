// The name of an actor that has none: its words without article, number and quantifier.
#include "actor/resolution.h"

namespace annals {
namespace {

bool ends_description(std::string_view word) {
  return word == "," || word == ";" || word == ":" || word == "." || word == "(" || word == ")" || word == "\"" ||
         word == "''" || word == "``" || word == "”" || word == "“" || word == "--" || word == "—" || word == "–";
}

}  // namespace

// "at least a dozen people" are people: articles, numbers and the words that qualify them go.
bool Resolution::is_quantity(std::uint32_t t, std::uint32_t noun) const {
  const Token& tok = token(t);
  if (t + 1 < noun && story_.text(t + 1) == "-" && !tok.is(kLikeNum) && tok.tag != Tag::CD) return false;
  if (tok.pos == Pos::DET || tok.pos == Pos::NUM || tok.tag == Tag::CD || tok.tag == Tag::PRPS) return true;
  if (tok.dep == Dep::det || tok.dep == Dep::nummod || tok.dep == Dep::quantmod || tok.dep == Dep::predet) return true;
  if (tok.tag == Tag::CC && t + 1 < noun && token(t + 1).is(kLikeNum)) return true;  // "1,500 and 2,000 families"
  if (tok.is(kIsPunct) || tok.entity == EntityType::ORDINAL) return true;
  const bool of_number = tok.head >= noun || token(tok.head).is(kLikeNum);  // not "heavily armed"
  if (tok.pos == Pos::ADV && tok.dep == Dep::advmod && of_number) return true;
  return lexicon_.word_is(story_.lower(t), kQuantity);
}

// The end of a description: its "of", "in" or "from" phrase is part of it where that is short and holds no clause.
std::uint32_t Resolution::end_of_description(const Phrase& ph) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  for (const std::uint32_t prep : story_.children(ph.noun)) {
    if (token(prep).dep != Dep::prep || prep != ph.words.end) continue;
    const auto word = story_.lower(prep);
    if (word != "of" && word != "in" && word != "from") continue;
    if (child_with(story_, prep, Dep::pobj) == kNobody) continue;  // "accused the army of killing"
    const std::uint32_t right = token(prep).right_edge;
    std::uint32_t end = prep + 1;
    while (end <= right && !ends_description(story_.text(end)) && !token(end).is(kIsSpace) &&
           token(end).tag != Tag::WDT && token(end).tag != Tag::WP && token(end).dep != Dep::relcl) {
      ++end;
    }
    if (end > prep + 1 && end - prep <= kLongest + 1) return end;
  }
  return ph.words.end;
}

// "Israeli forces", "diplomats in the Middle East".
std::string Resolution::description_name(const Phrase& ph) {
  std::uint32_t begin = ph.noun != ph.head ? ph.noun : ph.words.begin;
  if (ph.noun != ph.head) {
    while (begin > 0 && token(begin - 1).head == ph.noun && token(begin - 1).dep != Dep::prep) --begin;
  }
  std::uint32_t end = end_of_description(ph);
  while (begin < ph.noun && is_quantity(begin, ph.noun)) {
    const bool number = token(begin).pos == Pos::NUM || token(begin).tag == Tag::CD;
    ++begin;
    // "a seven-member panel", "the 38-year-old man": the noun goes with its number.
    if (number && begin + 1 < ph.noun && story_.text(begin) == "-") begin += 2;
  }
  while (end > ph.noun + 1 && token(end - 1).is(kIsPunct)) --end;
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
