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
  content = without_gloss(clear_of_cue(s_.with_quotations(content, sentence), content, f));
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
  const TokenSpan before{content.begin, std::max(from, content.begin)}, behind{f.cue.end, content.end};
  // "The vote is close: two in five say they ...", "At noon she was asked, "Who won?""
  const std::string_view mark = before.empty() ? std::string_view() : s_.a.text(before.end - 1);
  if (mark == ":" || mark == ";" || (f.speaker == kNoToken && opens_quotation(f.cue.end, content))) return behind;
  if (governs_behind(f, content)) return behind;
  // `"The road is open," the mayor told reporters who had come`
  if (s_.quotation_ending(before) != nullptr && !resumes(behind)) return before;
  return content;
}

// "Speaking in Lima, the mayor said (that) it rained": a verb with its clause behind it and no comma between takes
// nothing from before it.
bool GovernedContents::governs_behind(const StatementFinding& f, TokenSpan content) const {
  if (f.cue.end >= content.end || s_.token(f.cue.end).is(kIsPunct)) return false;
  for (const std::uint32_t c : s_.a.children(f.cue.begin)) {
    if (c <= f.cue.begin || s_.token(c).dep != Dep::ccomp) continue;
    const std::uint32_t begin = s_.token(c).left_edge;
    return begin > f.cue.begin && !s_.token(begin - 1).is(kIsPunct);
  }
  return false;
}

// A quotation that was broken off for its cue goes on behind a mark or a conjunction.
bool GovernedContents::resumes(TokenSpan behind) const {
  for (std::uint32_t t = behind.begin; t + 1 < behind.end; ++t) {
    const QuotedSpan* quotation = s_.quotation_at(t + 1);
    if (quotation == nullptr || quotation->words.begin != t + 1 || t <= behind.begin) continue;
    const Token& before = s_.token(t - 1);
    if (before.is(kIsPunct) || before.dep == Dep::cc || before.dep == Dep::mark) return true;
  }
  return false;
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

// "said it was safe, a claim that the union rejects": an apposition that names what was said is the story's own.
TokenSpan GovernedContents::without_gloss(TokenSpan content) const {
  const TokenSpan whole = s_.trimmed(content);
  for (std::uint32_t t = whole.begin + 4; t < whole.end; ++t) {
    const Token& noun = s_.token(t);
    if (noun.pos != Pos::NOUN || noun.head >= t || noun.right_edge + 1 < whole.end) continue;
    const std::string_view article = s_.a.lower(noun.left_edge);
    if ((article != "a" && article != "an") || !s_.token(noun.left_edge - 1).is(kIsPunct) || quoted(t)) continue;
    const Cue* cue = s_.cue_at(t);
    if (cue == nullptr || cue->kind != CueClass::say) continue;
    return {content.begin, noun.left_edge - 1};
  }
  return content;
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
