// Contents of verbs: clauses, objects and phrases.
#include <algorithm>

#include "record/details.h"
#include "record/statement_clauses.h"

namespace annals {
namespace {

class VerbContents : public ClauseExtents {
 public:
  using ClauseExtents::ClauseExtents;

  void verb(std::uint32_t t, const Cue& cue) const {
    StatementFinding base = finding(t, cue);
    base.speaker = s_.source_of(t);
    // "It is hard to say", "it is worth noting": nobody does.
    const bool shares_subject = has_own_subject(t) || s_.token(t).dep == Dep::conj;
    if (base.speaker != kNoToken && !shares_subject && s_.a.lower(base.speaker) == "it") return;
    const Clause& clause = s_.clauses.of(t);
    if (cue.object_hears) base.addressee = clause.passive ? clause.surface_subject : clause.object;
    if (!cue.object_hears) base.addressee = hearer_behind_to(t, cue);
    if (base.addressee == base.speaker) base.addressee = kNoToken;
    std::uint32_t object = kNoToken, phrase = kNoToken, preposition = kNoToken;
    bool clausal = false;
    // Of beliefs and findings only what the story says is held or found; whoever speaks, speaks of his own not knowing.
    if (cue.kind == CueClass::show && !asserted(t)) return;
    for (const std::uint32_t c : s_.a.children(t)) {
      switch (s_.token(c).dep) {
        case Dep::ccomp:
        case Dep::xcomp:
          clausal |= complement(t, c, cue, base);
          break;
        case Dep::oprd:
          if (cue.takes_any(kTakesSmallClause | kTakesQuote) && !s_.cues.is_direction(s_.a.lower(c))) phrase = c;
          break;
        case Dep::dobj:
        case Dep::dative:
          if (s_.token(c).dep == Dep::dobj || object == kNoToken) object = c;
          break;
        case Dep::nsubjpass:
          if (base.speaker != kNoToken) object = c;
          break;
        case Dep::prep:
          // "In Lima, gunmen believed to ...": what stands first sets the scene.
          if (preposition == kNoToken && c > t && takes(cue, c)) preposition = c;
          break;
        case Dep::advcl:
          clausal |= for_clause(c, cue, base);
          break;
        default:
          break;
      }
    }
    if (clausal) return;
    if (const std::uint32_t clause = misplaced_clause(t, cue); clause != kNoToken) {
      emit(base, s_.subtree(clause), t, "clause");
      return;
    }
    // "is seen as", "was mentioned": without a source an object or a phrase is nobody's.
    if (base.speaker == kNoToken) return;
    if (object != kNoToken && cue.takes_any(kTakesPredicate) && !clausal) {
      const TokenSpan predicated = with_predicate(t, object);
      if (predicated.end > s_.token(object).right_edge + 1) {
        emit(base, predicated, t, "object with a predicate");
        return;
      }
    }
    // "accused the group of fraud": the phrase that the parser hangs on the object
    const bool of_object = object != kNoToken && object > t && !cue.object_hears && !cue.takes_any(kTakesObject) &&
                           preposition == kNoToken && phrase == kNoToken && has_phrase(object, cue);
    if (of_object) {
      emit(base, whole_object(t, object), t, "preposition");
      return;
    }
    if (phrase != kNoToken && object != kNoToken) {
      const TokenSpan from = s_.subtree(object), to = s_.subtree(phrase);
      emit(base, {std::min(from.begin, to.begin), std::max(from.end, to.end)}, t, "small clause");
    } else if (phrase != kNoToken) {
      emit(base, s_.subtree(phrase), t, "small clause");
    } else if (preposition != kNoToken) {
      prepositional(t, preposition, object, base);
    } else if (object != kNoToken && takes_object(t, object, cue)) {
      emit(base, whole_object(t, object), t, "object");
    }
  }

 private:
  // "complained to reporters that": somebody to whom it is said.
  std::uint32_t hearer_behind_to(std::uint32_t t, const Cue& cue) const {
    if (cue.kind != CueClass::say || !cue.takes_any(kTakesClause)) return kNoToken;
    for (const std::uint32_t c : s_.a.children(t)) {
      if (s_.token(c).dep != Dep::prep || s_.a.lower(c) != "to" || takes(cue, c)) continue;
      const std::uint32_t hearer = s_.clauses.child(c, Dep::pobj);
      if (hearer != kNoToken && can_act(s_.layers, hearer)) return hearer;
    }
    return kNoToken;
  }

  // "said in a letter that it rained", "reminded the judge that it rained": the parser may hang the clause on the noun
  // before it. The clause has all that it needs, so it is no relative one.
  std::uint32_t misplaced_clause(std::uint32_t t, const Cue& cue) const {
    if (!cue.takes_any(kTakesClause)) return kNoToken;
    for (const std::uint32_t c : s_.a.children(t)) {
      const Token& child = s_.token(c);
      if (c < t) continue;
      const bool hearer = child.dep == Dep::dobj && cue.object_hears;
      const std::uint32_t noun = hearer                   ? c
                                 : child.dep == Dep::prep ? s_.clauses.child(c, Dep::pobj)
                                                          : std::uint32_t{kNoToken};
      if (noun == kNoToken) continue;
      for (const std::uint32_t d : s_.a.children(noun)) {
        const Token& clause = s_.token(d);
        const bool hangs = clause.dep == Dep::relcl || clause.dep == Dep::acl;
        const Token& first = s_.token(clause.left_edge);
        const bool that = s_.a.lower(clause.left_edge) == "that" && first.dep == Dep::mark && first.head == d;
        if (hangs && that && has_own_subject(d)) return d;
      }
    }
    return kNoToken;
  }

  // The object of a word of saying; of one of judgement where the story says that it is passed, and not of voters
  // "supporting the mayor", who are described by it. What stands in quotation marks is said by whoever found it.
  bool takes_object(std::uint32_t t, std::uint32_t object, const Cue& cue) const {
    if (s_.token(object).pos == Pos::PRON) return false;
    if (s_.spoken(object) && cue.takes_any(kTakesQuote | kTakesClause)) return true;
    if (!cue.takes_any(kTakesObject) || cue.object_hears) return false;
    if (cue.kind == CueClass::say || cue.kind == CueClass::ask) return true;
    return asserted(t) && !(s_.token(t).dep == Dep::acl && s_.token(t).tag == Tag::VBG);
  }

  // "proposed a fund to help farmers": the parser may hang the purpose on the verb. "reaffirmed their support, adding
  // ...": what follows a comma as a participle is the verb's.
  TokenSpan whole_object(std::uint32_t t, std::uint32_t object) const {
    TokenSpan content = s_.subtree(object);
    for (const std::uint32_t c : s_.a.children(object)) {
      if (s_.token(c).dep == Dep::acl && s_.token(c).tag == Tag::VBG && s_.a.text(s_.token(c).left_edge - 1) == ",") {
        content.end = std::min(content.end, s_.token(c).left_edge - 1);
      }
    }
    for (const std::uint32_t c : s_.a.children(t)) {
      const Dep dep = s_.token(c).dep;
      if (s_.token(c).left_edge != content.end || (dep != Dep::advcl && dep != Dep::xcomp)) continue;
      if (has_to(c) && !has_own_subject(c)) content.end = s_.token(c).right_edge + 1;
    }
    return content;
  }

  // "showed Dal in third place", "put the toll at 40", "showed a guard beating him": the object with what is said of
  // it.
  TokenSpan with_predicate(std::uint32_t t, std::uint32_t object) const {
    TokenSpan content = s_.subtree(object);
    for (const std::uint32_t c : s_.a.children(t)) {
      const Token& next = s_.token(c);
      if (next.left_edge != content.end) continue;
      const bool participle = (next.dep == Dep::ccomp || next.dep == Dep::xcomp || next.dep == Dep::advcl) &&
                              (next.tag == Tag::VBG || next.tag == Tag::VBN) && !has_own_subject(c);
      if (next.dep == Dep::prep || next.dep == Dep::oprd || participle) content.end = next.right_edge + 1;
    }
    return content;
  }

  void prepositional(std::uint32_t t, std::uint32_t preposition, std::uint32_t object, StatementFinding base) const {
    const std::uint32_t inner = first_object(preposition);
    if (inner == kNoToken || (s_.token(inner).pos == Pos::PRON && s_.subtree(inner).size() == 1)) return;
    TokenSpan content = s_.subtree(inner);
    const bool as = s_.a.lower(preposition) == "as";
    // "blamed the mayor for the delay", "accused the guards of theft"
    const bool judged = object != kNoToken && object > t && object < preposition && !base.entry->object_hears;
    if (judged || (as && object != kNoToken))
      content = {std::min(s_.subtree(object).begin, content.begin), content.end};
    // "referred to the vote as a farce", "called on the army to withdraw"
    for (const std::uint32_t c : s_.a.children(t)) {
      if (as || s_.token(c).left_edge != content.end) continue;
      const Dep dep = s_.token(c).dep;
      const bool predicate = dep == Dep::prep && s_.a.lower(c) == "as";
      const bool task = (dep == Dep::xcomp || dep == Dep::advcl || dep == Dep::ccomp) && has_to(c);
      if (predicate || task) content.end = s_.token(c).right_edge + 1;
    }
    // "put the toll at 40", not "put guards at the gate"
    if (base.entry->kind == CueClass::show && !holds_number(content)) return;
    if (preposition == base.cue.end) base.cue.end = preposition + 1;
    emit(base, content, t, as ? "as" : "preposition");
  }

  bool has_phrase(std::uint32_t object, const Cue& cue) const {
    for (const std::uint32_t c : s_.a.children(object)) {
      if (c > object && s_.token(c).dep == Dep::prep && takes(cue, c)) return true;
    }
    return false;
  }

  bool holds_number(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (s_.token(t).pos == Pos::NUM) return true;
    }
    return false;
  }

  // A clause as the verb's complement. True if it was content.
  bool complement(std::uint32_t t, std::uint32_t c, const Cue& cue, const StatementFinding& base) const {
    const Token& inner = s_.token(c);
    const bool verbal = inner.pos == Pos::VERB || inner.pos == Pos::AUX;
    if (verbal && has_to(c)) {
      if (!cue.takes_any(kTakesInfinitive)) return false;
      const TokenSpan clause = with_controller(t, c);
      if (!clause.empty()) emit(base, clause, t, "infinitive with a subject");
      return !clause.empty();
    }
    if (verbal && inner.tag == Tag::VBG && !s_.clauses.has_child(c, Dep::aux) && !has_own_subject(c)) {
      if (!cue.takes_any(kTakesGerund) && !(quoted(c) && cue.takes_any(kTakesQuote))) return false;
      emit(base, s_.subtree(c), t, "gerund");
      return true;
    }
    const bool finite = cue.takes_any(kTakesClause) || (cue.takes_any(kTakesQuote) && (quoted(c) || c < t));
    if (inner.dep == Dep::ccomp && finite) {
      if (c < t && parted_by_mark(c, t)) return false;
      if (c > t && closing_content(c) != kNoToken) {
        emit(base, s_.subtree(closing_content(c)), t, "clause");
        return true;
      }
      if (c < t && closing_content(t) == c && s_.token(t).dep == Dep::ccomp && s_.token(t).head < c) {
        emit(base, {s_.sentence(t).begin, s_.token(c).right_edge + 1}, t, "clause");
        return true;
      }
      emit(base, up_to_next_cue(t, c, with_backshift(t, with_adverbial(t, with_stray_subject(t, c, cue)))), t,
           "clause");
      return true;
    }
    if (cue.takes_any(kTakesSmallClause)) {
      emit(base, s_.subtree(c), t, "small clause");
      return true;
    }
    if (quoted(c) && cue.takes_any(kTakesQuote)) {
      emit(base, s_.subtree(c), t, "clause");
      return true;
    }
    return false;
  }

  // "called for the guards to leave": the infinitive with its subject behind "for".
  bool for_clause(std::uint32_t c, const Cue& cue, const StatementFinding& base) const {
    if (std::find(cue.prepositions.begin(), cue.prepositions.end(), "for") == cue.prepositions.end()) return false;
    if (!has_to(c) || !has_own_subject(c)) return false;
    const TokenSpan clause = s_.subtree(c);
    if (s_.a.lower(clause.begin) != "for") return false;
    emit(base, {clause.begin + 1, clause.end}, c, "for with an infinitive");
    return true;
  }
};

}  // namespace

void find_verb_contents(const StatementSearch& search, std::uint32_t t, const Cue& cue) {
  VerbContents(search).verb(t, cue);
}

}  // namespace annals
