// Who did what to whom, from trees written by hand.
#include "record/svo_events.h"

#include <gtest/gtest.h>

#include <sstream>

#include "annotation_builder.h"
#include "support/fixture.h"

namespace annals {
namespace {

struct Case {
  std::string about;
  std::string tree;
  std::vector<std::string> expected;
};

std::vector<Case> cases() {
  std::istringstream in(support::read_file("tests/record/svo_events.txt"));
  std::vector<Case> out;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) continue;
    if (line.starts_with("--- ")) {
      out.push_back({line.substr(4), {}, {}});
    } else if (line.starts_with("> ")) {
      out.back().expected.push_back(line.substr(2));
    } else {
      out.back().tree += line + "\n";
    }
  }
  return out;
}

std::string names(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) {
    if (!out.empty()) out += " + ";
    out += actor.name;
  }
  return out;
}

std::string print(const Event& event, bool evidence) {
  std::string out = event.trigger.text + ": " + names(event.actor) + " -> " + names(event.recipient);
  if (evidence) out += " | " + event.evidence.text;
  return out;
}

// All that the words of a record point at must be there, byte for byte.
void expect_exact(const Words& words, const std::string& text) {
  EXPECT_EQ(text.substr(words.begin, words.end - words.begin), words.text);
}

TEST(SvoEvents, AreReadFromTrees) {
  const auto all = cases();
  ASSERT_GE(all.size(), 10u);
  for (const Case& c : all) {
    SCOPED_TRACE(c.about);
    const HandAnnotation made = annotate(c.tree);
    Story story;
    story.id = "s1";
    story.text = *made.text;
    std::vector<Record> records;
    find_svo_events(story, made.annotation, records);
    std::vector<std::string> got;
    const bool evidence = !c.expected.empty() && c.expected[0].find(" | ") != std::string::npos;
    for (const Record& record : records) {
      const Event& event = std::get<Event>(record);
      got.push_back(print(event, evidence));
      EXPECT_EQ(event.doc, "s1");
      EXPECT_EQ(event.type, "");
      expect_exact(event.evidence, story.text);
      expect_exact(event.trigger, story.text);
      for (const Actor& actor : event.actor) expect_exact(*actor.words, story.text);
      for (const Actor& actor : event.recipient) expect_exact(*actor.words, story.text);
    }
    EXPECT_EQ(got, c.expected);
  }
}

// A list of 20,000 names is one chain of conjuncts; it must neither recurse deeply nor take quadratic time.
TEST(SvoEvents, TakeALongList) {
  constexpr int kNames = 20000;
  std::string tree = "Ana _ NNP PROPN " + std::to_string(2 * kNames) + " nsubj\n";
  for (int i = 1; i < kNames; ++i) {
    tree += "+, _ , PUNCT " + std::to_string(2 * i - 1) + " punct\n";
    tree += "Ana _ NNP PROPN " + std::to_string(2 * i - 1) + " conj\n";
  }
  tree += "met _ VBD VERB 0 ROOT\n";
  const HandAnnotation made = annotate(tree);
  Story story;
  story.text = *made.text;
  std::vector<Record> records;
  find_svo_events(story, made.annotation, records);
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(std::get<Event>(records[0]).actor.size(), static_cast<std::size_t>(kNames));
}

}  // namespace
}  // namespace annals
