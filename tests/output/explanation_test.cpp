// What `annals explain` shows of a record.
#include "output/explanation.h"

#include <gtest/gtest.h>

#include "annotation_builder.h"
#include "support/fixture.h"

namespace annals {
namespace {

class Explanation : public testing::Test {
 protected:
  Explanation() {
    std::filesystem::create_directories(folder_.path("own/acts"));
    folder_.file("own/acts/games.tsv",
                 "# acts of an invented codebook\n"
                 "lemma\tpos\tobject\tmode\ttype\tcomment\n"
                 "outbid\tverb\t+\t\tRIVALRY\t\"outbid Tal\"\n");
    event_.type = "RIVALRY";
    event_.trigger = {10, 16, "outbid"};
    event_.actor = {{Words{0, 9, "Zoë Marn"}, "Zoë Marn", "OST", ""}};
    event_.evidence = {0, 21, "Zoë Marn outbid Tal."};
    event_.why = {folder_.path("own/acts/games.tsv") + ":3", "verb", {event_.trigger}};
  }

  std::string explain(const Record& record, bool bold = false) {
    const Lexicon lexicon(model_, folder_.path("own"));
    std::string out;
    Explainer{made_.annotation, labels_, lexicon, bold}.append(out, record, 2);
    return out;
  }

  const support::TemporaryFolder folder_;
  const ModelFile model_{ANNALS_MODEL};
  const PipelineLabels labels_;
  const HandAnnotation made_ = annotate(R"(
    Zoë     Zoë     NNP  PROPN  2  compound
    Marn    Marn    NNP  PROPN  3  nsubj
    outbid  outbid  VBD  VERB   0  ROOT
    Tal     Tal     NNP  PROPN  3  dobj
    +.      .       .    PUNCT  3  punct

    Others  other   NNS  NOUN   2  nsubj
    left    leave   VBD  VERB   0  ROOT
  )");
  Event event_;
};

TEST_F(Explanation, RecordTreeLexiconLineRuleAndWords) {
  EXPECT_EQ(explain(event_),
            "2. event  RIVALRY outbid: Zoë Marn (OST)\n"
            "   | Zoë Marn outbid Tal.\n"
            "     word     lemma   tag  label     head\n"
            "         Zoë  Zoë     NNP  compound  Marn\n"
            "       Marn   Marn    NNP  nsubj     outbid\n"
            "   * outbid   outbid  VBD  ROOT\n"
            "       Tal    Tal     NNP  dobj      outbid\n"
            "       .      .       .    punct     outbid\n"
            "   lexicon  " +
                event_.why.entry +
                "\n"
                "            lemma: outbid; pos: verb; object: +; type: RIVALRY; comment: \"outbid Tal\"\n"
                "   rule     verb\n"
                "   words    \"outbid\"\n\n");
}

TEST_F(Explanation, BoldIsForTerminals) {
  const std::string out = explain(event_, true);
  EXPECT_TRUE(out.starts_with("\x1B[1m2. event  RIVALRY outbid: Zoë Marn (OST)\x1B[0m\n")) << out;
  EXPECT_NE(out.find("* \x1B[1moutbid   outbid  VBD  ROOT\x1B[0m\n"), std::string::npos) << out;
}

TEST_F(Explanation, ARecordOfGrammarAloneShowsTheSentencesOfItsEvidence) {
  Role role;
  role.person = "Others";
  role.title = "heirs";
  role.evidence = {22, 33, "Others left"};
  const std::string out = explain(role);
  EXPECT_EQ(out.find("outbid"), std::string::npos) << out;
  EXPECT_NE(out.find("Others  other  NNS  nsubj  left\n"), std::string::npos) << out;
  EXPECT_EQ(out.find("lexicon"), std::string::npos) << out;
}

TEST_F(Explanation, ALexiconLineThatIsNotThereIsOnlyNamed) {
  const Lexicon lexicon(model_);
  for (const char* entry : {"lexicon/acts/sanction.tsv:999999", "lexicon/acts/sanction.tsv:1", "elsewhere.tsv:3",
                            "lexicon/acts/sanction.tsv", "pipeline.config:2", "lexicon/none.tsv:x", ":", ""}) {
    EXPECT_TRUE(lexicon.row(entry).empty()) << entry;
  }
}

}  // namespace
}  // namespace annals
