// The search for statements: its steps in order.
#include "record/statements.h"

#include "record/statement_search.h"

namespace annals {
namespace {

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
  workspace.found.clear();
  const StatementSearch search{cues_, layers, layers.language, layers.clauses, workspace, workspace.found};
  find_governed(search);
  find_parentheses(search);
  find_headlines(search);
  find_quotations(search);
  settle(search);
  findings.insert(findings.end(), workspace.found.begin(), workspace.found.end());
}

}  // namespace annals
