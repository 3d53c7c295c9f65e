// What is said to have become of a negotiation.
#include <algorithm>

#include "record/talks_search.h"

namespace annals {

Standing TalksSearch::standing_of(std::uint32_t n, TalksNoun kind) const {
  const TokenSpan sentence = annotation_.sentences[token(n).sentence];
  // What the sentence says of it goes before what a clause beside the noun does: "talks brokered by X collapsed".
  Standing beside;
  for (std::uint32_t v = sentence.begin; v < sentence.end; ++v) {  // control, relatives and passives are resolved
    const Standing standing = standing_by_verb(v, n, kind);
    if (standing.word == kNoToken) continue;
    const bool modifies =
        (token(v).head == n && (token(v).dep == Dep::acl || token(v).dep == Dep::relcl)) || is_bare_participle(v);
    if (!modifies) return standing;
    if (beside.word == kNoToken) beside = standing;
  }
  if (beside.word != kNoToken) return beside;
  for (const std::uint32_t c : annotation_.children(n)) {
    if (token(c).dep != Dep::amod && token(c).dep != Dep::compound) continue;
    const auto* entries = words_.adjective(lower(c));
    if (entries == nullptr) continue;
    for (const TalksStatusEntry& entry : *entries) {
      if (entry.of == TalksNoun::none || entry.of == kind) {
        return {entry.status, n, false, false, entry.source, "adjective"};
      }
    }
  }
  if (kind == TalksNoun::effort) {  // headlines without a verb: "efforts still a work in progress"
    if (const auto* entry = words_.predicate(annotation_, n + 1, std::min(sentence.end, n + 14))) {
      return {entry->status, n, false, false, entry->source, "what it is said to be"};
    }
  }
  return behind_preposition(n, kind);
}

// What verb `v` makes of the noun, if that is its subject or object.
Standing TalksSearch::standing_by_verb(std::uint32_t v, std::uint32_t n, TalksNoun kind) const {
  if (!is_verb(v)) return {};
  const Clause& clause = clauses_.of(v);
  const bool object = same(clause.object, n) && clause.object != kNoToken;
  const bool subject =
      !object && (hangs_inside(v, n) || (clause.surface_subject != kNoToken && same(clause.surface_subject, n)));
  if (!object && !subject) return {};
  if (subject && !clause.passive && clauses_.has_child(v, Dep::dobj)) return {};  // "talks ended a tour"
  if (lemma(v) == "fail" && clauses_.infinitive(v) != kNoToken) return {};        // what failed is the deed below
  if (const auto* entry = verb_entry(v, subject, kind)) {
    return {entry->status, v, true, object, entry->source, object ? "what was done with it" : "what it did"};
  }
  if (subject && words_.is(TalksWord::copula, lemma(v))) {
    if (const auto* entry = words_.predicate(annotation_, v + 1, std::min(token(v).right_edge + 1, v + 9))) {
      return {entry->status, v, false, false, entry->source, "what it is said to be"};
    }
  }
  return {};
}

// "talks mediated by Qatar collapsed": a modifier, also where the tree makes it the main verb.
bool TalksSearch::is_bare_participle(std::uint32_t v) const {
  return token(v).tag == Tag::VBN && clauses_.has_child(v, Dep::agent) && !clauses_.has_child(v, Dep::auxpass);
}

// "talks on prisoners stalled": the parser may take the verb for a participle of the last noun.
bool TalksSearch::hangs_inside(std::uint32_t v, std::uint32_t n) const {
  const Token& t = token(v);
  return t.dep == Dep::acl && t.tag == Tag::VBN && t.head != n && n < v && v <= token(n).right_edge &&
         clauses_.child(v, Dep::agent) == kNoToken;
}

// The same phrase or a conjunct of it.
bool TalksSearch::same(std::uint32_t argument, std::uint32_t n) const {
  if (token(n).dep == Dep::pobj && lower(token(n).head) == "of" &&
      words_.is(TalksWord::round, lemma(token(token(n).head).head))) {
    n = token(token(n).head).head;  // "a new round of talks"
  }
  for (std::uint32_t i = n; argument != kNoToken; i = token(i).head) {
    if (i == argument) return true;
    if (token(i).dep != Dep::conj || token(i).head == i) return false;
  }
  return false;
}

const TalksStatusEntry* TalksSearch::verb_entry(std::uint32_t v, bool subject, TalksNoun kind) const {
  const auto* entries = words_.verb(lower_lemma(v));
  if (entries == nullptr) entries = words_.verb(lemma(v));
  if (entries == nullptr && !subject) entries = words_.adjective(lower(v));  // "are deadlocked"
  if (entries == nullptr) return nullptr;
  for (const TalksStatusEntry& entry : *entries) {
    if (entry.subject != subject) continue;
    if (entry.of != TalksNoun::none && entry.of != kind && !(kind == TalksNoun::effort && entry.of == TalksNoun::talk))
      continue;
    if (!entry.particle.empty() && !has_particle(v, entry.particle)) continue;
    return &entry;
  }
  return nullptr;
}

bool TalksSearch::has_particle(std::uint32_t v, std::string_view particle) const {
  for (const std::uint32_t c : annotation_.children(v)) {
    if (lower(c) == particle) return true;
  }
  return false;
}

// "are in talks", "agreed on a truce", "the collapse of the talks".
Standing TalksSearch::behind_preposition(std::uint32_t n, TalksNoun kind) const {
  std::uint32_t first = n;
  while (token(first).dep == Dep::conj && token(first).head != first) first = token(first).head;
  if (token(first).dep != Dep::pobj) return {};
  const std::uint32_t preposition = token(first).head, governor = token(preposition).head;
  const std::string_view p = lower(preposition), g = lemma(governor);
  if (governor == preposition) return {};
  if (kind == TalksNoun::talk && p == "in" && is_verb(governor) && (g == "be" || g == "engage" || g == "remain")) {
    return {TalksStatus::under_way, governor, true, true, {}, "being in talks"};
  }
  if (kind == TalksNoun::deal && (p == "to" || p == "on") && g == "agree") {
    return {TalksStatus::agreed, governor, true, true, {}, "agreeing on it"};
  }
  // "walked out of talks", "withdrew from the negotiations".
  std::uint32_t left = governor;
  if (p == "of" && token(left).pos == Pos::ADP && token(left).head != left) left = token(left).head;
  if ((p == "of" || p == "from") && is_verb(left)) {
    if (const auto* entry = verb_entry(left, false, kind); entry != nullptr && entry->status == TalksStatus::failed) {
      return {entry->status, left, true, true, entry->source, "leaving it"};
    }
  }
  if (p == "of" && token(governor).pos == Pos::NOUN) {
    if (const auto* fate = words_.fate(g)) {
      return {fate->front().status, governor, false, true, fate->front().source, "noun of what became of it"};
    }
  }
  return {};
}

// "next week's talks".
bool TalksSearch::is_ahead(std::uint32_t n) const {
  if (!layers_.story->published) return false;
  for (const Timex& time : layers_.times) {
    if (!time.first || *time.first <= *layers_.story->published) continue;
    for (std::uint32_t i = time.words.begin; i < time.words.end; ++i) {
      std::uint32_t head = token(i).head;
      if (token(head).pos == Pos::ADP) head = token(head).head;
      if (head == n) return true;
    }
  }
  return false;
}

// "offered to host talks", "proposed holding".
bool TalksSearch::is_offered(std::uint32_t verb) const {
  const std::uint32_t above = token(verb).head;
  if (above == verb || (token(verb).dep != Dep::xcomp && token(verb).dep != Dep::ccomp)) return false;
  const auto* entries = words_.verb(lemma(above));
  return entries != nullptr && entries->front().status == TalksStatus::proposed;
}

// What the words around a status make of it.
TalksStatus TalksSearch::in_view_of(TalksStatus status, const Standing& standing, Factuality factuality,
                                    TalksNoun kind) const {
  switch (factuality) {
    case Factuality::actual:
      return status;
    case Factuality::future:
      if (is_offered(standing.word)) return TalksStatus::proposed;
      if (status == TalksStatus::agreed && kind == TalksNoun::deal) return TalksStatus::planned;
      return status == TalksStatus::under_way ? TalksStatus::planned : status;
    case Factuality::hypothetical:
      if (status == TalksStatus::agreed) return standing.verb ? TalksStatus::proposed : status;
      return status == TalksStatus::under_way ? TalksStatus::proposed : status;
    case Factuality::negated:
      if (status == TalksStatus::agreed) return TalksStatus::failed;
      if (status == TalksStatus::under_way || status == TalksStatus::planned) return TalksStatus::stalled;
      return status;
  }
  return status;
}

}  // namespace annals
