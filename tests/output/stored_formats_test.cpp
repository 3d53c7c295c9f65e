// Records of a ledger as JSON Lines, CSV, GeoJSON and HXL, as a table, in context, in charts, and the data package.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>

#include "ledger/small_ledger.h"
#include "output/chart.h"
#include "output/data_package.h"
#include "output/geojson.h"
#include "output/hxl.h"
#include "output/record_context.h"
#include "output/record_table.h"
#include "output/stored_columns.h"
#include "output/stored_csv.h"
#include "output/stored_json.h"

namespace annals {
namespace {

using nlohmann::json;
using support::SmallLedger;

StoredRecord record(RecordKind kind, std::int64_t row) {
  static SmallLedger ledger;
  return *find_record(ledger.db(), {kind, row});
}

TEST(StoredFormats, JsonHasTheIdAndTheStory) {
  std::string out;
  append_stored_json(out, record(RecordKind::event, 1));
  const json line = json::parse(out);
  EXPECT_EQ(line["id"], "e1");
  EXPECT_EQ(line["day"], "2023-11-04");
  EXPECT_EQ(line["trigger"], json::parse(R"({"start":16,"end":24,"text":"recalled"})"));
  EXPECT_EQ(line["story"]["source"], "Wire A");
  EXPECT_EQ(line["story"]["published"], "2023-11-05");
}

TEST(StoredFormats, CsvHasAsManyCellsAsColumns) {
  std::string out;
  append_stored_csv_header(out, RecordKind::figure);
  append_stored_csv_line(out, record(RecordKind::figure, 1));
  EXPECT_EQ(out.substr(0, out.find("\r\n")).substr(0, 14), "id,day,doc,of,");
  EXPECT_NE(out.find("f1,2023-11-06,strike,people killed,12,12,exact,count,,killed,"), out.npos) << out;
  EXPECT_NE(out.find("\"An Israeli strike killed 12 people in Gaza City on Monday, the health ministry said.\""),
            out.npos);
}

TEST(StoredFormats, ColumnsHaveNamesOfTheirOwn) {
  for (const RecordKind kind : kRecordKinds) {
    std::set<std::string_view> names;
    for (const StoredColumn& column : stored_columns(kind))
      EXPECT_TRUE(names.insert(column.name).second) << column.name;
  }
}

TEST(StoredFormats, GeoJsonPutsLongitudeFirst) {
  std::string out;
  ASSERT_TRUE(append_feature(out, record(RecordKind::event, 2)));
  const json feature = json::parse(out);
  EXPECT_EQ(feature["type"], "Feature");
  EXPECT_EQ(feature["id"], "e2");
  EXPECT_EQ(feature["geometry"], json::parse(R"({"type":"Point","coordinates":[34.47,31.5]})"));
  EXPECT_EQ(feature["properties"]["killed"], 12);
  EXPECT_EQ(feature["properties"]["type"], "ASSAULT");
}

TEST(StoredFormats, AMovementIsALineAndAFactWithoutAPlaceIsOnNoMap) {
  std::string out;
  ASSERT_TRUE(append_feature(out, record(RecordKind::movement, 1)));
  EXPECT_EQ(json::parse(out)["geometry"],
            json::parse(R"({"type":"LineString","coordinates":[[34.25,31.29],[34.47,31.5]]})"));
  std::string none;
  EXPECT_FALSE(append_feature(none, record(RecordKind::event, 1)));
  EXPECT_EQ(none, "");
}

TEST(StoredFormats, HxlHasItsTagsInTheSecondRow) {
  std::string out;
  append_hxl_header(out, RecordKind::figure);
  append_hxl_line(out, record(RecordKind::figure, 2));
  EXPECT_EQ(out,
            "id,day,when_end,measure,of,low,high,qualifier,unit,per,attributed_to,where,where_country,where_geonames,"
            "where_lat,where_lon,factuality,evidence,source,published,url\r\n"
            "#meta+id,#date+start,#date+end,#indicator+code,#indicator+name,#indicator+value+min+num,"
            "#indicator+value+max+num,#indicator+qualifier,#indicator+unit,#frequency,#meta+source+cited,#loc+name,"
            "#country+where+code+v_iso3,#loc+code+v_geonames,#geo+lat,#geo+lon,#status+factuality,"
            "#description+evidence,#meta+source,#date+reported,#meta+url\r\n"
            "f2,2023-11-07,,trucks,trucks,20,30,between,count,,,Gaza City,PSE,281133,31.5,34.47,actual,"
            "Between 20 and 30 trucks entered from Rafah.,Wire B,2023-11-07,\r\n");
  for (const RecordKind kind : kRecordKinds) {
    std::string header;
    append_hxl_header(header, kind);
    EXPECT_NE(header.find("\r\n#meta+id,#date+start,"), header.npos) << name_of(kind);
  }
}

TEST(StoredFormats, ATableIsCutToTheScreen) {
  TextTable table({{"ID"}, {"COUNT", Align::right}, {"SENTENCE"}});
  table.add({"e1", "7", "short"});
  table.add({"e2", "1200", "a sentence that is\nmuch too long"});
  std::string out;
  table.print(out, 30);
  EXPECT_EQ(out,
            "ID  COUNT  SENTENCE\n"
            "e1      7  short\n"
            "e2   1200  a sentence that is…\n");
  EXPECT_EQ(cut_to_width("Erdoğan", 5), "Erdo…");
}

TEST(StoredFormats, TheCellsOfATable) {
  EXPECT_EQ(
      table_cells(record(RecordKind::event, 3)),
      (std::vector<std::string>{"e3", "", "REQUEST (hypothetical)", "Qatar", "", "", "Qatar may urge both sides on."}));
  EXPECT_EQ(table_cells(record(RecordKind::figure, 2))[2], "20 to 30");
  for (const RecordKind kind : {RecordKind::event, RecordKind::movement, RecordKind::talks, RecordKind::role}) {
    EXPECT_EQ(table_cells(record(kind, 1)).size(), table_columns(kind).size());
  }
}

TEST(StoredFormats, ContextMarksTheWordsThatDecided) {
  std::string out;
  append_record_context(
      out, record(RecordKind::event, 1),
      "ANKARA — Turkey recalled its envoy from Israel on Saturday. President Erdoğan said the humanitarian "
      "pause was too short.",
      false);
  EXPECT_EQ(out,
            "\nSentence\n"
            "  ANKARA —\n"
            "> Turkey [recalled] its envoy from Israel on Saturday.\n"
            "  President Erdoğan said the humanitarian pause was too short.\n");
}

Chart two_sources() {
  Chart chart;
  chart.title = "trucks & <aid>";
  chart.sources = {"Wire A", "Wire B"};
  chart.points = {{support::day_of("2023-11-01"), 20, 40, 0},
                  {support::day_of("2023-11-01"), 10, 10, 1},
                  {support::day_of("2023-11-05"), 80, 80, 0}};
  return chart;
}

TEST(StoredFormats, ATerminalChart) {
  EXPECT_EQ(terminal_chart(two_sources(), 43),
            "trucks & <aid>\n"
            "2023-11-01  ████░░░░          20–40  Wire A\n"
            "            ██                   10  Wire B\n"
            "2023-11-05  ████████████████     80  Wire A\n");
  EXPECT_EQ(chart_number(11078), "11,078");
  EXPECT_EQ(chart_number(-1200.5), "-1,200.5");
}

TEST(StoredFormats, AnSvgChartIsWellFormedAndTold) {
  const std::string svg = svg_chart(two_sources());
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(svg.c_str())) << svg;
  const pugi::xml_node root = document.child("svg");
  EXPECT_STREQ(root.attribute("role").value(), "img");
  EXPECT_STREQ(root.child("title").text().get(), "trucks & <aid>");
  EXPECT_STREQ(root.child("desc").text().get(), "3 values from 2023-11-01 to 2023-11-05.");
  int points = 0;
  for (const pugi::xml_node group : root.children("g")) points += group.child("title") ? 1 : 0;
  EXPECT_EQ(points, 3);
}

TEST(StoredFormats, TheDataPackageDescribesEveryFile) {
  const json package = json::parse(data_package_json());
  ASSERT_EQ(package["resources"].size(), 7u);
  EXPECT_EQ(package["resources"][0]["schema"]["primaryKey"], "doc");
  const json& events = package["resources"][1];
  EXPECT_EQ(events["path"], "events.csv");
  EXPECT_EQ(events["schema"]["primaryKey"], "id");
  EXPECT_EQ(events["schema"]["foreignKeys"][0]["reference"]["resource"], "stories");
  std::string header;
  append_stored_csv_header(header, RecordKind::event);
  std::string fields;
  for (const json& field : events["schema"]["fields"]) {
    fields += (fields.empty() ? "" : ",") + field["name"].get<std::string>();
  }
  EXPECT_EQ(fields + "\r\n", header);
  EXPECT_NE(data_dictionary().find("| `killed` | integer | people killed |"), std::string::npos);
}

}  // namespace
}  // namespace annals
