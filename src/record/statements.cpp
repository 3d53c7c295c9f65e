// The search for statements: its steps in order, and what remains where steps agree.
#include "record/statements.h"

#include <algorithm>

#include "record/statement_search.h"

namespace annals {
namespace {

bool same_content(const StatementFinding& x, const StatementFinding& y) {
  const std::uint32_t from = std::max(x.content.begin, y.content.begin), to = std::min(x.content.end, y.content.end);
  if (to <= from) return false;
  const std::uint32_t shared = to - from, all = x.content.size() + y.content.size() - shared;
  return shared * 5 >= all * 4;
}

// Two findings of one speaker with one content are one statement: "he said he thinks" keeps both, for their contents
// differ; a comment clause that the tree also governs does not.
void drop_doubles(std::vector<StatementFinding>& findings, std::size_t from) {
  const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(from);
  std::stable_sort(begin, findings.end(), [](const StatementFinding& x, const StatementFinding& y) {
    return x.content.begin != y.content.begin ? x.content.begin < y.content.begin : x.content.end < y.content.end;
  });
  std::size_t kept = from;
  for (std::size_t i = from; i < findings.size(); ++i) {
    bool twice = false;
    for (std::size_t k = kept; k > from && k + 4 > kept; --k) {
      const StatementFinding& other = findings[k - 1];
      twice |=
          same_content(findings[i], other) && (findings[i].speaker == other.speaker || findings[i].cue == other.cue);
    }
    if (!twice) findings[kept++] = findings[i];
  }
  findings.resize(kept);
}

// "She said she believes it will rain" is one statement: her belief is what she says. The belief of another ("said the
// mayor believes") is one of its own.
void drop_nested(const Annotation& a, std::vector<StatementFinding>& findings, std::size_t from) {
  const auto own = [&](const StatementFinding& inner) {
    if (inner.entry == nullptr || inner.entry->kind == CueClass::say || inner.entry->kind == CueClass::ask)
      return false;
    if (inner.speaker == kNoToken || a.tokens[inner.speaker].pos != Pos::PRON) return false;
    for (std::size_t i = from; i < findings.size(); ++i) {
      const StatementFinding& outer = findings[i];
      if (&outer != &inner && outer.speaker != inner.speaker && outer.content.contains(inner.speaker) &&
          outer.content.contains(inner.content.begin) && inner.speaker <= outer.content.begin + 3) {
        return true;
      }
    }
    return false;
  };
  // "expressed hope that", "denied the claim that": the noun's clause is the content, the noun no second one.
  const auto noun_of_cue = [&](const StatementFinding& outer) {
    if (outer.rule != "object") return false;
    for (std::size_t i = from; i < findings.size(); ++i) {
      const StatementFinding& inner = findings[i];
      if (inner.rule == "noun with a clause" && outer.content.contains(inner.cue.end - 1)) return true;
    }
    return false;
  };
  std::vector<StatementFinding> kept;
  for (std::size_t i = from; i < findings.size(); ++i) {
    if (!own(findings[i]) && !noun_of_cue(findings[i])) kept.push_back(findings[i]);
  }
  findings.resize(from);
  findings.insert(findings.end(), kept.begin(), kept.end());
}

// `"The road," he said, "is open."`: one statement around its cue.
void join_around_cues(const Annotation& a, std::vector<StatementFinding>& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    StatementFinding& first = findings[i];
    if (first.cue.empty() || first.content.end > first.cue.begin) continue;
    for (std::size_t k = 0; k < findings.size(); ++k) {
      const StatementFinding& second = findings[k];
      if (k == i || !(second.cue == first.cue) || second.content.begin < first.cue.end) continue;
      if (a.tokens[second.content.begin].sentence != a.tokens[first.content.begin].sentence) continue;
      first.content.end = second.content.end;
      if (first.form != second.form) first.form = StatementForm::mixed;
      findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(k));
      break;
    }
  }
}

// "..., adding that ...", "..., telling reporters ...": a participle of saying behind a comma is the first speaker's,
// whatever verb of the content the parser hangs it on, and ends the content before it.
void part_participles(const StatementSearch& search) {
  const Annotation& a = search.a;
  for (StatementFinding& later : search.out) {
    if (later.cue.empty() || later.entry == nullptr || later.entry->kind != CueClass::say) continue;
    const std::uint32_t t = later.cue.begin;
    if (t < 2 || a.tokens[t].tag != Tag::VBG || a.text(t - 1) != ",") continue;
    for (StatementFinding& first : search.out) {
      if (&first == &later || !first.content.contains(t) || first.cue.begin >= t || first.content.begin + 3 > t)
        continue;
      if (first.rule != "clause") continue;
      first.content = search.trimmed({first.content.begin, t - 1});
      later.speaker = first.speaker;
    }
  }
}

void index_quotations(const Annotation& annotation, StatementWorkspace& work) {
  find_quoted_spans(annotation, work.quoted);
  work.quoted_by_token.assign(annotation.tokens.size(), kNoToken);
  for (std::uint32_t q = 0; q < work.quoted.size(); ++q) {
    const TokenSpan words = work.quoted[q].words;
    for (std::uint32_t t = words.begin; t < words.end; ++t) work.quoted_by_token[t] = q;
  }
}

}  // namespace

void StatementFinder::find(const Layers& layers, StatementWorkspace& workspace,
                           std::vector<StatementFinding>& findings) const {
  index_quotations(layers.language, workspace);
  const std::size_t from = findings.size();
  std::vector<StatementFinding> found;
  const StatementSearch search{cues_, layers.language, layers.clauses, workspace, found};
  find_governed(search);
  find_parentheses(search);
  find_headlines(search);
  find_quotations(search);
  join_around_cues(layers.language, found);
  part_participles(search);
  findings.insert(findings.end(), found.begin(), found.end());
  drop_nested(layers.language, findings, from);
  drop_doubles(findings, from);
}

}  // namespace annals
