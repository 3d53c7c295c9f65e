// Building of the gazetteer from small packages, look-up in it, and refusal of damaged sections.
#include "place/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <functional>

#include "place/gazetteer_builder.h"
#include "place/gazetteer_sources.h"
#include "place/name_key.h"
#include "place_fixture.h"
#include "support/fixture.h"

namespace annals {
namespace {

// "Paris FRA capital 2988507", for each meaning of a key, sorted.
std::string meanings(const Gazetteer& gazetteer, std::uint64_t key) {
  std::vector<std::string> found;
  for (const NamePosting posting : gazetteer.find(key)) {
    const GazetteerEntry& e = gazetteer.entry(posting.entry());
    found.push_back(std::string(gazetteer.name(e)) + " " + std::string(gazetteer.iso3(e.country)) + " " +
                    std::string(place_kind_name(e.kind)) + " " + std::to_string(e.geonames));
  }
  std::sort(found.begin(), found.end());
  std::string all;
  for (const std::string& f : found) all += (all.empty() ? "" : "; ") + f;
  return all;
}

class GazetteerTest : public testing::Test {
 protected:
  void SetUp() override { support::write_place_model(folder_.path("places.model")); }
  support::TemporaryFolder folder_;
};

TEST_F(GazetteerTest, KnowsNamesOfPackagesAndLexicon) {
  const ModelFile model(folder_.path("places.model"));
  const Gazetteer gazetteer(model);
  EXPECT_EQ(meanings(gazetteer, name_key("Paris")), "Paris FRA capital 2988507; Paris USA city 4717560");
  EXPECT_EQ(meanings(gazetteer, name_key("LUTETIA")), "Paris FRA capital 2988507");
  EXPECT_EQ(meanings(gazetteer, name_key("PAR")), "") << "a code is no name";
  EXPECT_EQ(meanings(gazetteer, exact_key("US")), "United States USA country 6252001");
  EXPECT_EQ(meanings(gazetteer, name_key("us")), "") << "abbreviations count in their own letters only";
  EXPECT_EQ(meanings(gazetteer, name_key("Türkiye")), "Turkey TUR country 298795");
  EXPECT_EQ(meanings(gazetteer, name_key("Turkish")), "Turkey TUR country 298795");
  EXPECT_EQ(meanings(gazetteer, name_key("Nowhere")), "") << "a division without a city has no point";
  EXPECT_EQ(meanings(gazetteer, name_key("Elsewhere")), "");
}

TEST_F(GazetteerTest, PlacesDivisionsInTheMiddleOfTheirCities) {
  const ModelFile model(folder_.path("places.model"));
  const Gazetteer gazetteer(model);
  const auto found = gazetteer.find(name_key("Lamar County"));
  ASSERT_EQ(found.size(), 1u);
  const GazetteerEntry& county = gazetteer.entry(found[0].entry());
  EXPECT_NEAR(county.lat, 33.66, 0.01);
  EXPECT_NEAR(county.lon, -95.56, 0.01);
  EXPECT_EQ(county.population, 24782u);
  ASSERT_NE(county.admin1, kNoPlace) << "the parent may stand below its child";
  EXPECT_EQ(gazetteer.name(gazetteer.entry(county.admin1)), "Texas");
}

TEST_F(GazetteerTest, KnowsProvincesByTheNamesThatNoTownInThemHas) {
  const ModelFile model(folder_.path("places.model"));
  const Gazetteer gazetteer(model);
  const auto names_around = [&](const char* town) {
    std::string all;
    for (const NamePosting posting : gazetteer.find(name_key(town))) {
      const GazetteerEntry& entry = gazetteer.entry(posting.entry());
      if (entry.admin1 != kNoPlace) all += std::string(gazetteer.province_names(entry.admin1)) + ";";
    }
    return all;
  };
  EXPECT_EQ(names_around("Hamilton"), "Ontario;");
  EXPECT_EQ(names_around("Paris"), "Île-de-France|Région parisienne;Texas|State of Texas;");
  EXPECT_EQ(names_around("Ramallah"), ";") << "the town is meant";
  EXPECT_EQ(names_around("Khan Yunis"), "Khan Yunis Governorate|Gaza Strip;") << "a province inside another";
  EXPECT_EQ(gazetteer.province_names(kNoPlace), "");
}

TEST(GazetteerSources, ReadAFullDump) {
  support::TemporaryFolder folder;
  const std::string places = support::read_file("lexicon/places.tsv");
  GazetteerBuilder builder;
  read_geonames_dump(support::source_path("tests/place/all_countries.txt"),
                     support::read_file("lexicon/feature_codes.tsv"), places, builder);
  ModelWriter writer;
  builder.write(writer);
  writer.write(folder.path("dump.model"));
  const ModelFile model(folder.path("dump.model"));
  const Gazetteer gazetteer(model);
  EXPECT_EQ(meanings(gazetteer, name_key("Philadelphia")), "Amman JOR capital 250441");
  EXPECT_EQ(meanings(gazetteer, name_key("Dry Creek")), "") << "a stream is not among the features taken";
  const auto found = gazetteer.find(name_key("Ram Allah"));
  ASSERT_EQ(found.size(), 1u);
  const GazetteerEntry& town = gazetteer.entry(found[0].entry());
  ASSERT_NE(town.admin1, kNoPlace);
  EXPECT_EQ(gazetteer.name(gazetteer.entry(town.admin1)), "West Bank") << "a division may stand below its town";
}

TEST(GazetteerSources, SayWhatIsWrong) {
  support::TemporaryFolder folder;
  GazetteerBuilder builder;
  const std::string broken = folder.file("dump.txt", "1\tShort row\n");
  EXPECT_EQ(
      support::message([&] { read_geonames_dump(broken, "code\tkind\nPPL\tcity\n", "iso2\tcountry\n", builder); }),
      broken +
          ":1: the row is not as this version of the data has it. Run `make model`, which fetches the "
          "gazetteer's data, or name its folder with --gazetteer.");
  const std::string head =
      "name\tkind\tcountry\tgeonames\tlat\tlon\tpopulation\tnames\tabbreviations\tadjectives\tnationals\n";
  EXPECT_EQ(support::message([&] { read_place_lexicon(head + "Atlantis\tmyth\t\t\t0\t0\n", builder); }),
            "lexicon/places.tsv:2: \"myth\" is no kind of place. Use one of the kinds that docs/places.md lists.");
  EXPECT_EQ(support::message([&] { read_place_lexicon(head + "Atlantis\tisland\t\t\t\t\n", builder); }),
            "lexicon/places.tsv:2: a place needs a name, lat and lon. Fill in the empty cell.");
  EXPECT_EQ(support::message([&] { read_place_lexicon(head + "Atlantis\tisland\t\t\tx\t0\n", builder); }),
            "lexicon/places.tsv:2: \"x\" is no number. Write digits only, or leave the cell empty.");
}

// A model of the gazetteer's sections in which one is replaced.
std::string refusal(const support::TemporaryFolder& folder, const std::string& damaged,
                    const std::function<void(std::string&)>& damage) {
  const ModelFile whole(folder.path("places.model"));
  ModelWriter writer;
  for (const SectionEntry& section : whole.sections()) {
    std::string bytes(whole.text(section.name));
    if (damaged == section.name) damage(bytes);
    writer.add_text(section.name, bytes);
  }
  writer.write(folder.path("damaged.model"));
  return support::message([&] {
    const ModelFile model(folder.path("damaged.model"));
    const Gazetteer gazetteer(model);
  });
}

TEST_F(GazetteerTest, RefusesDamagedSections) {
  const auto said = [&](const std::string& section) {
    return folder_.path("damaged.model") + ": section " + section +
           " is damaged. Build the model again with `annals model build`.";
  };
  const auto last_number = [](std::uint32_t value) {
    return [value](std::string& bytes) { std::memcpy(bytes.data() + bytes.size() - 4, &value, 4); };
  };
  EXPECT_EQ(refusal(folder_, "place.buckets", last_number(7)), said("place.buckets"));
  EXPECT_EQ(refusal(folder_, "place.buckets", [](std::string& b) { b.resize(8); }), said("place.buckets"));
  EXPECT_EQ(refusal(folder_, "place.names", last_number(7)), said("place.names"));
  EXPECT_EQ(refusal(folder_, "place.postings", last_number(0x0FFFFFFF)), said("place.postings"));
  EXPECT_EQ(refusal(folder_, "place.text", [](std::string& b) { b.resize(3); }), said("place.entries"));
  EXPECT_EQ(refusal(folder_, "place.countries", [](std::string& b) { b[3] = 'X'; }), said("place.countries"));
  EXPECT_NE(refusal(folder_, "place.entries", [](std::string& b) { b.pop_back(); }), "no error");
}

}  // namespace
}  // namespace annals
