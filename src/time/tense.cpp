// The tense of the verb that governs a time expression.
//
// Newswire gives weekdays and months without a year; whether they lie behind or ahead shows in the verb alone (Mazur
// and Dale, "What's the Date? High Accuracy Interpretation of Weekday Names", COLING 2008).
#include "time/tense.h"

namespace annals {
namespace {

constexpr int kMaxClimb = 12;  // a chain of heads longer than this says nothing certain

class TenseFinder {
 public:
  explicit TenseFinder(const TimeWords& words) : words_(words), annotation_(words.annotation()) {}

  Tense at(TokenSpan span) {
    // "as early as Tuesday", "no later than March" look ahead.
    const std::uint32_t i = span.begin;
    if (i >= 3 && words_.is_any(i - 1, {"as", "than"}) && words_.is_any(i - 2, {"early", "soon", "later"})) {
      return Tense::future;
    }
    std::uint32_t token = head_of(span);
    bool through_noun = false;
    for (int climb = 0; climb < kMaxClimb; ++climb) {
      const Token& t = annotation_.tokens[token];
      if (!span.contains(token)) {
        if (is_verb(t) && (deferred(token) || plans_object(token))) return Tense::future;
        if (is_verb(t)) return through_noun ? Tense::unknown : of_verb(token, climb);
        if (t.pos != Pos::NOUN && is_planning(token)) return planned_by(token);
        if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) through_noun = through_noun || modifies(child_);
      }
      if (t.head == token) break;
      child_ = token;
      token = t.head;
    }
    return Tense::unknown;
  }

 private:
  static bool is_verb(const Token& t) { return t.pos == Pos::VERB || t.pos == Pos::AUX; }

  std::uint32_t head_of(TokenSpan span) const {
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const std::uint32_t head = annotation_.tokens[i].head;
      if (!span.contains(head) || head == i) return i;
    }
    return span.end - 1;
  }

  // Whether the child says which of the things the noun means, as in "the October slaying".
  bool modifies(std::uint32_t child) const {
    const Dep dep = annotation_.tokens[child].dep;
    return dep == Dep::compound || dep == Dep::nmod || dep == Dep::poss || dep == Dep::amod || dep == Dep::nummod ||
           dep == Dep::npadvmod;
  }

  bool is_planning(std::uint32_t token) const { return words_.lemma_is(token, TimeClass::planning); }

  // "extended the deadline until Tuesday"
  bool deferred(std::uint32_t verb) const {
    const Token& child = annotation_.tokens[child_];
    return child.dep == Dep::prep && child_ > verb && words_.is_any(child_, {"until", "till", "to", "by", "through"}) &&
           words_.lemma_is(verb, TimeClass::deferring);
  }

  // "planned a march on Saturday", "scheduled a hearing for May 4"
  bool plans_object(std::uint32_t verb) const {
    const Token& child = annotation_.tokens[child_];
    const bool object = child.dep == Dep::dobj || (child.dep == Dep::prep && words_.is(child_, "for"));
    return object && words_.lemma_is(verb, TimeClass::planning);
  }

  // "is due Friday" lies ahead, "had been due Friday" does not.
  Tense planned_by(std::uint32_t token) const {
    for (const std::uint32_t at : {token, annotation_.tokens[token].head}) {
      for (const std::uint32_t child : annotation_.children(at)) {
        if (annotation_.tokens[child].dep == Dep::aux && words_.is(child, "had")) return Tense::past;
      }
    }
    return Tense::future;
  }

  struct Auxiliaries {
    bool modal = false, could = false, have = false, past_be = false, be = false, did = false, to = false,
         passive = false;
  };

  Auxiliaries auxiliaries_of(std::uint32_t verb) const {
    Auxiliaries aux;
    for (const std::uint32_t child : annotation_.children(verb)) {
      const Token& t = annotation_.tokens[child];
      if (t.dep != Dep::aux && t.dep != Dep::auxpass) continue;
      const std::string_view lemma = annotation_.lemma(child);
      if (t.tag == Tag::MD) aux.modal = true;
      if (t.tag == Tag::MD && lemma == "could") aux.could = true;
      if (t.tag == Tag::TO) aux.to = true;
      if (lemma == "have") aux.have = true;
      if (lemma == "do" && t.tag == Tag::VBD) aux.did = true;
      if (lemma == "be") (t.tag == Tag::VBD ? aux.past_be : aux.be) = true;
      if (t.dep == Dep::auxpass) aux.passive = true;
    }
    return aux;
  }

  Tense of_verb(std::uint32_t verb, int climb) const {
    if (climb >= kMaxClimb) return Tense::unknown;
    const Token& t = annotation_.tokens[verb];
    const Auxiliaries aux = auxiliaries_of(verb);
    // "could be reached Wednesday" is as often past as not.
    if (aux.modal) return aux.have ? Tense::past : aux.could ? Tense::unknown : Tense::future;
    const bool planned = is_planning(verb);
    if (planned && t.tag == Tag::VBD && words_.schedules(verb)) return planned_by(verb);
    if (aux.have || aux.did) return Tense::past;
    switch (t.tag) {
      case Tag::VBD:
        // Taggers mistake the participle of "a vote scheduled Tuesday".
        return planned && (t.dep == Dep::acl || t.dep == Dep::relcl) ? Tense::future : Tense::past;
      case Tag::VBN:
        if (planned && (aux.passive || t.dep == Dep::acl)) return Tense::future;
        if (aux.past_be || !aux.be) return Tense::past;
        return Tense::present;
      case Tag::VBZ:
      case Tag::VBP:
        return Tense::present;
      case Tag::VBG:
        if (aux.past_be) return Tense::past;
        if (aux.be) return Tense::present;
        return above(verb, climb);
      case Tag::VB:
        if (!aux.to) return above(verb, climb);
        if (is_planning(t.head)) return planned_by(t.head);
        return infinitive_under(t.head, verb, climb);
      default:
        return Tense::unknown;
    }
  }

  // "failed to meet Friday" is past, "is to meet Friday" and "wants to meet" lie ahead.
  Tense infinitive_under(std::uint32_t head, std::uint32_t verb, int climb) const {
    if (head == verb) return Tense::future;
    if (!is_verb(annotation_.tokens[head])) return Tense::future;
    const Tense tense = of_verb(head, climb + 1);
    return tense == Tense::past ? Tense::past : Tense::future;
  }

  Tense above(std::uint32_t token, int climb) const {
    for (; climb < kMaxClimb; ++climb) {
      const std::uint32_t head = annotation_.tokens[token].head;
      if (head == token) break;
      token = head;
      if (is_verb(annotation_.tokens[token])) return of_verb(token, climb + 1);
    }
    return Tense::unknown;
  }

  const TimeWords& words_;
  const Annotation& annotation_;
  std::uint32_t child_ = 0;
};

}  // namespace

Tense governing_tense(const TimeWords& words, TokenSpan span) { return TenseFinder(words).at(span); }

}  // namespace annals
