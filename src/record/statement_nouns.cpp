// Contents of nouns and adjectives: clauses and phrases.
#include <algorithm>

#include "record/statement_governed.h"

namespace annals {
namespace {

class NounContents : public GovernedContents {
 public:
  using GovernedContents::GovernedContents;

  void noun(std::uint32_t t, const Cue& cue) const {
    StatementFinding base = finding(t, cue);
    base.speaker = source_of_noun(t, base.cue);
    for (const std::uint32_t c : s_.a.children(t)) {
      const Dep dep = s_.token(c).dep;
      if (c < t) continue;
      if ((dep == Dep::acl || dep == Dep::ccomp || dep == Dep::relcl) && cue.takes_any(kTakesClause) &&
          that_clause(c)) {
        emit(base, s_.subtree(c), t, "noun with a clause");
        return;
      }
      if (dep == Dep::acl && cue.takes_any(kTakesInfinitive) && has_to(c) && base.speaker != kNoToken) {
        if (has_own_subject(c)) emit(base, s_.subtree(c), t, "noun with an infinitive");
        return;
      }
      if (dep == Dep::prep && takes(cue, c) && base.speaker != kNoToken && is_told(t, cue)) {
        const std::uint32_t inner = first_object(c);
        if (inner == kNoToken || inner == base.speaker) continue;
        if (c == base.cue.end) base.cue.end = c + 1;
        emit(base, s_.subtree(inner), t, "noun with a preposition");
        return;
      }
    }
    // "expressed hope the fight will end": the parser hangs the clause on the verb.
    const Token& noun = s_.token(t);
    if (noun.dep != Dep::dobj || noun.head == t || !cue.takes_any(kTakesClause)) return;
    for (const std::uint32_t c : s_.a.children(noun.head)) {
      if (c > t && s_.token(c).dep == Dep::ccomp && !has_to(c) && !takes_clause(noun.head)) {
        emit(base, s_.subtree(c), t, "noun with a clause");
      }
    }
  }

  void adjective(std::uint32_t t, const Cue& cue) const {
    const Token& adjective = s_.token(t);
    const Token& verb = s_.token(adjective.head);
    if (adjective.dep != Dep::acomp && adjective.dep != Dep::oprd) return;
    if (verb.pos != Pos::AUX && verb.pos != Pos::VERB) return;
    StatementFinding base = finding(t, cue);
    base.speaker = s_.source_of(adjective.head);
    if (base.speaker == kNoToken || s_.a.lower(base.speaker) == "it") return;
    if (adjective.head < t && t - adjective.head < 4) base.cue.begin = adjective.head;
    for (const std::uint32_t c : s_.a.children(t)) {
      if (c < t) continue;
      if (s_.token(c).dep == Dep::ccomp && cue.takes_any(kTakesClause) && !has_to(c)) {
        emit(base, s_.subtree(c), t, "adjective with a clause");
        return;
      }
      if (s_.token(c).dep == Dep::prep && takes(cue, c) && first_object(c) != kNoToken) {
        base.cue.end = std::max(base.cue.end, c + 1);
        emit(base, s_.subtree(first_object(c)), t, "adjective with a preposition");
        return;
      }
    }
  }

 private:
  // Words are told by whoever has them ("his criticism of the plan"); what somebody feels about something only where a
  // verb says so ("voiced doubts about the plan").
  bool is_told(std::uint32_t t, const Cue& cue) const {
    if (cue.kind == CueClass::say || cue.kind == CueClass::ask) return true;
    const Token& noun = s_.token(t);
    return noun.dep == Dep::dobj && s_.cues.is_light(s_.a.lemma(noun.head));
  }

  bool takes_clause(std::uint32_t verb) const {
    const Cue* cue = s_.cue_at(verb);
    return cue != nullptr && cue->takes_any(kTakesClause);
  }

  bool that_clause(std::uint32_t c) const {
    const Token& inner = s_.token(c);
    if (inner.pos != Pos::VERB && inner.pos != Pos::AUX) return false;
    if (has_to(c) || (!has_own_subject(c) && !s_.clauses.has_child(c, Dep::expl))) return false;
    if (inner.dep != Dep::relcl) return true;
    // "the claim that he left" may be read as a relative clause; then "that" is no part of it.
    for (const std::uint32_t d : s_.a.children(c)) {
      if (s_.a.lower(d) == "that" && s_.token(d).dep == Dep::mark) return true;
    }
    return false;
  }

  // The possessor ("Iran's claim"), "by" or "of" or "from" ("a warning by Iran"), or the subject of the verb that the
  // noun is the object of ("made the claim"), which belongs to the cue.
  std::uint32_t source_of_noun(std::uint32_t t, TokenSpan& cue) const {
    const std::uint32_t owner = s_.clauses.child(t, Dep::poss);
    if (owner != kNoToken) return owner;
    for (const std::uint32_t c : s_.a.children(t)) {
      if (s_.token(c).dep != Dep::prep) continue;
      const std::string_view word = s_.a.lower(c);
      if (word == "by" || word == "from") return s_.clauses.child(c, Dep::pobj);
    }
    const Token& noun = s_.token(t);
    if (noun.head == t || s_.token(noun.head).pos != Pos::VERB) return kNoToken;
    if (noun.dep == Dep::dobj && noun.head < t) {
      if (t - noun.head < 6) cue.begin = noun.head;
      return s_.source_of(noun.head);
    }
    return noun.dep == Dep::nsubjpass ? s_.source_of(noun.head) : kNoToken;
  }
};

}  // namespace

void find_noun_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue) {
  NounContents(search).noun(t, cue);
}

void find_adjective_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue) {
  NounContents(search).adjective(t, cue);
}

}  // namespace annals
