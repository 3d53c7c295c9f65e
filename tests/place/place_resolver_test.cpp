// The place layer over annotations written by hand, with a gazetteer of a few cities and the project's lexicon.
#include "place/place_resolver.h"

#include <gtest/gtest.h>

#include <cctype>
#include <sstream>

#include "annotation_builder.h"
#include "base/tsv.h"
#include "place_fixture.h"
#include "support/fixture.h"

namespace annals {
namespace {

// The builder's table for "Tanks entered [GPE northern Gaza] .": words with a capital are proper nouns, and the first
// word of a sentence heads it.
HandAnnotation marked(const std::string& text) {
  std::istringstream words(text);
  std::string table, entity;
  bool begins = false, first = true;
  for (std::string word; words >> word;) {
    if (word[0] == '[') {
      entity = word.substr(1);
      begins = true;
      continue;
    }
    const bool closes = word.size() > 1 && word.back() == ']';
    if (closes) word.pop_back();
    const auto letter = static_cast<unsigned char>(word[0]);
    const char* kind = std::ispunct(letter) ? " _ . PUNCT" : std::isupper(letter) ? " _ NNP PROPN" : " _ NN NOUN";
    table += word + kind + (first ? " 0 ROOT" : " 1 dep");
    if (!entity.empty()) table += (begins ? " B-" : " I-") + entity;
    table += '\n';
    begins = first = false;
    if (closes) entity.clear();
    if (word == ".") {
      table += '\n';
      first = true;
    }
  }
  return annotate(table);
}

std::string print(const std::vector<NamedPlace>& places, const Annotation& story) {
  std::string out;
  for (const NamedPlace& place : places) {
    out += (out.empty() ? "" : " ") + std::string(story.text(place.tokens)) + "=" + std::string(place.country) + ":" +
           std::string(place_kind_name(place.kind));
    if (place.use == PlaceUse::demonym) out += "(demonym)";
    if (place.approximate) out += "(near)";
  }
  return out.empty() ? "none" : out;
}

class PlaceResolverTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new support::TemporaryFolder;
    support::write_place_model(folder_->path("places.model"));
    model_ = new ModelFile(folder_->path("places.model"));
    resolver_ = new PlaceResolver(*model_);
  }
  static void TearDownTestSuite() {
    delete resolver_;
    delete model_;
    delete folder_;
  }

  static support::TemporaryFolder* folder_;
  static ModelFile* model_;
  static PlaceResolver* resolver_;
};
support::TemporaryFolder* PlaceResolverTest::folder_ = nullptr;
ModelFile* PlaceResolverTest::model_ = nullptr;
PlaceResolver* PlaceResolverTest::resolver_ = nullptr;

TEST_F(PlaceResolverTest, FindsAndResolves) {
  const std::string file = support::read_file("tests/place/place_resolver.tsv");
  const TsvTable table(file, "tests/place/place_resolver.tsv");
  ASSERT_GE(table.rows().size(), 18u);
  PlaceWorkspace workspace;
  for (const TsvRow& row : table) {
    const HandAnnotation story = marked(std::string(row[table.column("text")]));
    std::vector<NamedPlace> places;
    resolver_->resolve(story.annotation, workspace, places);
    EXPECT_EQ(print(places, story.annotation), row[table.column("places")])
        << row[table.column("text")] << ": " << row[table.column("why")];
  }
}

TEST_F(PlaceResolverTest, AppendsAndToleratesNothing) {
  PlaceWorkspace workspace;
  std::vector<NamedPlace> places(1);
  resolver_->resolve(Annotation{}, workspace, places);
  EXPECT_EQ(places.size(), 1u);
}

TEST_F(PlaceResolverTest, SaysHowSureItIs) {
  const HandAnnotation story = marked("The talks in [GPE Paris] resumed .");
  PlaceWorkspace workspace;
  std::vector<NamedPlace> places;
  resolver_->resolve(story.annotation, workspace, places);
  ASSERT_EQ(places.size(), 1u);
  const NamedPlace& paris = places[0];
  EXPECT_GT(paris.found, 0.5F);
  EXPECT_GT(paris.score, 0.5F);
  EXPECT_NEAR(paris.margin, 2 * paris.score - 1, 1e-4) << "two readings share the probability";
  ASSERT_NE(paris.runner_up, kNoPlace);
  EXPECT_EQ(resolver_->gazetteer().entry(paris.runner_up).geonames, 4717560u);
}

TEST(PlaceWeights, RefuseUnknownFeatures) {
  const std::string head = "model\tfeature\tweight\tcomment\n";
  EXPECT_EQ(PlaceWeights::read(head + "find\tbias\t-1.5\n").find[0], -1.5F);
  EXPECT_EQ(
      support::message([&] { PlaceWeights::read(head + "find\tmoon\t1\n"); }),
      "lexicon/place_weights.tsv:2: there is no feature \"moon\" of \"find\". src/place/place_weights.h lists the "
      "features of find and pick.");
  EXPECT_EQ(support::message([&] { PlaceWeights::read(head + "pick\tpopulation\tmuch\n"); }),
            "lexicon/place_weights.tsv:2: \"much\" is no number. Write the weight as a decimal number.");
}

}  // namespace
}  // namespace annals
