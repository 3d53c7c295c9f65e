// Contents that the dependency tree hangs on their cue: clauses, objects and phrases of verbs, nouns and adjectives.
#include <algorithm>

#include "record/statement_search.h"

namespace annals {
namespace {

class GovernedSearch {
 public:
  explicit GovernedSearch(const StatementSearch& search) : s_(search) {}

  void run() const {
    for (std::uint32_t t = 0; t < s_.a.tokens.size(); ++t) {
      const Cue* cue = s_.cue_at(t);
      if (cue == nullptr || s_.spoken(t)) continue;
      switch (s_.token(t).pos) {
        case Pos::VERB:
          verb(t, *cue);
          break;
        case Pos::NOUN:
          noun(t, *cue);
          break;
        default:
          adjective(t, *cue);
      }
    }
  }

 private:
  bool has_to(std::uint32_t t) const {
    for (const std::uint32_t c : s_.a.children(t)) {
      if (s_.token(c).tag == Tag::TO) return true;
    }
    return false;
  }
  bool has_own_subject(std::uint32_t t) const {
    return s_.clauses.has_child(t, Dep::nsubj) || s_.clauses.has_child(t, Dep::nsubjpass);
  }

  StatementFinding finding(std::uint32_t t, const Cue& cue, TokenSpan content, std::string_view rule) const {
    StatementFinding f;
    f.content = content;
    f.cue = s_.cue_words(t);
    f.entry = &cue;
    f.rule = rule;
    return f;
  }

  void verb(std::uint32_t t, const Cue& cue) const {
    StatementFinding base = finding(t, cue, {}, {});
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
          if (cue.takes_any(kTakesSmallClause | kTakesQuote)) phrase = c;
          break;
        case Dep::dobj:
        case Dep::dative:
          if (s_.token(c).dep == Dep::dobj || object == kNoToken) object = c;
          break;
        case Dep::nsubjpass:
          if (base.speaker != kNoToken) object = c;
          break;
        case Dep::prep:
          if (preposition == kNoToken && takes(cue, c)) preposition = c;
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

  // The story says that it was said: no modal, negation or infinitive. What somebody may praise some day is no
  // statement.
  bool asserted(std::uint32_t t) const {
    for (const std::uint32_t c : s_.a.children(t)) {
      const Token& child = s_.token(c);
      if (child.dep == Dep::neg || child.tag == Tag::MD || child.tag == Tag::TO) return false;
    }
    return s_.token(t).tag != Tag::VB;
  }

  bool quoted(std::uint32_t t) const { return s_.quotation_at(t) != nullptr; }

  bool takes(const Cue& cue, std::uint32_t preposition) const {
    const std::string_view word = s_.a.lower(preposition);
    if (word == "as") return cue.takes_any(kTakesAs);
    return std::find(cue.prepositions.begin(), cue.prepositions.end(), word) != cue.prepositions.end();
  }

  void prepositional(std::uint32_t t, std::uint32_t preposition, std::uint32_t object, StatementFinding base) const {
    const std::uint32_t inner = first_object(preposition);
    if (inner == kNoToken) return;
    TokenSpan content = s_.subtree(inner);
    const bool as = s_.a.lower(preposition) == "as";
    if (as && object != kNoToken) content = {std::min(s_.subtree(object).begin, content.begin), content.end};
    if (preposition == base.cue.end) base.cue.end = preposition + 1;
    emit(base, content, t, as ? "as" : "preposition");
  }

  std::uint32_t first_object(std::uint32_t preposition) const {
    const std::uint32_t noun = s_.clauses.child(preposition, Dep::pobj);
    return noun != kNoToken ? noun : s_.clauses.child(preposition, Dep::pcomp);
  }

  // A clause as the verb's complement. True if it was content.
  bool complement(std::uint32_t t, std::uint32_t c, const Cue& cue, const StatementFinding& base) const {
    const Token& inner = s_.token(c);
    const bool verbal = inner.pos == Pos::VERB || inner.pos == Pos::AUX;
    if (verbal && has_to(c)) {
      if (!has_own_subject(c) || !cue.takes_any(kTakesInfinitive)) return false;
      emit(base, s_.subtree(c), t, "infinitive with a subject");
      return true;
    }
    if (verbal && inner.tag == Tag::VBG && !s_.clauses.has_child(c, Dep::aux) && !has_own_subject(c)) {
      if (!cue.takes_any(kTakesGerund) && !(quoted(c) && cue.takes_any(kTakesQuote))) return false;
      emit(base, s_.subtree(c), t, "gerund");
      return true;
    }
    const bool finite = cue.takes_any(kTakesClause) || (cue.takes_any(kTakesQuote) && (quoted(c) || c < t));
    if (inner.dep == Dep::ccomp && finite) {
      if (c < t && parted_by_semicolon(c, t)) return false;
      if (c > t && closing_content(c) != kNoToken) {
        emit(base, s_.subtree(closing_content(c)), t, "clause");
        return true;
      }
      if (c < t && closing_content(t) == c && s_.token(t).dep == Dep::ccomp && s_.token(t).head < c) {
        emit(base, {s_.sentence(t).begin, s_.token(c).right_edge + 1}, t, "clause");
        return true;
      }
      emit(base, up_to_next_cue(t, c, with_stray_subject(t, c)), t, "clause");
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

  // "The minister said that it rained, the agency reported": the parser may hang the last clause on the first verb.
  // What stands before the comma is the content of both; this gives the clause inside, or kNoToken.
  std::uint32_t closing_content(std::uint32_t c) const {
    const Cue* cue = s_.token(c).pos == Pos::VERB ? s_.cue_at(c) : nullptr;
    if (cue == nullptr || cue->kind != CueClass::say) return kNoToken;
    const std::uint32_t inner = s_.clauses.child(c, Dep::ccomp), subject = s_.clauses.child(c, Dep::nsubj);
    return inner != kNoToken && inner < c && subject != kNoToken && subject > inner ? inner : kNoToken;
  }

  // Of two main clauses on the sides of a semicolon the parser makes one the complement of the other.
  bool parted_by_semicolon(std::uint32_t c, std::uint32_t t) const {
    for (std::uint32_t i = s_.token(c).right_edge; i < t; ++i) {
      if (s_.a.text(i) == ";") return true;
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

  void noun(std::uint32_t t, const Cue& cue) const {
    StatementFinding base = finding(t, cue, {}, {});
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
      if (dep == Dep::prep && takes(cue, c) && base.speaker != kNoToken) {
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

  void adjective(std::uint32_t t, const Cue& cue) const {
    const Token& adjective = s_.token(t);
    const Token& verb = s_.token(adjective.head);
    if (adjective.dep != Dep::acomp && adjective.dep != Dep::oprd) return;
    if (verb.pos != Pos::AUX && verb.pos != Pos::VERB) return;
    StatementFinding base = finding(t, cue, {}, {});
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

  // Puts the content in, cut to the paragraph and widened to what the cue leaves to it.
  void emit(StatementFinding f, TokenSpan content, std::uint32_t t, std::string_view rule) const {
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

  // Content that runs on both sides of its cue keeps the whole; a cue at its edge is cut off.
  TokenSpan around(TokenSpan content, const StatementFinding& f) const {
    const std::uint32_t from =
        f.speaker == kNoToken ? f.cue.begin : std::min(f.cue.begin, s_.token(f.speaker).left_edge);
    if (s_.trimmed({content.begin, from}).size() <= 1) return {f.cue.end, content.end};
    return content;
  }

  // Content before its cue begins with the sentence: what stands in front of it ("But", "On Friday") is said as well.
  TokenSpan lead(TokenSpan content, const StatementFinding& f, TokenSpan sentence) const {
    const std::uint32_t t = f.cue.begin;
    if (f.speaker != kNoToken && f.speaker < content.begin) return content;
    if (s_.token(t).head != t || content.begin <= sentence.begin) return content;
    return {sentence.begin, content.end};
  }

  // A quotation may run into the cue where the parser erred; then the narrower span stands.
  TokenSpan clear_of_cue(TokenSpan wide, TokenSpan narrow, const StatementFinding& f) const {
    if (narrow.contains(f.cue.begin)) return wide;
    if (wide.contains(f.cue.begin) ||
        (f.speaker != kNoToken && !narrow.contains(f.speaker) && wide.contains(f.speaker)))
      return narrow;
    return wide;
  }

  const StatementSearch& s_;
};

}  // namespace

void find_governed(const StatementSearch& search) { GovernedSearch(search).run(); }

}  // namespace annals
