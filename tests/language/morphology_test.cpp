// Feature strings become enums.
#include "language/morphology.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(Morphology, ReadsEachFeature) {
  const std::vector<std::string> names{"",
                                       "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
                                       "Aspect=Perf|Tense=Past|VerbForm=Part",
                                       "Definite=Ind|PronType=Art",
                                       "Polarity=Neg",
                                       "Poss=Yes|Reflex=Yes",
                                       "NumType=Card|VerbType=Mod",
                                       "Degree=Cmp"};
  const Morphology morphology(names);
  EXPECT_EQ(morphology.features(0), MorphFeatures{});
  const MorphFeatures& she = morphology.features(1);
  EXPECT_EQ(she.case_, Case::Nom);
  EXPECT_EQ(she.gender, Gender::Fem);
  EXPECT_EQ(she.number, Number::Sing);
  EXPECT_EQ(she.person, Person::Third);
  EXPECT_EQ(she.pron_type, PronType::Prs);
  EXPECT_EQ(she.tense, Tense::none);
  EXPECT_EQ(morphology.features(2).aspect, Aspect::Perf);
  EXPECT_EQ(morphology.features(2).tense, Tense::Past);
  EXPECT_EQ(morphology.features(2).verb_form, VerbForm::Part);
  EXPECT_EQ(morphology.features(3).definite, Definite::Ind);
  EXPECT_TRUE(morphology.features(4).negative);
  EXPECT_TRUE(morphology.features(5).possessive);
  EXPECT_TRUE(morphology.features(5).reflexive);
  EXPECT_EQ(morphology.features(6).num_type, NumType::Card);
  EXPECT_TRUE(morphology.features(6).modal);
  EXPECT_EQ(morphology.features(7).degree, Degree::Cmp);
}

TEST(Morphology, TakesNoFeatureForAnotherWhoseNameBeginsAlike) {
  EXPECT_EQ(feature_value("NumberType=Sing|Num=1", "Number"), "");
  EXPECT_EQ(feature_value("NumberType=Sing|Number=Plur", "Number"), "Plur");
}

}  // namespace
}  // namespace annals
