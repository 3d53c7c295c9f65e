// What the searches below find_governed share: contents that the dependency tree hangs on their cue, and their extents.
#pragma once
#include "record/statement_search.h"

namespace annals {

class GovernedContents {
 public:
  explicit GovernedContents(const StatementSearch& search) : s_(search) {}  // borrowed

  // Puts the content of the cue at `t` in, cut to the paragraph and widened to what the cue leaves to it.
  void emit(StatementFinding f, TokenSpan content, std::uint32_t t, std::string_view rule) const;

  StatementFinding finding(std::uint32_t t, const Cue& cue) const;

  bool has_to(std::uint32_t verb) const;
  bool has_own_subject(std::uint32_t verb) const;
  bool quoted(std::uint32_t t) const { return s_.quotation_at(t) != nullptr; }
  // The story says that it was said: no modal, negation or infinitive. What somebody may praise some day is no
  // statement.
  bool asserted(std::uint32_t verb) const;
  bool takes(const Cue& cue, std::uint32_t preposition) const;
  std::uint32_t first_object(std::uint32_t preposition) const;

 protected:
  const StatementSearch& s_;

 private:
  // A quotation begins at `t`, or behind the comma there.
  bool opens_quotation(std::uint32_t t, TokenSpan content) const;
  TokenSpan around(TokenSpan content, const StatementFinding& f) const;
  TokenSpan without_gloss(TokenSpan content) const;
  bool governs_behind(const StatementFinding& f, TokenSpan content) const;
  bool resumes(TokenSpan behind) const;
  TokenSpan lead(TokenSpan content, const StatementFinding& f, TokenSpan sentence) const;
  TokenSpan clear_of_cue(TokenSpan wide, TokenSpan narrow, const StatementFinding& f) const;
};

// The contents of one cue: clauses, objects and phrases of a verb; clauses and phrases of a noun or adjective.
void find_verb_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue);
void find_noun_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue);
void find_adjective_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue);

}  // namespace annals
