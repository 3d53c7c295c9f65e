// What a quantity counts: the noun behind it, behind "of", or in front of a colon.
#include <algorithm>

#include "record/counted_reading.h"

namespace annals {

Counted CountedReading::read() {
  if (label()) return result_;
  if (of_phrase() || (!state_follows() && (modified_noun() || noun_after()))) {
    result_.thing = result_.of;
    noun_measure();
    return result_;
  }
  bare();
  if (result_.thing.empty()) result_.thing = result_.people ? "people" : result_.of;
  return result_;
}

// "dozens of people", "eight of its palaces", "90 percent of the population", "tonnes of food".
bool CountedReading::of_phrase() {
  const std::uint32_t of = quantity_.number.end;
  const bool money_in = quantity_.kind == UnitKind::money && of < size() && (lower(of) == "in" || lower(of) == "worth");
  if (of >= size() || (lower(of) != "of" && !money_in)) return false;
  std::uint32_t noun = clauses_.child(of, Dep::pobj);
  std::uint32_t begin = of + 1;
  if (lower(of) == "worth" && begin < size() && lower(begin) == "of") {
    noun = clauses_.child(begin, Dep::pobj);
    ++begin;
  }
  if (noun == kNoToken || noun < of) noun = noun_right(begin);
  if (noun == kNoToken || (money_in && (in_time(layers_, noun) || token(noun).pos == Pos::PROPN))) return false;
  if (noun < begin) return false;
  result_.noun = noun;
  result_.of = phrase_text(layers_, begin, noun);
  top_ = quantity_.anchor;
  result_.rule = "number of";
  const bool pronoun =
      lower(noun) == "them" || lower(noun) == "these" || lower(noun) == "those" || lower(noun) == "whom";
  if (pronoun && !clauses_.has_child(noun, Dep::relcl) && !clauses_.has_child(noun, Dep::acl)) take_up();
  return true;
}

// The last noun of the words from `begin` on that can be one phrase.
std::uint32_t CountedReading::noun_right(std::uint32_t begin) const {
  std::uint32_t noun = kNoToken;
  for (std::uint32_t i = begin; i < size() && i < begin + 6; ++i) {
    const Token& t = token(i);
    if (in_time(layers_, i)) break;
    const bool part = t.pos == Pos::NOUN || t.pos == Pos::PROPN;
    if (part) noun = i;
    if (part && i + 1 < size() && lower(i + 1) == "-") {
      ++i;
      continue;
    }
    if (!part && noun != kNoToken) break;
    if (!part && t.pos != Pos::ADJ && t.pos != Pos::DET && t.pos != Pos::NUM && t.tag != Tag::VBN && t.tag != Tag::VBG)
      break;
  }
  return noun;
}

// "51 people", "a $5 million package", "a seven-member panel".
bool CountedReading::modified_noun() {
  std::uint32_t i = quantity_.anchor;
  while (token(i).head > i || (token(i).head != i && quantity_.number.contains(token(i).head))) {
    const Dep dep = token(i).dep;
    const bool modifier = dep == Dep::nummod || dep == Dep::quantmod || dep == Dep::compound || dep == Dep::nmod ||
                          dep == Dep::amod || dep == Dep::det || dep == Dep::predet || dep == Dep::npadvmod;
    if (!modifier) break;
    i = token(i).head;
    if (is_noun(i) && i >= quantity_.number.end) break;
  }
  if (i < quantity_.number.end || (!is_noun(i) && token(i).pos != Pos::ADJ)) return false;
  // "200 more", "700 metres long"
  if (token(i).pos == Pos::ADJ &&
      (token(i).tag == Tag::JJR || i != quantity_.number.end || quantity_.kind != UnitKind::count)) {
    return false;
  }
  if (crosses(i)) return false;
  return take_noun(i, "number before its noun");
}

// Where the parser hangs the number elsewhere, as it does in headlines: the noun that follows.
bool CountedReading::noun_after() {
  if (quantity_.kind != UnitKind::count) return false;
  const std::uint32_t next = quantity_.number.end;
  if (next >= size() || !(is_noun(next) || token(next).pos == Pos::ADJ)) return false;
  if (token(next).tag == Tag::JJR || token(next).is(kIsSpace)) return false;
  if (measures_.find(annotation_, next, MeasurePos::adj, MeasureSlot::self) != nullptr) return false;  // "12 dead"
  const std::uint32_t noun = noun_right(next);
  return noun != kNoToken && take_noun(noun, "number beside a noun");
}

bool CountedReading::crosses(std::uint32_t noun) const {
  for (std::uint32_t i = quantity_.number.end; i < noun; ++i) {
    if (token(i).is(kIsSpace) || lower(i) == "," || lower(i) == ":" || is_verb_form(i)) return true;
  }
  return false;
}

bool CountedReading::is_verb_form(std::uint32_t i) const {
  return token(i).pos == Pos::VERB && token(i).dep != Dep::amod && token(i).dep != Dep::compound;
}

bool CountedReading::take_noun(std::uint32_t noun, std::string_view rule) {
  result_.noun = top_ = noun;
  result_.rule = rule;
  if (quantity_.hyphened && quantity_.kind == UnitKind::count) {
    const std::string panel = phrase_text(layers_, quantity_.number.end, noun);
    result_.of = "members of the " + panel;
    return true;
  }
  result_.of = phrase_text(layers_, quantity_.number.end, noun);
  const std::uint32_t owner = clauses_.child(noun, Dep::poss);
  if (owner != kNoToken && owner < quantity_.words.begin && token(owner).pos != Pos::PRON) {
    std::uint32_t begin = token(owner).left_edge;
    const std::string whose(annotation_.text(TokenSpan{begin, token(owner).right_edge + 1}));
    result_.of = whose + " " + result_.of;
  }
  return true;
}

// "200 more", "82 were killed": the number stands for those it counts.
void CountedReading::take_up() {
  if (before_ == nullptr || before_->thing.empty()) return;
  result_.of = before_->thing;
  result_.people = before_->people;
}

// "Injured: 74": the words before a colon name what is counted, as in tables.
bool CountedReading::label() {
  std::uint32_t colon = quantity_.words.begin;
  while (colon > 0 && token(colon - 1).is(kIsSpace)) --colon;
  if (colon == 0 || lower(colon - 1) != ":") return false;
  --colon;
  if (!annotation_.tokens[quantity_.number.begin].is(kIsDigit) &&
      annotation_.lower(quantity_.number.begin).find(',') == std::string_view::npos)
    return false;
  const std::uint32_t next = quantity_.words.end;
  if (next < size() && token(next).is(kIsAlpha) && token(next).is(kIsLower)) return false;
  std::uint32_t begin = colon;
  while (begin > 0 && colon - begin < 6 && (token(begin - 1).is(kIsAlpha) || lower(begin - 1) == "-")) --begin;
  if (begin == colon) return false;
  result_.of = std::string(annotation_.text(TokenSpan{begin, colon}));
  result_.governor = quantity_.anchor;
  result_.label = true;
  result_.rule = "label and colon";
  for (std::uint32_t i = begin; i < colon && result_.measure == nullptr; ++i) result_.measure = any_measure(i);
  return true;
}

Counted CountedFinder::find(const Layers& layers, const Quantity& quantity, const Counted* before) const {
  return CountedReading(quantities_, measures_, layers, quantity, before).read();
}

}  // namespace annals
