// Who stands where in a clause: one row a construction, through the whole engine.
#include "record/clauses.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "language/engine.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string print(const Clauses& clauses, std::uint32_t head) {
  std::vector<std::uint32_t> heads;
  clauses.conjuncts(head, heads);
  std::string out;
  for (const std::uint32_t h : heads) {
    if (!out.empty()) out += " + ";
    out += clauses.annotation().text(h);
  }
  return out.empty() ? "-" : out;
}

std::uint32_t token_of(const Annotation& annotation, std::string_view word) {
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    if (annotation.text(i) == word) return i;
  }
  return kNoToken;
}

TEST(Clauses, KnowWhoStandsWhere) {
  const ModelFile model(ANNALS_MODEL);  // built by `make model`
  const Engine engine(model);
  EngineWorkspace workspace;
  Annotation annotation;
  Clauses clauses;
  const std::string text = support::read_file("tests/record/clauses.tsv");
  const TsvTable table(text, "tests/record/clauses.tsv");
  ASSERT_GE(table.rows().size(), 30u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    engine.annotate(row[table.column("text")], workspace, annotation);
    clauses.build(annotation);
    const std::uint32_t verb = token_of(annotation, row[table.column("verb")]);
    ASSERT_NE(verb, kNoToken);
    const Clause& clause = clauses.of(verb);
    EXPECT_EQ(print(clauses, clause.subject), row[table.column("subject")]);
    EXPECT_EQ(print(clauses, clause.object), row[table.column("object")]);
    EXPECT_EQ(print(clauses, clause.indirect), row[table.column("indirect")]);
  }
}

}  // namespace
}  // namespace annals
