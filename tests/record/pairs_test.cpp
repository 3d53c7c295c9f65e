// The relation of marked pairs, through the whole engine, the frames and the classifier.
#include <gtest/gtest.h>

#include "base/tsv.h"
#include "record/pair_coder.h"
#include "record/pair_trainer.h"
#include "support/fixture.h"

namespace annals {
namespace {

const PairCoder& coder() {
  static const PairCoder instance(ANNALS_MODEL);  // built by `make model`
  return instance;
}

TEST(Pairs, AreCoded) {
  PairCoder::Workspace workspace;
  const std::string text = support::read_file("tests/record/pairs.tsv");
  const TsvTable table(text, "tests/record/pairs.tsv");
  ASSERT_GE(table.rows().size(), 9u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE("line " + std::to_string(row.line) + ": " + std::string(row[table.column("why")]));
    const PairAnswer answer = coder().code(parse_marks(row[table.column("sentence")], "pairs.tsv"), workspace);
    EXPECT_EQ(answer.type, row[table.column("type")]);
    EXPECT_EQ(answer.why.starts_with("lexicon/acts/") ? "frame" : "words", row[table.column("by")]) << answer.why;
    EXPECT_EQ(answer.trigger.empty(), row[table.column("by")] == "words");
    EXPECT_GT(answer.score, 0);
    EXPECT_LE(answer.score, 1);
  }
}

TEST(Pairs, ASideMayBeUnknown) {
  PairCoder::Workspace workspace;
  MarkedSentence sentence = parse_marks("[[Rebels]] shelled <<Port Marn>>.", "s");
  sentence.recipient.reset();
  EXPECT_EQ(coder().code(sentence, workspace).type, "ASSAULT");
  sentence.actor.reset();
  EXPECT_EQ(coder().code(sentence, workspace).type, "ASSAULT");
  sentence.text.clear();
  EXPECT_EQ(coder().code(sentence, workspace).type, "");
}

TEST(PairTrainer, ReadsMarks) {
  const MarkedSentence sentence = parse_marks("<<Tal>> was left by [[Ostland]].", "t.tsv:2");
  EXPECT_EQ(sentence.text, "Tal was left by Ostland.");
  EXPECT_EQ(sentence.recipient, (ByteSpan{0, 3}));
  EXPECT_EQ(sentence.actor, (ByteSpan{16, 23}));
  for (const char* wrong : {"Tal", "[[Tal]]", "[[Tal <<x>>", "<<Tal>> x>>"}) {
    EXPECT_EQ(support::message([&] { parse_marks(wrong, "t.tsv:2"); }),
              "t.tsv:2: the sentence marks no pair. Put [[ ]] around the actor and << >> around the recipient.")
        << wrong;
  }
}

TEST(PairTrainer, TheProjectsSentencesCoverAllTypes) {
  const auto sentences = read_training(std::filesystem::path(ANNALS_SOURCE_DIR) / "lexicon/training");
  EXPECT_GE(sentences.size(), 1500u);
  EXPECT_EQ(coder().types().size(), 16u);
  EXPECT_TRUE(read_training("no-such-folder").empty());
}

}  // namespace
}  // namespace annals
