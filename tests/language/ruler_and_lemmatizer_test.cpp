// The attribute ruler and the lemmatizer give what spaCy gives, word for word.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "annotation_builder.h"
#include "base/tsv.h"
#include "language/attribute_ruler.h"
#include "language/lemmatizer.h"
#include "model/attribute_patterns.h"
#include "model/import_attribute_ruler.h"
#include "model/import_lemmatizer.h"

namespace annals {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A folder of the test's own.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const std::string name = test != nullptr ? test->name() : "suite";
    path_ = fs::temp_directory_path() / ("annals_ruler_" + name + "_" + std::to_string(getpid()));
    fs::create_directories(path_);
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_msgpack(const fs::path& path, const json& value) {
  const auto bytes = json::to_msgpack(value);
  write_file(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// A pipeline directory with nothing in it but these patterns.
SpacyPipeline pipeline_of(const fs::path& folder, const json& patterns) {
  write_file(folder / "config.cfg", "[nlp]\nlang = \"en\"\npipeline = [\"attribute_ruler\"]\n");
  write_msgpack(folder / "attribute_ruler" / "patterns", patterns);
  return SpacyPipeline(folder);
}

struct Stages {
  explicit Stages(const std::string& path) : model(path), ruler(model), lemmatizer(model, ruler.morph_names()) {}

  void apply(Annotation& annotation) const {
    for (Token& token : annotation.tokens) token.lemma = {};
    ruler.apply(annotation);
    lemmatizer.apply(annotation);
  }

  ModelFile model;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

// The pipeline's own stages, with a cache of their own.
std::unique_ptr<Stages> pipeline_stages(const char* directory) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "stages.model").string();
  const SpacyPipeline pipeline(directory);
  ModelWriter writer;
  import_attribute_ruler(pipeline, writer);
  import_lemmatizer(pipeline, writer);
  writer.write(path);
  return std::make_unique<Stages>(path);  // stays mapped when the file is gone
}

const Stages& english() {
  static const auto stages = pipeline_stages(ANNALS_PIPELINE);
  return *stages;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// One text of the fixture.
struct Text {
  std::string table;                  // for annotate()
  std::vector<std::string> expected;  // "word: POS morph lemma"
  std::string why;
};

std::vector<Text> fixture() {
  const std::string name = "tests/language/ruler_and_lemmatizer.tsv";
  const std::string content = read_file(fs::path(ANNALS_SOURCE_DIR) / name);
  const TsvTable table(content, name);
  const auto cell = [&](const TsvRow& row, const char* column) { return std::string(row[table.column(column)]); };
  std::vector<Text> texts;
  for (const TsvRow& row : table) {
    if (const auto why = cell(row, "comment"); !why.empty()) texts.push_back({{}, {}, why});
    const auto word = cell(row, "word");
    texts.back().table += word + " _ " + cell(row, "tag") + " _ _ " + cell(row, "dep") + "\n";
    texts.back().expected.push_back(word + ": " + cell(row, "pos") + " " + cell(row, "morph") + " " +
                                    cell(row, "lemma"));
  }
  return texts;
}

std::vector<std::string> print(const Annotation& annotation) {
  std::vector<std::string> lines;
  for (const Token& token : annotation.tokens) {
    const auto& morph = annotation.morph_names[token.morph];
    lines.push_back(std::string(annotation.text(token)) + ": " +
                    std::string(kPosNames[static_cast<std::size_t>(token.pos)]) + " " + (morph.empty() ? "_" : morph) +
                    " " + std::string(annotation.lemma(token)));
  }
  return lines;
}

void expect_fixture(const Stages& stages) {
  const auto texts = fixture();
  ASSERT_GT(texts.size(), 30u);
  for (const Text& text : texts) {
    HandAnnotation made = annotate(text.table);
    stages.apply(made.annotation);
    EXPECT_EQ(print(made.annotation), text.expected) << text.why;
  }
}

TEST(RulerAndLemmatizer, AgreeWithSpacy) { expect_fixture(english()); }

TEST(RulerAndLemmatizer, GiveTheSameFromAFullCache) {
  expect_fixture(english());
  expect_fixture(english());
}

// Both pipelines bring the same patterns and tables.
TEST(RulerAndLemmatizer, AgreeWithSpacyForTheSecondPipeline) {
  expect_fixture(*pipeline_stages(ANNALS_SECOND_PIPELINE));
}

TEST(RulerAndLemmatizer, MakeWhiteSpaceASpace) {
  HandAnnotation made = annotate("They _ PRP _ 2 nsubj\nleft _ VBD _ 0 ROOT\n\\n\\n _ NN _ 2 punct\n");
  english().apply(made.annotation);
  const Token& space = made.annotation.tokens[2];
  EXPECT_EQ(space.tag, Tag::SP);
  EXPECT_EQ(space.pos, Pos::SPACE);
  EXPECT_EQ(space.dep, Dep::dep);
  EXPECT_EQ(space.morph, 0);
  EXPECT_EQ(made.annotation.lemma(space), "\n\n");
}

TEST(RulerAndLemmatizer, ThreadsShareOneCache) {
  const auto stages = pipeline_stages(ANNALS_PIPELINE);  // its cache is empty
  std::string table;
  for (const Text& text : fixture()) table += text.table;
  HandAnnotation alone = annotate(table);
  english().apply(alone.annotation);
  const auto expected = print(alone.annotation);

  std::vector<std::vector<std::string>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        HandAnnotation made = annotate(table);
        stages->apply(made.annotation);
        result = print(made.annotation);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST(LemmaCache, KeepsWhatFitsAndRefusesTheRest) {
  LemmaCache cache;
  EXPECT_FALSE(cache.find(7));
  cache.insert(7, {false, "mouse"});
  cache.insert(7, {false, "louse"});  // the first one stays
  ASSERT_TRUE(cache.find(7));
  EXPECT_EQ(cache.find(7)->text, "mouse");
  cache.insert(8, {true, {}});
  EXPECT_TRUE(cache.find(8)->is_lower);
  cache.insert(9, {false, "a-lemma-of-24-characters"});
  EXPECT_FALSE(cache.find(9));
  // Keys that meet in the same slots: the neighbourhood fills up, and nothing that is in it is lost.
  for (std::uint64_t i = 1; i <= 100; ++i) cache.insert(i << 32 | 7, {false, "mice"});
  EXPECT_EQ(cache.find(7)->text, "mouse");
  EXPECT_EQ(cache.find(std::uint64_t{1} << 32 | 7)->text, "mice");
  EXPECT_FALSE(cache.find(std::uint64_t{100} << 32 | 7));
}

// What the ruler makes of one text by patterns given as JSON.
std::vector<std::string> ruled(const char* patterns, std::string_view table) {
  const TemporaryFolder folder;
  const auto pipeline = pipeline_of(folder.path(), json::parse(patterns));
  ModelWriter writer;
  import_attribute_ruler(pipeline, writer);
  const std::string path = (folder.path() / "ruler.model").string();
  writer.write(path);
  const ModelFile model(path);
  const AttributeRuler ruler(model);
  HandAnnotation made = annotate(table);
  ruler.apply(made.annotation);
  return print(made.annotation);
}

using Lines = std::vector<std::string>;

TEST(AttributeRuler, LaterRulesOverrideEarlierOnes) {
  EXPECT_EQ(
      ruled(R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN", "MORPH": "Number=Sing"}, "index": 0},
                      {"patterns": [[{"LOWER": "a"}, {"TAG": "NN"}]], "attrs": {"POS": "X", "LEMMA": "one"}, "index": 1},
                      {"patterns": [[{"LOWER": "b"}]], "attrs": {"POS": "SYM"}, "index": 0}])",
            "A a NN\nc c NN\na a NN\nb b NN\n"),
      (Lines{"A: NOUN Number=Sing a", "c: X Number=Sing one", "a: NOUN Number=Sing a", "b: SYM Number=Sing one"}));
}

TEST(AttributeRuler, PatternsSeeTheTextAsItCame) {
  EXPECT_EQ(ruled(R"([{"patterns": [[{"DEP": "det"}]], "attrs": {"DEP": "dep", "TAG": "XX"}, "index": 0},
                      {"patterns": [[{"DEP": "det"}, {"DEP": "det"}]], "attrs": {"POS": "DET"}, "index": -1},
                      {"patterns": [[{"TAG": "XX"}]], "attrs": {"POS": "X"}, "index": 0}])",
                  "a a DT _ 0 det\nb b DT _ 0 det\nc c DT _ 0 det\n"),
            (Lines{"a:  _ a", "b: DET _ b", "c: DET _ c"}));
}

TEST(AttributeRuler, NegatedSetsTakeLabelsThatNoPatternNames) {
  EXPECT_EQ(ruled(R"([{"patterns": [[{"DEP": {"NOT_IN": ["det", ""]}, "TAG": {"IN": ["DT"]}}]],
                       "attrs": {"POS": "PRON"}}])",
                  "a a DT _ 0 det\nb b DT _ 0 nsubj\nc c DT\nd d NN _ 0 nsubj\n"),
            (Lines{"a:  _ a", "b: PRON _ b", "c:  _ c", "d:  _ d"}));
}

TEST(AttributeRuler, FeaturesAreSorted) {
  EXPECT_EQ(
      ruled(R"([{"patterns": [[{"TAG": "VB"}]], "attrs": {"MORPH": "VerbForm=Inf|PronType=Rel,Int|Aspect=Prog"}}])",
            "go go VB\n"),
      (Lines{"go:  Aspect=Prog|PronType=Int,Rel|VerbForm=Inf go"}));
}

struct Refusal {
  const char* patterns;
  const char* says;
};

class AttributeRulerRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(AttributeRulerRefuses, AtImport) {
  try {
    ruled(GetParam().patterns, "a a NN\n");
    FAIL() << "not refused: " << GetParam().patterns;
  } catch (const Error& error) {
    EXPECT_EQ(error.fault, Fault::model);
    EXPECT_NE(std::string(error.what()).find(GetParam().says), std::string::npos) << error.what();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, AttributeRulerRefuses,
    testing::Values(
        Refusal{R"([{"patterns": [[{"SHAPE": "XX"}]], "attrs": {"POS": "X"}}])",
                "pattern 0: the attribute ruler's "
                "patterns use the attribute SHAPE"},
        Refusal{R"([{"patterns": [[{"TAG": "NN", "OP": "+"}]], "attrs": {"POS": "X"}}])", "the attribute OP"},
        Refusal{R"([{"patterns": [[{"TAG": {"FUZZY": "NN"}}]], "attrs": {"POS": "X"}}])", "the predicate FUZZY"},
        Refusal{R"([{"patterns": [[{"LOWER": {"REGEX": "^a+$"}}]], "attrs": {"POS": "X"}}])", "expression ^a+$"},
        Refusal{R"([{"patterns": [[{"LOWER": {"REGEX": "a"}}]], "attrs": {"POS": "X"}}])", "expression a"},
        Refusal{R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"NORM": "x"}}])", "an assignment to NORM"},
        Refusal{R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "X"}, "index": 1}])", "an index outside"},
        Refusal{R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "THING"}}])", "the label \"THING\""},
        Refusal{R"({"patterns": 1})", "something else where a list is expected"}));

TEST(AttributePatterns, ExpandFiniteExpressions) {
  const auto expand = [](std::string_view regex) {
    const auto strings = expand_finite_regex(regex);
    return strings ? std::vector<std::string>(strings->begin(), strings->end()) : std::vector<std::string>{"refused"};
  };
  EXPECT_EQ(expand("^n'?t$"), (Lines{"n't", "nt"}));
  EXPECT_EQ(expand("^n[ou]thin'$"), (Lines{"nothin'", "nuthin'"}));
  EXPECT_EQ(expand("^[é’]?$"), (Lines{"", "é", "’"}));
  for (const char* regex :
       {"", "^", "a", "^a", "a$", "^.$", "^a*$", "^(a)$", "^[a-z]$", "^[^a]$", "^[a$", "^\\d$", "^?$"}) {
    EXPECT_EQ(expand(regex), (Lines{"refused"})) << regex;
  }
  EXPECT_EQ(expand("^[abcd][abcd][abcd][abcd][abcd]$"), (Lines{"refused"})) << "too many";
}

TEST(Lemmatizer, RefusesOtherModesAndLanguages) {
  const auto refusal = [](const std::string& config) -> std::string {
    const TemporaryFolder folder;
    write_file(folder.path() / "config.cfg", "[nlp]\npipeline = [\"lemmatizer\"]\n" + config);
    ModelWriter writer;
    try {
      import_lemmatizer(SpacyPipeline(folder.path()), writer);
    } catch (const Error& error) {
      return error.what();
    }
    return "not refused";
  };
  EXPECT_NE(refusal("lang = \"en\"\n[components.lemmatizer]\nmode = \"lookup\"\n").find("mode is \"lookup\""),
            std::string::npos);
  EXPECT_NE(refusal("lang = \"fr\"\n[components.lemmatizer]\nmode = \"rule\"\n").find("\"fr\" by code of its own"),
            std::string::npos);
}

}  // namespace
}  // namespace annals
