// Statements in sentences: who says what, by which words. The sentences go through the whole engine, as stories do.
#include "record/statements.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/tsv.h"
#include "record/pipeline.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string unescaped(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell.substr(i).starts_with("\\n")) {
      out += '\n';
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

std::string print(const Statement& s) {
  std::string out = s.speaker && s.speaker->words ? s.speaker->words->text : "?";
  out += " [" + (s.cue ? s.cue->text : "") + "]";
  for (const Actor& hearer : s.addressee) out += " > " + hearer.words->text;
  return out + " " + std::string(name_of(s.form)) + ": " + s.content.text;
}

TEST(Statements, AreFound) {
  static const Pipeline pipeline(ANNALS_MODEL);  // built by `make model`
  Workspace::Buffers buffers;
  const std::string text = support::read_file("tests/record/statements.tsv");
  const TsvTable table(text, "tests/record/statements.tsv");
  ASSERT_GE(table.rows().size(), 30u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    Story story;
    story.id = "s1";
    story.text = unescaped(row[table.column("text")]);
    std::string got;
    for (const Record& record : pipeline.read(story, buffers)) {
      const auto* statement = std::get_if<Statement>(&record);
      if (statement == nullptr) continue;
      EXPECT_EQ(story.text.substr(statement->content.begin, statement->content.end - statement->content.begin),
                statement->content.text);
      if (!got.empty()) got += " | ";
      got += print(*statement);
    }
    EXPECT_EQ(got.empty() ? "none" : got, row[table.column("statements")]);
  }
}

}  // namespace
}  // namespace annals
