// Contents of verbs: clauses, objects and phrases.
#include <algorithm>

#include "record/statement_governed.h"

namespace annals {
namespace {

class VerbContents : public GovernedContents {
 public:
  using GovernedContents::GovernedContents;

  void verb(std::uint32_t t, const Cue& cue) const {
    StatementFinding base = finding(t, cue);
    base.speaker = s_.source_of(t);
    // "It is hard to say", "it is worth noting": nobody does.
    if (base.speaker != kNoToken && !has_own_subject(t) && s_.a.lower(base.speaker) == "it") return;
    const Clause& clause = s_.clauses.of(t);
    if (cue.object_hears) base.addressee = clause.passive ? clause.surface_subject : clause.object;
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
    // "is seen as", "was mentioned": without a source an object or a phrase is nobody's.
    if (base.speaker == kNoToken) return;
    if (phrase != kNoToken && object != kNoToken) {
      const TokenSpan from = s_.subtree(object), to = s_.subtree(phrase);
      emit(base, {std::min(from.begin, to.begin), std::max(from.end, to.end)}, t, "small clause");
    } else if (phrase != kNoToken) {
      emit(base, s_.subtree(phrase), t, "small clause");
    } else if (preposition != kNoToken) {
      prepositional(t, preposition, object, base);
    } else if (object != kNoToken && cue.takes_any(kTakesObject) && (!cue.object_hears || quoted(object)) &&
               s_.token(object).pos != Pos::PRON &&
               (cue.kind == CueClass::say || cue.kind == CueClass::ask || asserted(t))) {
      emit(base, s_.subtree(object), t, "object");
    }
  }

 private:
  void prepositional(std::uint32_t t, std::uint32_t preposition, std::uint32_t object, StatementFinding base) const {
    const std::uint32_t inner = first_object(preposition);
    if (inner == kNoToken) return;
    TokenSpan content = s_.subtree(inner);
    const bool as = s_.a.lower(preposition) == "as";
    if (as && object != kNoToken) content = {std::min(s_.subtree(object).begin, content.begin), content.end};
    // "referred to the vote as a farce", "called on the army to withdraw"
    for (const std::uint32_t c : s_.a.children(t)) {
      if (as || s_.token(c).left_edge != content.end) continue;
      const Dep dep = s_.token(c).dep;
      const bool predicate = dep == Dep::prep && s_.a.lower(c) == "as";
      const bool task = (dep == Dep::xcomp || dep == Dep::advcl || dep == Dep::ccomp) && has_to(c);
      if (predicate || task) content.end = s_.token(c).right_edge + 1;
    }
    if (preposition == base.cue.end) base.cue.end = preposition + 1;
    emit(base, content, t, as ? "as" : "preposition");
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
      emit(base, up_to_next_cue(t, c, with_adverbial(t, with_stray_subject(t, c))), t, "clause");
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

  // "wants them to leave", "urged both sides to talk", "called on the army to withdraw": the infinitive with those who
  // are to do it. Empty for a bare infinitive.
  TokenSpan with_controller(std::uint32_t t, std::uint32_t c) const {
    TokenSpan clause = s_.subtree(c);
    if (has_own_subject(c)) return clause;
    std::uint32_t object = s_.clauses.of(t).object;
    const std::uint32_t on = s_.clauses.child(t, Dep::prep);
    if (object == kNoToken && on != kNoToken && s_.a.lower(on) == "on") object = s_.clauses.child(on, Dep::pobj);
    if (object == kNoToken || object < t || object > c) return {};
    clause.begin = std::min(clause.begin, s_.token(object).left_edge);
    return clause;
  }

  // "said he was ill because he had eaten": a reason or condition right behind the clause is said as well, though the
  // parser may hang it on the verb of saying.
  TokenSpan with_adverbial(std::uint32_t t, TokenSpan clause) const {
    for (const std::uint32_t c : s_.a.children(t)) {
      if (s_.token(c).dep != Dep::advcl || s_.token(c).left_edge != clause.end) continue;
      if (s_.token(s_.token(c).left_edge).dep == Dep::mark) clause.end = s_.token(c).right_edge + 1;
    }
    return clause;
  }

  // "The minister said that it rained, the agency reported": the parser may hang the last clause on the first verb.
  // What stands before the comma is the content of both; this gives the clause inside, or kNoToken.
  std::uint32_t closing_content(std::uint32_t c) const {
    const Cue* cue = s_.token(c).pos == Pos::VERB ? s_.cue_at(c) : nullptr;
    if (cue == nullptr || cue->kind != CueClass::say) return kNoToken;
    const std::uint32_t inner = s_.clauses.child(c, Dep::ccomp), subject = s_.clauses.child(c, Dep::nsubj);
    return inner != kNoToken && inner < c && subject != kNoToken && subject > inner ? inner : kNoToken;
  }

  // Of two main clauses on the sides of a semicolon the parser makes one the complement of the other; so it does at a
  // colon, but then the verb has its true complement behind it ("The race is close: few say they will vote").
  bool parted_by_mark(std::uint32_t c, std::uint32_t t) const {
    for (std::uint32_t i = s_.token(c).right_edge; i < t; ++i) {
      if (s_.a.text(i) == ";" || (s_.a.text(i) == ":" && has_complement_behind(t))) return true;
    }
    return false;
  }

  bool has_complement_behind(std::uint32_t t) const {
    for (const std::uint32_t c : s_.a.children(t)) {
      if (c > t && s_.token(c).dep == Dep::ccomp) return true;
    }
    return false;
  }

  // "said he was ill and criticised the court", "some said it rained, while others said it did not": where the parser
  // hangs a second report on the first one's content, the content ends before it.
  TokenSpan up_to_next_cue(std::uint32_t t, std::uint32_t c, TokenSpan clause) const {
    if (c < t) return clause;
    for (const std::uint32_t d : s_.a.children(c)) {
      const Token& next = s_.token(d);
      if (d < c || next.pos != Pos::VERB || next.tag != s_.token(t).tag || s_.cue_at(d) == nullptr) continue;
      const bool same_source = next.dep == Dep::conj && !has_own_subject(d);
      const bool contrast = next.dep == Dep::advcl && s_.a.lower(next.left_edge) == "while";
      if (!same_source && !contrast) continue;
      std::uint32_t end = contrast ? next.left_edge : d;
      while (end > clause.begin && (s_.token(end - 1).dep == Dep::cc || s_.token(end - 1).is(kIsPunct) ||
                                    s_.token(end - 1).dep == Dep::advmod)) {
        --end;
      }
      clause.end = std::min(clause.end, end);
    }
    return clause;
  }

  // "admitted his efforts were in vain": the parser takes the clause's subject for the verb's object.
  TokenSpan with_stray_subject(std::uint32_t t, std::uint32_t c) const {
    TokenSpan clause = s_.subtree(c);
    const std::uint32_t object = s_.clauses.child(t, Dep::dobj);
    const bool finite = s_.token(c).tag == Tag::VBD || s_.token(c).tag == Tag::VBZ || s_.token(c).tag == Tag::VBP;
    if (object == kNoToken || has_own_subject(c) || !finite) return clause;
    if (object > t && s_.token(object).right_edge + 1 == clause.begin) clause.begin = s_.token(object).left_edge;
    return clause;
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
