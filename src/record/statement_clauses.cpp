// Extents of the clauses that verbs take as contents.
#include "record/statement_clauses.h"

#include <algorithm>

namespace annals {

TokenSpan ClauseExtents::with_controller(std::uint32_t t, std::uint32_t c) const {
  TokenSpan clause = s_.subtree(c);
  if (has_own_subject(c)) return clause;
  std::uint32_t object = s_.clauses.of(t).object;
  const std::uint32_t on = s_.clauses.child(t, Dep::prep);
  if (object == kNoToken && on != kNoToken && s_.a.lower(on) == "on") object = s_.clauses.child(on, Dep::pobj);
  if (object == kNoToken || object < t || object > c) return {};
  clause.begin = std::min(clause.begin, s_.token(object).left_edge);
  return clause;
}

TokenSpan ClauseExtents::with_adverbial(std::uint32_t t, TokenSpan clause) const {
  for (const std::uint32_t c : s_.a.children(t)) {
    if (s_.token(c).dep != Dep::advcl || s_.token(c).left_edge != clause.end) continue;
    if (s_.token(s_.token(c).left_edge).dep == Dep::mark) clause.end = s_.token(c).right_edge + 1;
  }
  return clause;
}

TokenSpan ClauseExtents::with_backshift(std::uint32_t t, TokenSpan clause) const {
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

std::uint32_t ClauseExtents::closing_content(std::uint32_t c) const {
  const Cue* cue = s_.token(c).pos == Pos::VERB ? s_.cue_at(c) : nullptr;
  if (cue == nullptr || cue->kind != CueClass::say) return kNoToken;
  const std::uint32_t inner = s_.clauses.child(c, Dep::ccomp), subject = s_.clauses.child(c, Dep::nsubj);
  return inner != kNoToken && inner < c && subject != kNoToken && subject > inner ? inner : kNoToken;
}

bool ClauseExtents::parted_by_mark(std::uint32_t c, std::uint32_t t) const {
  for (std::uint32_t i = s_.token(c).right_edge; i < t; ++i) {
    if (s_.a.text(i) == ";" || (s_.a.text(i) == ":" && has_complement_behind(t))) return true;
  }
  return false;
}

bool ClauseExtents::has_complement_behind(std::uint32_t t) const {
  for (const std::uint32_t c : s_.a.children(t)) {
    if (c > t && s_.token(c).dep == Dep::ccomp) return true;
  }
  return false;
}

TokenSpan ClauseExtents::up_to_next_cue(std::uint32_t t, std::uint32_t c, TokenSpan clause) const {
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

bool ClauseExtents::after_comma(std::uint32_t t) const {
  return t >= 2 && s_.token(t - 1).dep == Dep::cc && s_.a.text(t - 2) == ",";
}

bool ClauseExtents::takes_that(std::uint32_t verb) const {
  return verb + 1 < s_.a.tokens.size() && s_.a.lower(verb + 1) == "that" && s_.token(verb + 1).dep == Dep::mark;
}

bool ClauseExtents::tells(const Cue& cue) {
  return cue.kind == CueClass::say || cue.kind == CueClass::ask || cue.kind == CueClass::judge;
}

bool ClauseExtents::finite(std::uint32_t c) const {
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

TokenSpan ClauseExtents::with_stray_subject(std::uint32_t t, std::uint32_t c, const Cue& cue) const {
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

}  // namespace annals
