// What remains where the searches agree, overlap, or each hold a part of one statement.
#include <algorithm>
#include <span>

#include "record/statement_search.h"

namespace annals {
namespace {

// The findings whose contents begin in one sentence, in the order of their contents. One that is dropped loses its
// content. Everything that has to be compared lies in one sentence, which keeps the work linear in the story.
class SentenceSettling {
 public:
  SentenceSettling(const StatementSearch& search, std::span<StatementFinding> findings)
      : s_(search), findings_(findings) {}

  void run() {
    join_around_cues();
    part_participles();
    share_speakers();
    drop_nested();
    drop_doubles();
  }

 private:
  static bool gone(const StatementFinding& f) { return f.content.empty(); }

  // `"The road," he said, "is open."`: one statement around its cue.
  void join_around_cues() {
    for (StatementFinding& first : findings_) {
      if (gone(first) || first.cue.empty() || first.content.end > first.cue.begin) continue;
      for (StatementFinding& second : findings_) {
        if (gone(second) || !(second.cue == first.cue) || second.content.begin < first.cue.end) continue;
        first.content.end = second.content.end;
        if (first.form != second.form) first.form = StatementForm::mixed;
        second.content = {};
        break;
      }
    }
  }

  // "..., adding that ...", "..., telling reporters ...": a participle of saying behind a comma is the first speaker's,
  // whatever verb of the content the parser hangs it on, and ends the content before it.
  void part_participles() {
    for (StatementFinding& later : findings_) {
      if (gone(later) || later.cue.empty() || later.entry == nullptr || later.entry->kind != CueClass::say) continue;
      const std::uint32_t t = later.cue.begin;
      if (t < 2 || s_.token(t).tag != Tag::VBG || s_.a.text(t - 1) != ",") continue;
      for (StatementFinding& first : findings_) {
        if (&first == &later || first.rule != "clause" || !first.content.contains(t)) continue;
        if (first.cue.begin >= t || first.content.begin + 3 > t) continue;
        first.content = s_.trimmed({first.content.begin, t - 1});
        later.speaker = first.speaker;
      }
    }
  }

  // "vowed that the march would be peaceful and hoped that the police would be": the parser hangs the second report on
  // the verb of the first one's content, whose subject it then takes for the speaker.
  void share_speakers() {
    for (StatementFinding& later : findings_) {
      if (gone(later) || later.cue.empty() || later.rule != "clause") continue;
      const Token& verb = s_.token(later.cue.begin);
      if (verb.dep != Dep::conj || s_.clauses.has_child(later.cue.begin, Dep::nsubj)) continue;
      for (const StatementFinding& first : findings_) {
        if (&first == &later || gone(first) || first.rule != "clause" || !first.content.contains(verb.head)) continue;
        if (first.content.end <= later.cue.begin && first.cue.begin < first.content.begin)
          later.speaker = first.speaker;
      }
    }
  }

  void drop_nested() {
    for (StatementFinding& f : findings_) {
      if (!gone(f) && (is_own_belief(f) || holds_cue_noun(f) || is_part_of_another(f))) f.content = {};
    }
  }

  // "She said she believes it will rain" is one statement: her belief is what she says. The belief of another ("said
  // the mayor believes") is one of its own.
  bool is_own_belief(const StatementFinding& inner) const {
    if (inner.entry == nullptr || inner.entry->kind == CueClass::say || inner.entry->kind == CueClass::ask)
      return false;
    if (inner.speaker == kNoToken || s_.token(inner.speaker).pos != Pos::PRON) return false;
    return std::any_of(findings_.begin(), findings_.end(), [&](const StatementFinding& outer) {
      return &outer != &inner && outer.speaker != inner.speaker && outer.content.contains(inner.speaker) &&
             outer.content.contains(inner.content.begin) && inner.speaker <= outer.content.begin + 3;
    });
  }

  // "said that voters support the mayor", "apologised for telling the press that it rained": what is told of a source
  // inside a content is a statement of its own only where a verb says that it was said.
  bool is_part_of_another(const StatementFinding& inner) const {
    if (inner.cue.empty() || inner.entry == nullptr) return false;
    const bool told = (inner.rule == "clause" || inner.rule == "comment clause" || inner.rule == "according to") &&
                      is_finite(inner.cue.begin);
    return std::any_of(findings_.begin(), findings_.end(), [&](const StatementFinding& outer) {
      if (&outer == &inner || gone(outer) || outer.entry == nullptr) return false;
      if (outer.content.size() <= inner.content.size()) return false;
      if (outer.content.begin > inner.content.begin || outer.content.end < inner.content.end) return false;
      if (outer.cue == inner.cue) return true;
      return !told && outer.content.contains(inner.cue.begin);
    });
  }

  bool is_finite(std::uint32_t verb) const {
    const Tag tag = s_.token(verb).tag;
    return tag != Tag::VBG && tag != Tag::VB;
  }

  // "expressed hope that", "voiced doubts about", "denied the claim that": what the noun takes is the content, the noun
  // no second one.
  bool holds_cue_noun(const StatementFinding& outer) const {
    if (outer.rule != "object") return false;
    return std::any_of(findings_.begin(), findings_.end(), [&](const StatementFinding& inner) {
      if (inner.rule == "noun with a preposition") return inner.cue.begin == outer.cue.begin;
      return inner.rule == "noun with a clause" && outer.content.contains(inner.cue.end - 1);
    });
  }

  // Two findings of one speaker, or by one cue, with nearly one content are one statement.
  void drop_doubles() {
    for (std::size_t i = 1; i < findings_.size(); ++i) {
      for (std::size_t k = i; k-- > 0 && k + 4 > i;) {
        const StatementFinding& other = findings_[k];
        StatementFinding& f = findings_[i];
        if (gone(f) || gone(other) || !same_content(f, other)) continue;
        if (f.speaker == other.speaker || f.cue == other.cue) f.content = {};
      }
    }
  }

  static bool same_content(const StatementFinding& x, const StatementFinding& y) {
    const std::uint32_t from = std::max(x.content.begin, y.content.begin), to = std::min(x.content.end, y.content.end);
    if (to <= from) return false;
    const std::uint32_t shared = to - from, all = x.content.size() + y.content.size() - shared;
    return shared * 5 >= all * 4;
  }

  const StatementSearch& s_;
  std::span<StatementFinding> findings_;
};

}  // namespace

void sort_by_content(std::vector<StatementFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const StatementFinding& x, const StatementFinding& y) {
    return x.content.begin != y.content.begin ? x.content.begin < y.content.begin : x.content.end < y.content.end;
  });
}

void settle(const StatementSearch& search) {
  sort_by_content(search.out);
  for (std::size_t i = 0; i < search.out.size();) {
    const std::uint32_t sentence = search.token(search.out[i].content.begin).sentence;
    std::size_t end = i;
    while (end < search.out.size() && search.token(search.out[end].content.begin).sentence == sentence) ++end;
    SentenceSettling(search, std::span(search.out).subspan(i, end - i)).run();
    i = end;
  }
  std::erase_if(search.out, [](const StatementFinding& f) { return f.content.empty(); });
}

}  // namespace annals
