// Quotation marks of every style, paired.
#include "record/quoted_spans.h"

#include <gtest/gtest.h>

#include <string>

#include "base/tsv.h"
#include "language/engine.h"
#include "model/model_file.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string with_line_ends(std::string_view cell) {
  std::string out(cell);
  for (std::size_t at; (at = out.find("\\n")) != std::string::npos;) out.replace(at, 2, "\n");
  return out;
}

TEST(QuotedSpans, ArePaired) {
  static const ModelFile file(ANNALS_MODEL);  // built by `make model`
  static const Engine engine(file);
  EngineWorkspace workspace;
  Annotation annotation;
  const std::string table_text = support::read_file("tests/record/quoted_spans.tsv");
  const TsvTable table(table_text, "tests/record/quoted_spans.tsv");
  ASSERT_GE(table.rows().size(), 10u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    const std::string text = with_line_ends(row[table.column("text")]);
    engine.annotate(text, workspace, annotation, Paragraphs::apart);
    std::vector<QuotedSpan> spans;
    find_quoted_spans(annotation, spans);
    std::string got;
    for (const QuotedSpan& span : spans) {
      if (!got.empty()) got += " | ";
      got += annotation.text(span.words);
      if (!span.closed) got += " ...";
    }
    EXPECT_EQ(got.empty() ? "none" : got, row[table.column("spans")]);
  }
}

}  // namespace
}  // namespace annals
