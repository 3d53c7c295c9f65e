// The layers that `annals annotate` prints, as JSON Lines and as columns.
#include "output/language_layers.h"

#include <gtest/gtest.h>

#include "annotation_builder.h"

namespace annals {
namespace {

class LanguageLayers : public testing::Test {
 protected:
  template <typename Write>
  std::string print(RowFormat format, Write write) {
    Story story;
    story.id = "s/1";
    story.text = *made_.text;
    const CodePointIndex index(story.text);
    std::string out;
    LayerRows rows(format, story, index, out);
    write(rows);
    rows.finish();
    return out;
  }

  const HandAnnotation made_ = annotate(R"(
    Zoë      Zoë      NNP  PROPN  2  nsubj  B-PERSON  Number=Sing
    left     leave    VBD  VERB   0  ROOT   _         Tense=Past
    +\n      _        _SP  SPACE  2  dep

    +😀      😀       SYM  SYM    0  ROOT
    東京     東京     NNP  PROPN  1  dep    B-GPE
  )");
  const PipelineLabels labels_;
};

TEST_F(LanguageLayers, Tokens) {
  EXPECT_EQ(
      print(RowFormat::json_lines, [&](LayerRows& rows) { token_rows(made_.annotation, labels_, rows); }),
      R"({"doc":"s/1","token":0,"start":0,"end":3,"text":"Zoë","lemma":"Zoë","tag":"NNP","pos":"PROPN","dep":"nsubj",)"
      R"("head":1,"sentence":0,"entity":"PERSON","iob":"B","morph":"Number=Sing"})"
      "\n"
      R"({"doc":"s/1","token":1,"start":4,"end":8,"text":"left","lemma":"leave","tag":"VBD","pos":"VERB","dep":"ROOT",)"
      R"("head":1,"sentence":0,"morph":"Tense=Past"})"
      "\n"
      R"({"doc":"s/1","token":2,"start":8,"end":9,"text":"\n","lemma":"\n","tag":"_SP","pos":"SPACE","dep":"dep",)"
      R"("head":1,"sentence":0})"
      "\n"
      R"({"doc":"s/1","token":3,"start":9,"end":10,"text":"😀","lemma":"😀","tag":"SYM","pos":"SYM","dep":"ROOT",)"
      R"("head":3,"sentence":1})"
      "\n"
      R"({"doc":"s/1","token":4,"start":11,"end":13,"text":"東京","lemma":"東京","tag":"NNP","pos":"PROPN","dep":"dep",)"
      R"("head":3,"sentence":1,"entity":"GPE","iob":"B"})"
      "\n");
}

TEST_F(LanguageLayers, SentencesWithoutTheSpaceAroundThem) {
  EXPECT_EQ(print(RowFormat::json_lines, [&](LayerRows& rows) { sentence_rows(made_.annotation, rows); }),
            "{\"doc\":\"s/1\",\"start\":0,\"end\":8,\"text\":\"Zoë left\"}\n"
            "{\"doc\":\"s/1\",\"start\":9,\"end\":13,\"text\":\"😀 東京\"}\n");
}

TEST_F(LanguageLayers, EntitiesInColumns) {
  EXPECT_EQ(print(RowFormat::columns, [&](LayerRows& rows) { entity_rows(made_.annotation, labels_, rows); }),
            "== s/1\n"
            "start  end  text  type\n"
            "0      3    Zoë   PERSON\n"
            "11     13   東京  GPE\n"
            "\n");
}

TEST_F(LanguageLayers, AnEmptyStory) {
  const Annotation nothing;
  EXPECT_EQ(print(RowFormat::json_lines, [&](LayerRows& rows) { token_rows(nothing, labels_, rows); }), "");
  EXPECT_EQ(print(RowFormat::columns, [&](LayerRows& rows) { token_rows(nothing, labels_, rows); }), "== s/1\n\n");
}

TEST_F(LanguageLayers, ColumnsThatSomeRowsLack) {
  const auto write = [](LayerRows& rows) {
    rows.begin();
    rows.field("a", 1);
    rows.field("b", "");
    rows.end();
    rows.begin();
    rows.field("a", 2.5);
    rows.field("b", "x");
    rows.null("c");
    rows.end();
  };
  EXPECT_EQ(print(RowFormat::columns, write), "== s/1\na    b\n1\n2.5  x\n\n");
  EXPECT_EQ(print(RowFormat::json_lines, write),
            "{\"doc\":\"s/1\",\"a\":1}\n{\"doc\":\"s/1\",\"a\":2.5,\"b\":\"x\",\"c\":null}\n");
}

}  // namespace
}  // namespace annals
