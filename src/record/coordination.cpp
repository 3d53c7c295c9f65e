// Coordinated verbs that the parser hung on a clause too deep: "refused to back down but offered to meet".
//
// Conjuncts are alike in form (Huddleston & Pullum, "The Cambridge Grammar of the English Language", ch. 15, section
// 2): a past tense does not continue an infinitive. Of two verbs of speech the second continues the first, not what the
// first reports: "denied it had lost the bridge and accused the army".
#include "record/coordination.h"

#include <algorithm>

namespace annals {
namespace {

bool has_child(const Annotation& annotation, std::uint32_t token, Dep dep) {
  const auto children = annotation.children(token);
  return std::any_of(children.begin(), children.end(), [&](auto c) { return annotation.tokens[c].dep == dep; });
}

bool has_tagged(const Annotation& annotation, std::uint32_t token, Tag tag) {
  const auto children = annotation.children(token);
  return std::any_of(children.begin(), children.end(), [&](auto c) { return annotation.tokens[c].tag == tag; });
}

bool is_present(Tag tag) { return tag == Tag::VBZ || tag == Tag::VBP; }

// A past or present tense of its own, without auxiliary and subject.
bool is_bare_finite(const Annotation& annotation, std::uint32_t verb) {
  const Token& t = annotation.tokens[verb];
  if (t.pos != Pos::VERB || (t.tag != Tag::VBD && !is_present(t.tag))) return false;
  for (const Dep dep : {Dep::aux, Dep::auxpass, Dep::nsubj, Dep::nsubjpass}) {
    if (has_child(annotation, verb, dep)) return false;
  }
  return true;
}

// "to leave", "would leave", "leaving": no tense can follow on it.
bool is_unlike_finite(const Annotation& annotation, std::uint32_t verb) {
  const Token& t = annotation.tokens[verb];
  if (t.tag == Tag::VB) return has_tagged(annotation, verb, Tag::TO) || has_tagged(annotation, verb, Tag::MD);
  return t.tag == Tag::VBG && !has_child(annotation, verb, Dep::aux);
}

// A tense, or a perfect: "has refused ... but offered".
bool can_carry(const Annotation& annotation, std::uint32_t above, Tag tense) {
  const Token& t = annotation.tokens[above];
  if (t.pos != Pos::VERB) return false;
  if (t.tag == Tag::VBN) return tense == Tag::VBD && has_child(annotation, above, Dep::aux);
  return tense == Tag::VBD ? t.tag == Tag::VBD : is_present(t.tag);
}

bool is_speech(const CueLexicon& cues, const Annotation& annotation, std::uint32_t verb) {
  const Cue* cue = cues.find(Pos::VERB, annotation.lemma(verb));
  return cue != nullptr && (cue->kind == CueClass::say || cue->kind == CueClass::ask);
}

// The verb above that `verb` is rather coordinated with; its present head if there is none.
std::uint32_t better_head(const CueLexicon& cues, const Annotation& annotation, std::uint32_t verb) {
  const std::uint32_t head = annotation.tokens[verb].head;
  if (!is_bare_finite(annotation, verb) || annotation.tokens[head].pos != Pos::VERB) return head;
  const bool unlike = is_unlike_finite(annotation, head);
  const bool reported = annotation.tokens[head].dep == Dep::ccomp && is_speech(cues, annotation, verb) &&
                        !is_speech(cues, annotation, head);
  if (!unlike && !reported) return head;
  for (std::uint32_t i = head; annotation.tokens[i].head != i;) {
    if (annotation.tokens[i].right_edge > annotation.tokens[verb].right_edge) return head;  // arcs would cross
    i = annotation.tokens[i].head;
    if (i > verb || annotation.tokens[i].dep == Dep::relcl) return head;
    const bool carries = can_carry(annotation, i, annotation.tokens[verb].tag);
    if (carries && (unlike || is_speech(cues, annotation, i))) return i;
  }
  return head;
}

// The conjunction before the verb goes with it.
void hang(Annotation& annotation, std::uint32_t verb, std::uint32_t from, std::uint32_t to) {
  annotation.tokens[verb].head = to;
  const std::uint32_t first = annotation.tokens[verb].left_edge;
  for (const std::uint32_t c : annotation.children(from)) {
    const Dep dep = annotation.tokens[c].dep;
    if (c < first && c + 3 > first && (dep == Dep::cc || dep == Dep::punct)) annotation.tokens[c].head = to;
  }
}

}  // namespace

void mend_coordination(const CueLexicon& cues, Annotation& annotation) {
  bool changed = false;
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    const Token& t = annotation.tokens[i];
    if (t.dep != Dep::conj || t.pos != Pos::VERB) continue;
    const std::uint32_t head = t.head, better = better_head(cues, annotation, i);
    if (better == head) continue;
    hang(annotation, i, head, better);
    annotation.derive_edges(annotation.sentences[t.sentence]);
    changed = true;
  }
  if (changed) annotation.index_children();
}

}  // namespace annals
