// How words around an act put it, through the whole engine and the project's table.
#include "record/factuality.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "language/engine.h"
#include "model/lexicon.h"
#include "record/acts.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string print(const FactualityReading& reading) {
  std::string out(name_of(reading.factuality));
  if (reading.attempt) out += "+attempt";
  if (reading.decided) out += "+decided";
  if (reading.refused) out += "+refused";
  if (reading.absorbed) out += "+absorbed";
  return out;
}

std::uint32_t token_of(const Annotation& annotation, std::string_view word) {
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    if (annotation.text(i) == word) return i;
  }
  return kNoToken;
}

TEST(Factuality, IsReadFromTheWordsAround) {
  const ModelFile model(ANNALS_MODEL);  // built by `make model`
  const Engine engine(model);
  const Lexicon lexicon(model);
  const ActTables tables(lexicon);
  EngineWorkspace workspace;
  Annotation annotation;
  Clauses clauses;
  const std::string text = support::read_file("tests/record/factuality.tsv");
  const TsvTable table(text, "tests/record/factuality.tsv");
  ASSERT_GE(table.rows().size(), 20u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    engine.annotate(row[table.column("text")], workspace, annotation);
    clauses.build(annotation);
    const std::uint32_t word = token_of(annotation, row[table.column("word")]);
    ASSERT_NE(word, kNoToken);
    EXPECT_EQ(print(tables.factuality.read(clauses, word)), row[table.column("reading")]);
  }
}

TEST(Factuality, RefusesWhatIsNoEffect) {
  FactualityLexicon lexicon;
  EXPECT_EQ(
      support::message([&] {
        lexicon.add(TsvTable("word\tpos\tcomplement\taffirmed\tnegated\nfail\tverb\tto\tnever\tactual\n", "f.tsv"));
      }),
      "f.tsv:2: \"never\" is no effect. Use actual, future, hypothetical, negated, attempt, decided, absorbed or "
      "context.");
}

}  // namespace
}  // namespace annals
