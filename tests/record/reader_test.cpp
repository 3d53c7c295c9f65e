// The library as a program uses it: a reader, a workspace, records that outlive both.
#include "annals/reader.h"

#include <gtest/gtest.h>

#include <thread>

#include "support/fixture.h"

namespace annals {
namespace {

Story story_of(std::string id, std::string text) {
  Story story;
  story.id = std::move(id);
  story.text = std::move(text);
  return story;
}

std::vector<std::string> triggers(const std::vector<Record>& records) {
  std::vector<std::string> out;
  for (const Record& record : records) {
    if (const Event* event = std::get_if<Event>(&record)) out.push_back(event->trigger.text);
  }
  return out;
}

TEST(Reader, ReadsStoryAfterStory) {
  std::vector<Record> first, second;
  {
    const Reader reader(ANNALS_MODEL);
    Workspace workspace;
    first = reader.read(story_of("s1", "Norway recalled its envoy. Rebels shelled Port Marn."), workspace);
    second = reader.read(story_of("s2", "Ministers met."), workspace);
    EXPECT_TRUE(reader.read(story_of("s3", ""), workspace).empty());
  }
  EXPECT_EQ(triggers(first), (std::vector<std::string>{"recalled", "shelled"}));
  EXPECT_EQ(triggers(second), std::vector<std::string>{"met"});
  EXPECT_EQ(common(first[1]).evidence.text, "Rebels shelled Port Marn.");
  EXPECT_EQ(common(second[0]).doc, "s2");
}

// The first "Temple" fits no place that is listed and opens the name's group; the second, a state, fits some.
TEST(Reader, ANameThatIsListedOnlyAtItsSecondMention) {
  const Reader reader(ANNALS_MODEL);
  Workspace workspace;
  const auto records = reader.read(
      story_of("s", "A convoy left for Temple on Monday. The governor of Temple state, Mohammad Hariri, urged an end."),
      workspace);
  EXPECT_FALSE(records.empty());
}

TEST(Reader, ThreadsShareOne) {
  const Reader reader(ANNALS_MODEL);
  std::vector<std::vector<Record>> got(4);
  {
    std::vector<std::jthread> threads;
    for (auto& records : got) {
      threads.emplace_back([&] {
        Workspace workspace;
        const Story story = story_of("s1", "Norway recalled its envoy after rebels shelled Port Marn and Tal.");
        for (int i = 0; i < 20; ++i) records = reader.read(story, workspace);
      });
    }
  }
  EXPECT_FALSE(got[0].empty());
  for (const auto& records : got) EXPECT_EQ(records, got[0]);
}

TEST(Reader, SaysThatTheModelIsMissing) {
  EXPECT_TRUE(support::message([] { Reader reader("none.model"); }).starts_with("none.model: "));
}

}  // namespace
}  // namespace annals
