// Contents that the dependency tree hangs on their cue, and how far they reach.
#include "record/statement_governed.h"

#include <algorithm>

namespace annals {

StatementFinding GovernedContents::finding(std::uint32_t t, const Cue& cue) const {
  StatementFinding f;
  f.cue = s_.cue_words(t);
  f.entry = &cue;
  return f;
}

bool GovernedContents::has_to(std::uint32_t t) const {
  for (const std::uint32_t c : s_.a.children(t)) {
    if (s_.token(c).tag == Tag::TO) return true;
  }
  return false;
}

bool GovernedContents::has_own_subject(std::uint32_t t) const {
  return s_.clauses.has_child(t, Dep::nsubj) || s_.clauses.has_child(t, Dep::nsubjpass);
}

bool GovernedContents::asserted(std::uint32_t t) const {
  for (const std::uint32_t c : s_.a.children(t)) {
    const Token& child = s_.token(c);
    if (child.dep == Dep::neg || child.tag == Tag::MD || child.tag == Tag::TO) return false;
  }
  return s_.token(t).tag != Tag::VB;
}

bool GovernedContents::takes(const Cue& cue, std::uint32_t preposition) const {
  const std::string_view word = s_.a.lower(preposition);
  if (word == "as") return cue.takes_any(kTakesAs);
  return std::find(cue.prepositions.begin(), cue.prepositions.end(), word) != cue.prepositions.end();
}

std::uint32_t GovernedContents::first_object(std::uint32_t preposition) const {
  const std::uint32_t noun = s_.clauses.child(preposition, Dep::pobj);
  return noun != kNoToken ? noun : s_.clauses.child(preposition, Dep::pcomp);
}

void GovernedContents::emit(StatementFinding f, TokenSpan content, std::uint32_t t, std::string_view rule) const {
  const TokenSpan sentence = s_.sentence(t);
  content = {std::max(content.begin, sentence.begin), std::min(content.end, sentence.end)};
  if (content.begin >= content.end) return;
  f.rule = rule;
  const std::uint32_t cue_begin = f.cue.begin;
  if (content.contains(cue_begin)) {
    content = around(content, f);
  } else if (content.end <= cue_begin) {
    if (f.speaker == kNoToken && !s_.clauses.of(t).passive) return;  // the parser took the subject for the content
    content = lead(content, f, sentence);
  } else if (content.begin < f.cue.end) {
    content.begin = f.cue.end;
  }
  content = clear_of_cue(s_.with_quotations(content, sentence), content, f);
  f.content = content;
  s_.add(f);
}

bool GovernedContents::opens_quotation(std::uint32_t t, TokenSpan content) const {
  while (t < content.end && s_.token(t).is(kIsPunct)) ++t;
  const QuotedSpan* quotation = t < content.end ? s_.quotation_at(t) : nullptr;
  return quotation != nullptr && quotation->words.begin == t;
}

// Content that runs on both sides of its cue keeps the whole; a cue at its edge is cut off.
TokenSpan GovernedContents::around(TokenSpan content, const StatementFinding& f) const {
  const std::uint32_t from = f.speaker == kNoToken ? f.cue.begin : std::min(f.cue.begin, s_.token(f.speaker).left_edge);
  if (s_.trimmed({content.begin, from}).size() <= 1) return {f.cue.end, content.end};
  // "The vote is close: two in five say they ...", "At noon she was asked, "Who won?""
  const std::string_view before = from > content.begin ? s_.a.text(from - 1) : std::string_view();
  if (before == ":" || before == ";" || (f.speaker == kNoToken && opens_quotation(f.cue.end, content))) {
    return {f.cue.end, content.end};
  }
  return content;
}

// Content before its cue begins with the sentence: what stands in front of it ("But", "On Friday") is said as well.
TokenSpan GovernedContents::lead(TokenSpan content, const StatementFinding& f, TokenSpan sentence) const {
  const std::uint32_t t = f.cue.begin;
  if (f.speaker != kNoToken && f.speaker < content.begin) return content;
  if (s_.token(t).head != t || content.begin <= sentence.begin) return content;
  return {sentence.begin, content.end};
}

// A quotation may run into the cue where the parser erred; then the narrower span stands.
TokenSpan GovernedContents::clear_of_cue(TokenSpan wide, TokenSpan narrow, const StatementFinding& f) const {
  if (narrow.contains(f.cue.begin)) return wide;
  if (wide.contains(f.cue.begin) || (f.speaker != kNoToken && !narrow.contains(f.speaker) && wide.contains(f.speaker)))
    return narrow;
  return wide;
}

void find_governed(const StatementSearch& search) {
  for (std::uint32_t t = 0; t < search.a.tokens.size(); ++t) {
    const Cue* cue = search.cue_at(t);
    if (cue == nullptr || search.spoken(t)) continue;
    switch (search.token(t).pos) {
      case Pos::VERB:
        find_verb_contents(search, t, *cue);
        break;
      case Pos::NOUN:
        find_noun_contents(search, t, *cue);
        break;
      default:
        find_adjective_contents(search, t, *cue);
    }
  }
}

}  // namespace annals
