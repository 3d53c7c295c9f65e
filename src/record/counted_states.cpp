// What became of those counted: "were killed", "are missing", "hundreds injured".
#include "record/counted_reading.h"

namespace annals {

// "12 people were killed", "the blast killed 12", "were reported killed", "are still missing", "the deaths of 12".
bool CountedReading::event_measure(std::uint32_t top) {
  std::uint32_t i = top;
  while (token(i).dep == Dep::conj && token(i).head != i) i = token(i).head;
  const std::uint32_t head = token(i).head;
  if (head == i) return false;
  if (token(i).dep == Dep::pobj && token(head).pos == Pos::ADP) return event_noun(head);
  if (!is_verb(head)) return false;
  const Clause& clause = clauses_.of(head);
  const Dep dep = token(i).dep;
  if (dep == Dep::nsubjpass || (dep == Dep::nsubj && clause.passive) || dep == Dep::dobj) {
    if (set(verb_measure(head, MeasureSlot::obj), head, true)) return true;
  } else if (dep == Dep::nsubj || dep == Dep::agent) {
    if (set(verb_measure(head, MeasureSlot::subj), head, true)) return true;
  }
  if (dep == Dep::nsubj &&
      set(fitting(measures_.find(annotation_, head, MeasurePos::adj, MeasureSlot::self)), head, true)) {
    return true;  // "are missing", which the parser may take for a verb
  }
  return state_below(head) || later_conjunct(head, dep);
}

bool CountedReading::event_noun(std::uint32_t preposition) {
  const std::uint32_t outer = token(preposition).head;
  if (outer == preposition) return false;
  if (lower(preposition) == "by" && token(preposition).dep == Dep::agent) {
    return set(verb_measure(outer, MeasureSlot::subj), outer, true);
  }
  if (lower(preposition) != "of" && lower(preposition) != "by") return false;
  return set(fitting(measures_.find(annotation_, outer, MeasurePos::noun, MeasureSlot::of)), outer, true);
}

// "were reported killed", "are missing", "left 12 dead".
bool CountedReading::state_below(std::uint32_t verb) {
  for (const std::uint32_t c : annotation_.children(verb)) {
    const Dep dep = token(c).dep;
    if (dep != Dep::oprd && dep != Dep::xcomp && dep != Dep::acomp && dep != Dep::ccomp && dep != Dep::advcl) continue;
    if (set(fitting(measures_.find(annotation_, c, MeasurePos::adj, MeasureSlot::self)), dep == Dep::acomp ? verb : c,
            true))
      return true;
    if (token(c).tag == Tag::VBN && (dep == Dep::oprd || dep == Dep::xcomp || dep == Dep::ccomp) &&
        set(verb_measure(c, MeasureSlot::obj), c, true)) {
      return true;
    }
  }
  return false;
}

// "were rounded up and jailed".
bool CountedReading::later_conjunct(std::uint32_t verb, Dep dep) {
  const std::uint32_t next = clauses_.child(verb, Dep::conj);
  if (next == kNoToken || token(next).pos != Pos::VERB || clauses_.of(next).own_subject) return false;
  if (dep == Dep::dobj) return false;
  const MeasureSlot slot = clauses_.of(next).passive ? MeasureSlot::obj : MeasureSlot::subj;
  return set(verb_measure(next, slot), next, true);
}

// "251 taken hostage".
bool CountedReading::state_follows() const {
  const std::uint32_t next = quantity_.number.end;
  if (next + 1 >= size() || (token(next).tag != Tag::VBN && token(next).tag != Tag::VBD)) return false;
  return measures_.find(annotation_, next + 1, MeasurePos::noun, MeasureSlot::self) != nullptr &&
         token(next + 1).tag == Tag::NN;
}

// "hundreds injured", "1,643 wounded there", "12 dead".
bool CountedReading::state_after() {
  const std::uint32_t next = quantity_.number.end;
  std::uint32_t at = next;
  if (at < size() && (lower(at) == "more" || lower(at) == "others" || lower(at) == "still")) ++at;
  if (at >= size() || token(at).sentence != token(quantity_.anchor).sentence) return false;
  const MeasureEntry* entry = measures_.find(annotation_, at, MeasurePos::adj, MeasureSlot::self);
  if (entry == nullptr && state_follows()) {
    entry = measures_.find(annotation_, at + 1, MeasurePos::noun, MeasureSlot::self);
  }
  if (entry == nullptr && (token(at).tag == Tag::VBN || token(at).tag == Tag::VBD)) {
    entry = measures_.find(annotation_, at, MeasurePos::verb, MeasureSlot::obj);
    if (entry != nullptr && clauses_.has_child(at, Dep::dobj)) entry = nullptr;
  }
  if (entry == nullptr) return false;
  result_.people = true;
  return set(entry, at, true);
}

}  // namespace annals
