// Views that read tallies say what they say when they count.
#include "server/served_ledger.h"

namespace annals {
namespace {

using support::json;

class TalliedViews : public support::ServedLedger, public testing::WithParamInterface<const char*> {};

// All events of the ledger are actual, so that this filter changes nothing but the way to the answer.
TEST_P(TalliedViews, SayWhatCountingSays) {
  const std::string path = GetParam();
  const std::string more = path.find('?') == std::string::npos ? "?" : "&";
  const json tallied = read(path), counted = read(path + more + "factuality=actual");
  EXPECT_EQ(tallied, counted) << path;
  EXPECT_NE(tallied.dump().find("AID"), std::string::npos) << "there is something to compare: " << tallied.dump();
}

INSTANTIATE_TEST_SUITE_P(Paths, TalliedViews,
                         testing::Values("/timeline", "/timeline?since=2023-11-01&until=2023-11-30",
                                         "/timeline?type=AID", "/map", "/map?until=2023-11-04", "/network",
                                         "/network?since=2023-11-04&until=2023-11-04", "/network?by=country",
                                         "/network?by=country&since=2023-11-01"));

class TalliedDyads : public support::ServedLedger {};

TEST_F(TalliedDyads, SayWhatCountingSays) {
  const json tallied = read("/dyads?since=2023-01-01"), counted = read("/dyads?since=2023-01-01&actor=Turkey");
  EXPECT_EQ(tallied, counted);
  ASSERT_EQ(tallied["items"].size(), 1);
  EXPECT_EQ(tallied["items"][0]["actor"], "TUR");
}

}  // namespace
}  // namespace annals
