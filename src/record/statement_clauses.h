// How far the clause that a verb takes as its content reaches, also where the parser hung a part of it elsewhere.
#pragma once
#include "record/statement_governed.h"

namespace annals {

class ClauseExtents : public GovernedContents {
 public:
  using GovernedContents::GovernedContents;

  // "wants them to leave", "urged both sides to talk", "called on the army to withdraw": the infinitive with those who
  // are to do it. Empty for a bare infinitive.
  TokenSpan with_controller(std::uint32_t t, std::uint32_t c) const;

  // "said he was ill because he had eaten": a reason or condition right behind the clause is said as well, though the
  // parser may hang it on the verb of saying.
  TokenSpan with_adverbial(std::uint32_t t, TokenSpan clause) const;

  // "said it was ready and would help": a modal in the past without a subject goes on with what was said, though the
  // parser hangs it on the verb of saying.
  TokenSpan with_backshift(std::uint32_t t, TokenSpan clause) const;

  // "The minister said that it rained, the agency reported": the parser may hang the last clause on the first verb.
  // What stands before the comma is the content of both; this gives the clause inside, or kNoToken.
  std::uint32_t closing_content(std::uint32_t c) const;

  // Of two main clauses on the sides of a semicolon the parser makes one the complement of the other; so it does at a
  // colon, but then the verb has its true complement behind it ("The race is close: few say they will vote").
  bool parted_by_mark(std::uint32_t c, std::uint32_t t) const;

  // "said he was ill and criticised the court", "some said it rained, while others said it did not", "the mayor said it
  // rained and the guards said it did not": where the parser hangs a second report on the first one's content, the
  // content ends before it. What somebody goes on to believe or want is still what is said.
  TokenSpan up_to_next_cue(std::uint32_t t, std::uint32_t c, TokenSpan clause) const;

  // "admitted his efforts were in vain": the parser takes the clause's subject for the verb's object, or for a clause
  // of its own ("argued that dropping the plan was wise").
  TokenSpan with_stray_subject(std::uint32_t t, std::uint32_t c, const Cue& cue) const;

 private:
  bool has_complement_behind(std::uint32_t t) const;

  // ", and the mayor": the comma before the conjunction of a clause that is on a level with the first report.
  bool after_comma(std::uint32_t t) const;

  bool takes_that(std::uint32_t verb) const;

  static bool tells(const Cue& cue);

  bool finite(std::uint32_t c) const;
};

}  // namespace annals
