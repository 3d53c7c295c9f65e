// Spans of contents and sources.
#include "record/statement_search.h"

#include <algorithm>
#include <array>

namespace annals {

TokenSpan StatementSearch::sentence(std::uint32_t t) const {
  const TokenSpan whole = a.sentences[token(t).sentence];
  TokenSpan part{t, t + 1};
  while (part.begin > whole.begin && !ends_paragraph(a, part.begin - 1)) --part.begin;
  while (part.end < whole.end && !ends_paragraph(a, part.end)) ++part.end;
  return part;
}

TokenSpan StatementSearch::trimmed(TokenSpan span) const {
  const auto droppable = [&](std::uint32_t t) {
    if (token(t).is(kIsSpace)) return true;
    if (!token(t).is(kIsPunct) && token(t).pos != Pos::PUNCT) return false;
    const std::string_view text = a.text(t);
    return text != "(" && text != ")" && text != "[" && text != "]" && text != "$" && text != "%" && text != "#" &&
           text != "@";
  };
  while (!span.empty() && (droppable(span.begin) ||
                           (span.size() > 1 && token(span.begin).dep == Dep::mark && a.lower(span.begin) == "that"))) {
    ++span.begin;
  }
  const std::uint32_t end = span.end;
  while (!span.empty() && droppable(span.end - 1)) --span.end;
  // A full quotation keeps the stop that stands before its closing mark.
  if (span.end < end && quotation_at(span.end - 1) != nullptr && quotation_at(span.end) != nullptr) {
    const std::string_view stop = a.text(span.end);
    if (stop == "." || stop == "?" || stop == "!" || stop == "...") ++span.end;
  }
  return span;
}

TokenSpan StatementSearch::with_quotations(TokenSpan span, TokenSpan sentence) const {
  TokenSpan wide = span;
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const QuotedSpan* quotation = quotation_at(t);
    if (quotation == nullptr) continue;
    wide.begin = std::min(wide.begin, std::max(quotation->words.begin, sentence.begin));
    wide.end = std::max(wide.end, std::min(quotation->words.end, sentence.end));
    t = std::max(t, quotation->words.end - 1);
  }
  return wide;
}

const Cue* StatementSearch::cue_at(std::uint32_t t) const {
  const Pos pos = token(t).pos;
  if (pos != Pos::VERB && pos != Pos::NOUN && pos != Pos::ADJ) return nullptr;
  if (pos == Pos::VERB) {
    const std::uint32_t particle = clauses.child(t, Dep::prt);
    if (particle != kNoToken) {
      const std::string_view verb = a.lemma(t), after = a.lower(particle);
      std::array<char, 48> words;
      if (verb.size() + after.size() + 1 > words.size()) return nullptr;
      char* end = std::copy(verb.begin(), verb.end(), words.begin());
      *end++ = ' ';
      end = std::copy(after.begin(), after.end(), end);
      return cues.find(pos, std::string_view(words.data(), static_cast<std::size_t>(end - words.data())));
    }
  }
  return cues.find(pos, a.lemma(t));
}

bool StatementSearch::opens_quotation(TokenSpan span) const {
  for (std::uint32_t t = std::max(span.begin, 1u); t < span.end; ++t) {
    if (quotation_at(t) != nullptr && quotation_at(t)->words.begin == t && t > span.begin) return true;
  }
  return false;
}

const QuotedSpan* StatementSearch::quotation_ending(TokenSpan span) const {
  while (!span.empty() && token(span.end - 1).is(kIsPunct) && quotation_at(span.end - 1) == nullptr) --span.end;
  const QuotedSpan* quotation = span.empty() ? nullptr : quotation_at(span.end - 1);
  return quotation != nullptr && quotation->words.end <= span.end + 1 ? quotation : nullptr;
}

TokenSpan StatementSearch::cue_words(std::uint32_t t) const {
  const std::uint32_t particle = clauses.child(t, Dep::prt);
  return particle == t + 1 ? TokenSpan{t, t + 2} : TokenSpan{t, t + 1};
}

std::uint32_t StatementSearch::source_of(std::uint32_t verb) const {
  const Clause& clause = clauses.of(verb);
  if (clause.passive) {
    const std::uint32_t by = clauses.child(verb, Dep::agent);
    return by == kNoToken ? kNoToken : clauses.child(by, Dep::pobj);
  }
  const std::uint32_t subject = nearest_subject(verb);
  if (subject != kNoToken) return subject;
  const std::uint32_t governor = participle_governor(verb);
  return governor != kNoToken ? source_of(governor) : clause.surface_subject;
}

// The subject; of two that the parser hangs on the verb the one before it and next to it: the other is the subject of
// what is quoted (`"The talk of a deal," Dal told reporters`).
std::uint32_t StatementSearch::nearest_subject(std::uint32_t verb) const {
  std::uint32_t subject = kNoToken;
  for (const std::uint32_t c : a.children(verb)) {
    if (token(c).dep == Dep::nsubj && (subject == kNoToken || c < verb)) subject = c;
  }
  return subject;
}

// "drew crowds describing", "closed the day by saying": a participle of speech is the subject's, not the object's.
std::uint32_t StatementSearch::participle_governor(std::uint32_t verb) const {
  const Token& t = token(verb);
  // "used the visit to say": so is the infinitive of purpose.
  const bool purpose = t.tag == Tag::VB && t.dep == Dep::advcl;
  if ((t.tag != Tag::VBG && !purpose) || (t.dep != Dep::advcl && t.dep != Dep::pcomp)) return kNoToken;
  std::uint32_t governor = t.head;
  if (t.dep == Dep::pcomp) governor = token(governor).head;
  const Pos pos = token(governor).pos;
  return governor != verb && (pos == Pos::VERB || pos == Pos::AUX) && !clauses.of(governor).passive ? governor
                                                                                                    : kNoToken;
}

void StatementSearch::add(StatementFinding finding) const {
  finding.content = trimmed(finding.content);
  if (finding.content.empty()) return;
  bool quoted = false, plain = false;
  for (std::uint32_t t = finding.content.begin; t < finding.content.end; ++t) {
    if (token(t).is(kIsPunct) || token(t).is(kIsSpace) || finding.cue.contains(t)) continue;
    (quotation_at(t) != nullptr ? quoted : plain) = true;
  }
  finding.form = !quoted ? StatementForm::indirect : plain ? StatementForm::mixed : StatementForm::direct;
  out.push_back(finding);
}

}  // namespace annals
