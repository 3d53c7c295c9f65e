// The commands that ask a ledger, from end to end on a small one: output, messages and exit statuses.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "ledger/small_ledger.h"

namespace annals {
namespace {

using nlohmann::json;

struct Ran {
  int status;
  std::string out, err;
};

class Asking : public testing::Test {
 protected:
  static std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // "$L" in `words` is the ledger.
  Ran annals(const std::string& words, const std::string& input = "") const {
    static const support::SmallLedger ledger;
    const std::string in = folder_.file("in", input);
    const std::string command = "cd '" + folder_.path("") + "' && L='" + ledger.path() + "' && '" ANNALS_BINARY "' " +
                                words + " <in >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(folder_.path("out")), bytes_of(folder_.path("err"))};
  }

  support::TemporaryFolder folder_;
};

TEST_F(Asking, TableOfEvents) {
  const Ran ran = annals("events $L --format table");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(
      ran.out,
      "ID  DAY         TYPE                    ACTOR   RECIPIENT  WHERE      SENTENCE\n"
      "e2  2023-11-06  ASSAULT/aerial          Israel  people     Gaza City  An Israeli strike killed 12 people in "
      "Gaza City on Monday, the health ministry said.\n"
      "e1  2023-11-04  SANCTION/withdraw       Turkey  Israel                Turkey recalled its envoy from Israel "
      "on Saturday.\n"
      "e3              REQUEST (hypothetical)  Qatar                         Qatar may urge both sides on.\n");
}

TEST_F(Asking, TheQuestionOfTheManual) {
  const Ran ran =
      annals("events $L --actor Turkey --recipient Israel --type SANCTION --since 2023-10-01 --until 2023-11-07");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(json::parse(ran.out)["id"], "e1");
}

TEST_F(Asking, NothingFoundIsToldApartFromTheAnswer) {
  const Ran ran = annals("events $L --actor Tukrey --format csv");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.substr(0, 7), "id,day,") << "programs still get their header";
  EXPECT_EQ(ran.err,
            "Nothing found for --actor Tukrey.\nNo actor of this ledger is called \"Tukrey\". Did you mean Turkey?\n");
}

TEST_F(Asking, FaultsOfTheCommandLine) {
  const Ran type = annals("events $L --type SANCTON");
  EXPECT_EQ(type.status, 2);
  EXPECT_EQ(type.err, "--type: there is no type \"SANCTON\". Did you mean SANCTION?\n");
  EXPECT_EQ(annals("events $L --actr x").err, "annals events: there is no option --actr. Did you mean --actor?\n");
  EXPECT_EQ(annals("events $L --format tabel").err, "--format: there is no \"tabel\". Did you mean table?\n");
  EXPECT_EQ(annals("events missing.ledger").status, 2);
  EXPECT_EQ(annals("chart $L figures").err,
            "annals chart: figures of different measures do not stand on one scale. Name one with --measure, as "
            "--measure killed, or count records with --counts.\n");
  EXPECT_EQ(
      annals("show $L e99").err,
      "e99: the ledger has no such record. List records to see their ids; they change when a story is read anew.\n");
  EXPECT_EQ(annals("show $L 99").status, 2);
}

TEST_F(Asking, StoriesAndTimeline) {
  const Ran stories = annals("stories $L --format csv --text 'humanitarian pause'");
  EXPECT_EQ(stories.out,
            "doc,version,published,source,title,url,dateline,events,statements,figures,movements,talks,roles\r\n"
            "envoy,1,2023-11-05,Wire A,Story envoy,,,1,1,0,0,0,1\r\n");
  const Ran timeline = annals("timeline $L --actor Turkey");
  EXPECT_EQ(timeline.out.substr(0, 10), "2023-11-04");
  EXPECT_LT(timeline.out.find("e1 "), timeline.out.find("s1 "));
}

TEST_F(Asking, Show) {
  const Ran ran = annals("show $L e1");
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.out.find("> Turkey [recalled] its envoy from Israel on Saturday.\n"), ran.out.npos) << ran.out;
  EXPECT_NE(ran.out.find("lexicon/acts/sanction.tsv:3"), ran.out.npos);
  EXPECT_NE(ran.out.find("Wire A"), ran.out.npos);
  EXPECT_NE(ran.out.find("annals test"), ran.out.npos) << "the run";
}

TEST_F(Asking, GeoJsonIsOneCollection) {
  const Ran ran = annals("events $L --format geojson");
  const json map = json::parse(ran.out);
  EXPECT_EQ(map["type"], "FeatureCollection");
  EXPECT_EQ(map["features"].size(), 1u);
  EXPECT_EQ(ran.err, "2 records have no point and are not on the map.\n");
}

TEST_F(Asking, Dyads) {
  EXPECT_EQ(annals("dyads $L").out,
            "month,actor,recipient,events,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,"
            "mean_score\r\n"
            "2023-11,ISR,PSE,1,0,0,0,1,-10.00\r\n"
            "2023-11,TUR,ISR,1,0,0,0,1,-4.00\r\n");
}

TEST_F(Asking, Charts) {
  const Ran trucks = annals("chart $L figures --measure trucks");
  EXPECT_NE(trucks.out.find("2023-11-07"), trucks.out.npos);
  EXPECT_NE(trucks.out.find("20–30  Wire B"), trucks.out.npos) << trucks.out;
  EXPECT_EQ(annals("chart $L events --by year --svg chart.svg").status, 0);
  EXPECT_EQ(bytes_of(folder_.path("chart.svg")).substr(0, 4), "<svg");
}

TEST_F(Asking, SqlReadsAndDoesNotWrite) {
  EXPECT_EQ(annals("sql $L \"SELECT actor, type FROM event_rows ORDER BY id LIMIT 1\"").out,
            "actor,type\r\nTurkey,SANCTION\r\n");
  EXPECT_EQ(annals("sql $L --format jsonl", "SELECT count(*) AS \"n\"\nFROM stories;\n").out, "{\"n\":3}\n");
  for (const char* query : {"DELETE FROM events", "DROP TABLE events", "ATTACH 'other.db' AS o",
                            "PRAGMA user_version = 9", "CREATE TABLE t (x)"}) {
    annals("sql $L \"" + std::string(query) + "\"");
    EXPECT_FALSE(std::filesystem::exists(folder_.path("other.db"))) << query;
    EXPECT_EQ(annals("sql $L \"SELECT count(*) FROM events\"").out, "count(*)\r\n3\r\n") << query;
  }
  const Ran wrong = annals("sql $L \"SELEC 1\"");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err.substr(0, 5), "sql: ");
  const Ran prompt = annals("sql $L", "SELEC 1;\nSELECT 1 AS one;\n.quit\n");
  EXPECT_EQ(prompt.out, "one\r\n1\r\n") << "a fault costs only its statement";
}

TEST_F(Asking, ExportWritesWhatThePackageDescribes) {
  const Ran ran = annals("export $L tables --geojson --hxl");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "tables: 3 stories, 3 events, 1 statements, 2 figures, 1 movements, 1 talks, 1 roles\n");
  const json package = json::parse(bytes_of(folder_.path("tables/datapackage.json")));
  for (const json& resource : package["resources"]) {
    const std::string text = bytes_of(folder_.path("tables/" + resource["path"].get<std::string>()));
    std::string header;
    for (const json& field : resource["schema"]["fields"]) {
      header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    }
    EXPECT_EQ(text.substr(0, text.find("\r\n")), header) << resource["path"];
  }
  EXPECT_EQ(json::parse(bytes_of(folder_.path("tables/events.geojson")))["features"].size(), 1u);
  EXPECT_NE(bytes_of(folder_.path("tables/figures.hxl.csv")).find("#meta+id,#date+start"), std::string::npos);
  EXPECT_NE(bytes_of(folder_.path("tables/data-dictionary.md")).find("## roles.csv"), std::string::npos);
}

}  // namespace
}  // namespace annals
