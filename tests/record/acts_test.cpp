// The acts of sentences: type, mode, trigger, parties and factuality, through all stages.
#include "record/acts.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "record/pipeline.h"
#include "support/fixture.h"

namespace annals {
namespace {

std::string print(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) {
    if (!out.empty()) out += " + ";
    out += actor.words ? actor.words->text : actor.name;
  }
  return out;
}

std::string print(const Event& event) {
  std::string out = event.type;
  if (!event.mode.empty()) out += "/" + event.mode;
  const std::string actors = print(event.actor), recipients = print(event.recipient);
  out += " " + event.trigger.text + " (" + actors + (actors.empty() ? ">" : " >") +
         (recipients.empty() ? "" : " " + recipients) + ") ";
  out += name_of(common(Record(event)).factuality);
  if (event.killed) out += " killed " + std::to_string(*event.killed);
  if (event.injured) out += " injured " + std::to_string(*event.injured);
  return out;
}

TEST(Acts, AreFound) {
  static const Pipeline pipeline(ANNALS_MODEL);  // built by `make model`
  Workspace::Buffers buffers;
  const std::string text = support::read_file("tests/record/acts.tsv");
  const TsvTable table(text, "tests/record/acts.tsv");
  ASSERT_GE(table.rows().size(), 150u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    Story story;
    story.id = "s1";
    story.text = std::string(row[table.column("text")]);
    std::string got;
    for (const Record& record : pipeline.read(story, buffers)) {
      const auto* event = std::get_if<Event>(&record);
      if (event == nullptr) continue;
      if (!got.empty()) got += " | ";
      got += print(*event);
    }
    EXPECT_EQ(got.empty() ? "none" : got, row[table.column("acts")]);
  }
}

}  // namespace
}  // namespace annals
