// What a negotiation is about, and what is in its way.
#include <algorithm>

#include "record/talks_search.h"

namespace annals {

// What is negotiated: "talks on hostages", "peace talks", the truce that efforts aim at.
std::string TalksSearch::subject(std::uint32_t n, TalksNoun kind, std::uint32_t aim, std::uint32_t stop) const {
  if (aim != kNoToken) return phrase_text(layers_, token(aim).left_edge, aim);
  static constexpr std::string_view kAbout[] = {"on", "about", "over", "regarding", "concerning", "for"};
  for (const std::string_view p : kAbout) {
    std::vector<std::uint32_t> objects;
    clauses_.prepositional(n, p, objects);
    for (const std::uint32_t o : objects) {
      if (!in_time(layers_, o)) return phrase_text_until(layers_, o, stop > o ? stop : o + 1);
    }
  }
  if (const std::uint32_t verb = clauses_.infinitive(n); verb != kNoToken && verb > n)
    return clipped_text(layers_, token(verb).left_edge, token(verb).right_edge + 1);
  std::string modifiers;
  for (const std::uint32_t c : annotation_.children(n)) {
    const Token& t = token(c);
    if (c > n || (t.dep != Dep::compound && t.dep != Dep::amod && t.dep != Dep::nmod)) continue;
    if (layers_.actors.at(c) != nullptr || in_time(layers_, c) || words_.adjective(lower(c)) != nullptr) continue;
    if (t.dep == Dep::amod && t.tag != Tag::JJ) continue;
    modifiers = std::string(annotation_.text(c));
  }
  if (kind == TalksNoun::talk || modifiers.empty()) {
    if (!modifiers.empty()) return modifiers;
  }
  return kind == TalksNoun::deal ? phrase_text(layers_, token(n).left_edge, n) : std::string();
}

// "stalled over the length of the pause", "because of disagreements".
std::string TalksSearch::obstacle(std::uint32_t governor) const {
  for (const std::uint32_t c : annotation_.children(governor)) {
    const Token& t = token(c);
    if (c < governor || (t.dep != Dep::prep && t.dep != Dep::acomp)) continue;
    if (!words_.is(TalksWord::obstacle, lower(c))) continue;
    std::uint32_t object = clauses_.child(c, Dep::pobj);
    if (const std::uint32_t clause = clauses_.child(c, Dep::pcomp);
        clause != kNoToken && is_verb(clause)) {  // "over who would guard it"
      return clipped_text(layers_, token(clause).left_edge, token(clause).right_edge + 1);
    }
    for (const std::uint32_t inner : annotation_.children(c)) {  // "because of", "due to"
      if (object == kNoToken && token(inner).dep == Dep::prep) object = clauses_.child(inner, Dep::pobj);
    }
    if (object == kNoToken || in_time(layers_, object)) continue;
    return phrase_text_with_article(object);
  }
  for (const std::uint32_t c : annotation_.children(governor)) {  // "remain stuck over"
    if (c > governor && (token(c).dep == Dep::acomp || token(c).dep == Dep::oprd || token(c).dep == Dep::xcomp)) {
      if (std::string inner = obstacle(c); !inner.empty()) return inner;
    }
  }
  const std::string doer = doer_in_the_way(governor);
  return doer.empty() ? reason_clause(governor) : doer;
}

// "collapsed because Hamas refused to", "after the rebels walked out".
std::string TalksSearch::reason_clause(std::uint32_t governor) const {
  for (const std::uint32_t c : annotation_.children(governor)) {
    if (token(c).dep != Dep::advcl || c < governor) continue;
    const std::uint32_t mark = clauses_.child(c, Dep::mark);
    if (mark == kNoToken || mark > c || !words_.is(TalksWord::reason, lower(mark))) continue;
    return clipped_text(layers_, mark + 1, token(c).right_edge + 1);
  }
  return {};
}

// "has been delayed by a dispute", "a row over oil has blocked the deal": what stands in the way and is nobody.
std::string TalksSearch::doer_in_the_way(std::uint32_t governor) const {
  if (!is_verb(governor)) return {};
  const Clause& clause = clauses_.of(governor);
  if (clause.object == kNoToken || clause.subject == kNoToken || clause.subject == clause.object) return {};
  if (layers_.actors.at(clause.subject) != nullptr || token(clause.subject).pos != Pos::NOUN) return {};
  return phrase_text_with_article(clause.subject);
}

std::string TalksSearch::phrase_text_with_article(std::uint32_t noun) const {
  const std::uint32_t begin = token(noun).left_edge;
  std::uint32_t end = std::min(token(noun).right_edge + 1, begin + 20);
  for (std::uint32_t i = noun; i < end; ++i) {
    if (token(i).is(kIsSpace) || lower(i) == "," || lower(i) == "\"") end = i;
  }
  return std::string(annotation_.text(TokenSpan{begin, end}));
}

// "considerable gaps remain before the talks".
void TalksSearch::add_gap(std::uint32_t n, Talks& talks) const {
  const TokenSpan sentence = annotation_.sentences[token(n).sentence];
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (token(i).pos != Pos::NOUN || !words_.is(TalksWord::gap, lemma(i)) || token(i).dep != Dep::nsubj) continue;
    const std::uint32_t verb = token(i).head;
    if (lemma(verb) != "remain" && lemma(verb) != "persist") continue;
    std::uint32_t end = verb + 1;
    for (const std::uint32_t governor : {i, verb}) {
      for (const std::uint32_t c : annotation_.children(governor)) {
        if (lower(c) != "between" || clauses_.child(c, Dep::pobj) == kNoToken) continue;
        end = std::max(end, token(c).right_edge + 1);
        if (talks.parties.empty()) add_between(c, talks.parties);
      }
    }
    const std::uint32_t begin = token(i).left_edge;
    talks.obstacle = std::string(annotation_.text(TokenSpan{begin, std::min(end, begin + 16)}));
    return;
  }
}

// "between Iran and the West", "between Iranian and Western positions".
void TalksSearch::add_between(std::uint32_t preposition, std::vector<Actor>& out) const {
  const std::uint32_t object = clauses_.child(preposition, Dep::pobj);
  for (std::uint32_t i = preposition + 1; i <= token(preposition).right_edge; ++i) {
    if (i == object || belongs_to(i, object) || same(object, i)) add_side(i, out);
  }
}

}  // namespace annals
