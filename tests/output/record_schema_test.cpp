// The closed sets of schema/record.schema.json are those of the code and of the lexicon. What the program prints is
// held to the schema by tests/schema/.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <span>

#include "actor/sector.h"
#include "annals/record.h"
#include "base/tsv.h"
#include "support/fixture.h"

namespace annals {
namespace {

using nlohmann::json;
using Set = std::set<std::string>;

json schema() { return json::parse(support::read_file("schema/record.schema.json")); }

Set listed(const json& list) { return list.get<Set>(); }
Set set_of(std::span<const std::string_view> names) { return {names.begin(), names.end()}; }

// The cells of a column of tables of the lexicon, without those that mean nothing.
Set column(const std::vector<std::string>& tables, const std::string& name) {
  Set cells;
  for (const std::string& path : tables) {
    const std::string text = support::read_file(path);
    const TsvTable table(text, path);
    const auto at = table.column(name);
    for (const TsvRow& row : table) {
      if (row[at] != "" && row[at] != "-") cells.insert(std::string(row[at]));
    }
  }
  return cells;
}

std::vector<std::string> act_tables() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ANNALS_SOURCE_DIR "/lexicon/acts")) {
    paths.push_back("lexicon/acts/" + entry.path().filename().string());
  }
  return paths;
}

TEST(RecordSchema, HasTheClosedSetsOfTheCode) {
  const json defs = schema()["$defs"];
  EXPECT_EQ(listed(defs["kind"]["enum"]), set_of(kKindNames));
  EXPECT_EQ(listed(schema()["properties"]["factuality"]["enum"]), set_of(kFactualityNames));
  EXPECT_EQ(listed(defs["statement"]["properties"]["form"]["enum"]), set_of(kStatementFormNames));
  EXPECT_EQ(listed(defs["figure"]["properties"]["qualifier"]["enum"]), set_of(kQualifierNames));
  EXPECT_EQ(listed(defs["talks"]["properties"]["status"]["enum"]), set_of(kTalksStatusNames));
  Set sectors = set_of(kSectorNames);
  sectors.erase("");
  EXPECT_EQ(listed(defs["sector"]["enum"]), sectors);
}

TEST(RecordSchema, HasTheClosedSetsOfTheLexicon) {
  const json defs = schema()["$defs"];
  EXPECT_EQ(listed(defs["event_type"]["enum"]), column(act_tables(), "type"));
  EXPECT_EQ(listed(defs["context"]["enum"]), column({"lexicon/contexts.tsv"}, "context"));
  Set measures = column({"lexicon/measures.tsv"}, "measure");
  measures.insert("aid_tonnes");  // aid_money that is weighed
  EXPECT_EQ(listed(defs["measure"]["enum"]), measures);
  Set modes;
  for (const json& rule : defs["event"]["allOf"]) {
    const json mode = rule["then"]["properties"]["mode"];
    if (mode.is_object()) modes.merge(listed(mode["enum"]));
  }
  for (const std::string& mode : column(act_tables(), "mode")) EXPECT_TRUE(modes.contains(mode)) << mode;
}

TEST(RecordSchema, KnowsEachUnit) {
  const Set ucum = listed(schema()["$defs"]["unit"]["anyOf"][2]["enum"]);
  for (const std::string& unit : column({"lexicon/units.tsv"}, "unit")) {
    const bool currency = unit.size() == 3 && unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == unit.npos;
    EXPECT_TRUE(currency || unit == "percent" || ucum.contains(unit)) << unit;
  }
}

}  // namespace
}  // namespace annals
