// What the searches for statements share: the layers, the quotations, and spans of contents and sources.
#pragma once
#include <string_view>

#include "record/statements.h"

namespace annals {

struct StatementSearch {
  const CueLexicon& cues;
  const Layers& layers;
  const Annotation& a;
  const Clauses& clauses;
  StatementWorkspace& work;
  std::vector<StatementFinding>& out;

  const Token& token(std::uint32_t t) const { return a.tokens[t]; }
  const QuotedSpan* quotation_at(std::uint32_t t) const {
    const std::uint32_t q = work.quoted_by_token[t];
    return q == kNoToken ? nullptr : &work.quoted[q];
  }
  TokenSpan subtree(std::uint32_t t) const { return {token(t).left_edge, token(t).right_edge + 1}; }
  // The sentence of a token, cut at paragraph ends around it.
  TokenSpan sentence(std::uint32_t t) const;
  // `span` without the marks, spaces and separators at its ends, and without "that" at its beginning.
  TokenSpan trimmed(TokenSpan span) const;
  // `span` with all of the quotations, as far as they are in `sentence`, that it shares words with.
  TokenSpan with_quotations(TokenSpan span, TokenSpan sentence) const;
  // The cue of a verb, noun or adjective, its particle looked at, or nullptr.
  const Cue* cue_at(std::uint32_t t) const;
  // True for a word within a quotation: what is said there is the quotation's own, with no second source (PolNeAR's
  // guidelines leave it to the outer attribution).
  bool spoken(std::uint32_t t) const {
    const QuotedSpan* quotation = quotation_at(t);
    return quotation != nullptr && quotation->words.size() > 3;
  }
  // True if a quotation begins in `span`, by its mark.
  bool opens_quotation(TokenSpan span) const;
  // The quotation whose closing mark stands at the end of `span`, a comma between or not, or nullptr.
  const QuotedSpan* quotation_ending(TokenSpan span) const;
  // The words of a cue: the verb with its particle.
  TokenSpan cue_words(std::uint32_t t) const;
  // The one who says: grammatical subject, or agent of a passive.
  std::uint32_t source_of(std::uint32_t verb) const;
  std::uint32_t nearest_subject(std::uint32_t verb) const;
  std::uint32_t participle_governor(std::uint32_t verb) const;
  // Puts a finding in if there is anything in it.
  void add(StatementFinding finding) const;
};

// The searches, each for one kind of construction.
void find_governed(const StatementSearch& search);     // contents that the tree hangs on a verb, noun or adjective
void find_parentheses(const StatementSearch& search);  // "The road, he said, is open", "according to"
void find_headlines(const StatementSearch& search);    // "Road to open: mayor"
void find_quotations(const StatementSearch& search);   // what is quoted and has no statement yet

// Drops and joins among what was found; leaves it in the order of the contents.
void settle(const StatementSearch& search);
void sort_by_content(std::vector<StatementFinding>& findings);

}  // namespace annals
