// The helper that other tests stand on: annotations written by hand.
#include "annotation_builder.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace annals {
namespace {

TEST(AnnotationBuilder, BuildsTextTreeSentencesAndEntities) {
  HandAnnotation made = annotate(R"(
    # form   lemma   tag   pos    head  dep    entity   morph
    New      New     NNP   PROPN  2     compound  B-GPE
    York     York    NNP   PROPN  3     nsubj     I-GPE
    sleeps   sleep   VBZ   VERB   0     ROOT      O     Number=Sing
    +.

    \n\n     _       _SP   SPACE
    ÉTÉ      _       _     NOUN   0     ROOT
    +3       _       CD
  )");
  const HandAnnotation moved = std::move(made);
  const Annotation& a = moved.annotation;
  EXPECT_EQ(a.story_text, "New York sleeps.\n\nÉTÉ3");
  ASSERT_EQ(a.tokens.size(), 7u);
  EXPECT_EQ(a.tokens[0].head, 1u);
  EXPECT_EQ(a.children(2).size(), 1u);
  EXPECT_TRUE(a.tokens[0].space_after);
  EXPECT_FALSE(a.tokens[2].space_after);
  EXPECT_EQ(a.tokens[0].dep, Dep::compound);
  EXPECT_EQ(a.lemma(2), "sleep");
  EXPECT_EQ(a.lemma(5), "été");
  EXPECT_EQ(a.morph_names[a.tokens[2].morph], "Number=Sing");
  EXPECT_EQ(a.tokens[3].morph, 0);
  ASSERT_EQ(a.entities.size(), 1u);
  EXPECT_EQ(a.entities[0].tokens, (TokenSpan{0, 2}));
  EXPECT_EQ(a.sentences[0], (TokenSpan{0, 3}));
  EXPECT_TRUE(a.tokens[0].is(kIsTitle) && a.tokens[0].is(kIsAlpha));
  EXPECT_TRUE(a.tokens[3].is(kIsPunct));
  EXPECT_TRUE(a.tokens[4].is(kIsSpace));
  EXPECT_TRUE(a.tokens[5].is(kIsUpper));
  EXPECT_TRUE(a.tokens[6].is(kIsDigit) && a.tokens[6].is(kLikeNum));
}

TEST(AnnotationBuilder, RefusesMistakes) {
  for (const char* table : {"a a NNN", "a a NN NOUN x", "a a NN NOUN 5", "a a NN NOUN 0 ROOT I-GPE",
                            "a a NN NOUN 0 ROOT GPE", "a a NN NOUN 0 ROOT O _ more"}) {
    EXPECT_THROW(annotate(table), std::invalid_argument) << table;
  }
}

}  // namespace
}  // namespace annals
