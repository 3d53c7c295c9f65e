// Annotations in CoNLL-U, as other tools read it.
#include "output/conllu.h"

#include <gtest/gtest.h>

#include "annotation_builder.h"

namespace annals {
namespace {

std::string conllu(std::string_view table, std::string_view id = "", std::string_view trailing = "") {
  HandAnnotation made = annotate(table);
  *made.text += trailing;
  made.annotation.story_text = *made.text;
  std::string out;
  append_conllu(made.annotation, PipelineLabels{}, id, out);
  return out;
}

// The lines of `out` that are words, each cut down to the columns named, from 0.
std::string columns(const std::string& out, const std::vector<std::size_t>& wanted) {
  std::string result;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = out.find('\n', at);
    std::vector<std::string> cells{""};
    for (const char c : out.substr(at, end - at)) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    at = end + 1;
    if (cells.size() != 10) continue;
    for (const std::size_t column : wanted) result += cells[column] + (column == wanted.back() ? "\n" : " ");
  }
  return result;
}

constexpr std::size_t kForm = 1, kHead = 6, kDeprel = 7, kMisc = 9;

TEST(Conllu, PrintsAllColumns) {
  EXPECT_EQ(conllu(R"(
      Kenya   Kenya  NNP  PROPN  3  poss   B-GPE  Number=Sing
      +'s     's     POS  PART   1  case
      envoys  envoy  NNS  NOUN   4  nsubj  O      Number=Plur
      left    leave  VBD  VERB   0  ROOT   O      Tense=Past|VerbForm=Fin
      +.      .      .    PUNCT  4  punct

      Ici     _      FW   _      0  ROOT
  )",
                   "wire 17"),
            "# newdoc id = wire 17\n"
            "# sent_id = wire_17.1\n"
            "# text = Kenya's envoys left.\n"
            "1\tKenya\tKenya\tPROPN\tNNP\tNumber=Sing\t3\tposs\t_\tEnd=5|NER=B-GPE|SpaceAfter=No|Start=0\n"
            "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEnd=7|Start=5\n"
            "3\tenvoys\tenvoy\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\tEnd=14|Start=8\n"
            "4\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tEnd=19|SpaceAfter=No|Start=15\n"
            "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tEnd=20|Start=19\n"
            "\n"
            "# sent_id = wire_17.2\n"
            "# text = Ici\n"
            "1\tIci\tici\t_\tFW\t_\t0\troot\t_\tEnd=24|SpaceAfter=No|Start=21\n"
            "\n");
}

TEST(Conllu, CountsCodePoints) {
  EXPECT_EQ(
      columns(conllu("Île _ NNP _ 2 compound B-GPE\nd’Yeu _ NNP _ 0 ROOT I-GPE\n€ _ $ _ 2 dep\n"), {kForm, kMisc}),
      "Île End=3|NER=B-GPE|Start=0\n"
      "d’Yeu End=9|NER=I-GPE|Start=4\n"
      "€ End=11|SpaceAfter=No|Start=10\n");
}

TEST(Conllu, LeavesWhiteSpaceOutAndTellsOfIt) {
  const std::string out = conllu(R"(
      \n\t   _  _SP  SPACE  2  dep
      Talks  _  NNS  NOUN   3  nsubj
      began  _  VBD  VERB   0  ROOT
      \n\n   _  _SP  SPACE  3  dep

      They   _  PRP  PRON   3  nsubj
      \s\s   _  _SP  SPACE  1  dep
      ended  _  VBD  VERB   0  ROOT
  )",
                                 "", " \r\n");
  EXPECT_EQ(columns(out, {0, kForm, kHead, kDeprel, kMisc}),
            "1 Talks 2 nsubj End=7|SpacesBefore=\\n\\t|Start=2\n"
            "2 began 0 root End=13|SpacesAfter=\\n\\n|Start=8\n"
            "1 They 2 nsubj End=19|SpacesAfter=\\s\\s|Start=15\n"
            "2 ended 0 root End=26|SpacesAfter=\\s\\r\\n|Start=21\n");
  EXPECT_NE(out.find("# text = They ended\n"), std::string::npos) << out;
}

TEST(Conllu, WordsOfWhiteSpaceGoToItsHead) {
  EXPECT_EQ(columns(conllu("left _ VBD VERB 0 ROOT\n\\n _ _SP SPACE 1 dep\nsoon _ RB ADV 2 advmod\n"),
                    {kForm, kHead, kDeprel}),
            "left 0 root\nsoon 1 advmod\n");
}

TEST(Conllu, ASentenceHasOneRoot) {
  // The root is white space: its first dependent takes its place, and others attach to that one.
  EXPECT_EQ(columns(conllu("a _ NN NOUN 2 dep\n\\n _ _SP SPACE 0 ROOT\nb _ NN NOUN 2 appos\nc _ NN NOUN 3 ROOT\n"),
                    {kForm, kHead, kDeprel}),
            "a 0 root\nb 1 appos\nc 2 dep\n");
}

TEST(Conllu, AnEntityWhoseFirstTokenIsLeftOutStillBegins) {
  EXPECT_EQ(columns(conllu("in _ IN ADP 0 ROOT\n\\n _ _SP SPACE 1 dep B-DATE\nMay _ NNP PROPN 1 pobj I-DATE\n"
                           "\\n _ _SP SPACE 1 dep I-DATE\n1 _ CD NUM 3 nummod I-DATE\n"),
                    {kForm, kMisc}),
            "in End=2|SpacesAfter=\\n|Start=0\n"
            "May End=6|NER=B-DATE|SpacesAfter=\\n|Start=3\n"
            "1 End=8|NER=I-DATE|SpaceAfter=No|Start=7\n");
}

TEST(Conllu, PrintsNothingForWhiteSpaceAlone) {
  EXPECT_EQ(conllu("\\n _ _SP SPACE 0 ROOT\n"), "");
  EXPECT_EQ(conllu(""), "");
}

TEST(Conllu, IdsStayOnOneLineAndHoldNoSlash) {
  const std::string out = conllu("Go _ VB VERB 0 ROOT\n", "a/b\nc");
  EXPECT_EQ(out.substr(0, out.find("# text")), "# newdoc id = a/b c\n# sent_id = a_b_c.1\n");
}

}  // namespace
}  // namespace annals
