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

  // "showed Dal in third place", "put the toll at 40", "showed a guard beating him": the object with what is said of it.
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
    if (judged || (as && object != kNoToken)) content = {std::min(s_.subtree(object).begin, content.begin), content.end};
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
      emit(base, up_to_next_cue(t, c, with_backshift(t, with_adverbial(t, with_stray_subject(t, c, cue)))), t, "clause");
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

  // "said it was ready and would help": a modal in the past without a subject goes on with what was said, though the
  // parser hangs it on the verb of saying.
  TokenSpan with_backshift(std::uint32_t t, TokenSpan clause) const {
    if (s_.token(t).tag != Tag::VBD) return clause;
    for (const std::uint32_t c : s_.a.children(t)) {
      const Token& next = s_.token(c);
      if (next.dep != Dep::conj || c < clause.end || has_own_subject(c) || next.left_edge > clause.end + 3) continue;
      for (const std::uint32_t d : s_.a.children(c)) {
        if (s_.token(d).tag == Tag::MD) clause.end = std::max(clause.end, next.right_edge + 1);
      }
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

  // "said he was ill and criticised the court", "some said it rained, while others said it did not", "the mayor said it
  // rained and the guards said it did not": where the parser hangs a second report on the first one's content, the
  // content ends before it. What somebody goes on to believe or want is still what is said.
  TokenSpan up_to_next_cue(std::uint32_t t, std::uint32_t c, TokenSpan clause) const {
    if (c < t) return clause;
    for (std::uint32_t d = c + 1; d < clause.end; ++d) {
      const Token& next = s_.token(d);
      if (next.pos != Pos::VERB) continue;
      const bool alike = next.tag == s_.token(t).tag, own_subject = has_own_subject(d);
      const bool same_source = alike && next.dep == Dep::conj && next.head == c && !own_subject;
      const bool second_report = (alike || after_comma(next.left_edge)) && next.dep == Dep::conj && own_subject &&
                                 s_.token(next.head).pos != Pos::NOUN;
      const bool contrast = alike && next.dep == Dep::advcl && s_.a.lower(next.left_edge) == "while";
      if (!same_source && !second_report && !contrast) continue;
      const Cue* cue = s_.cue_at(d);
      if (cue == nullptr || !(tells(*cue) || (cue->takes_any(kTakesClause) && takes_that(d)))) continue;
      std::uint32_t end = contrast || second_report ? next.left_edge : d;
      while (end > clause.begin && (s_.token(end - 1).dep == Dep::cc || s_.token(end - 1).is(kIsPunct) ||
                                    s_.token(end - 1).dep == Dep::advmod)) {
        --end;
      }
      if (end > c) clause.end = std::min(clause.end, end);
    }
    return clause;
  }

  // ", and the mayor": the comma before the conjunction of a clause that is on a level with the first report.
  bool after_comma(std::uint32_t t) const {
    return t >= 2 && s_.token(t - 1).dep == Dep::cc && s_.a.text(t - 2) == ",";
  }

  bool takes_that(std::uint32_t verb) const {
    return verb + 1 < s_.a.tokens.size() && s_.a.lower(verb + 1) == "that" && s_.token(verb + 1).dep == Dep::mark;
  }

  static bool tells(const Cue& cue) {
    return cue.kind == CueClass::say || cue.kind == CueClass::ask || cue.kind == CueClass::judge;
  }

  bool finite(std::uint32_t c) const {
    const auto inflected = [](Tag tag) {
      return tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD;
    };
    if (inflected(s_.token(c).tag)) return true;
    for (const std::uint32_t d : s_.a.children(c)) {
      const Dep dep = s_.token(d).dep;
      if ((dep == Dep::aux || dep == Dep::auxpass) && inflected(s_.token(d).tag)) return true;
    }
    return false;
  }

  // "admitted his efforts were in vain": the parser takes the clause's subject for the verb's object, or for a clause
  // of its own ("argued that dropping the plan was wise").
  TokenSpan with_stray_subject(std::uint32_t t, std::uint32_t c, const Cue& cue) const {
    TokenSpan clause = s_.subtree(c);
    if (c < t || has_own_subject(c) || s_.clauses.has_child(c, Dep::csubj) || s_.clauses.has_child(c, Dep::expl) ||
        !finite(c)) {
      return clause;
    }
    for (const std::uint32_t d : s_.a.children(t)) {
      const Dep dep = s_.token(d).dep;
      if (d <= t || d >= c) continue;
      const bool noun = dep == Dep::dobj || dep == Dep::dative;
      const bool gerund = (dep == Dep::ccomp || dep == Dep::xcomp) && s_.token(d).tag == Tag::VBG;
      if ((noun && !cue.object_hears) || gerund) clause.begin = std::min(clause.begin, s_.token(d).left_edge);
    }
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
