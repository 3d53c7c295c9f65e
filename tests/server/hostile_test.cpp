// Stories are hostile input: what they say comes back as text, inside JSON, and no answer runs it.
#include "server/record_json.h"
#include "server/served_ledger.h"

namespace annals {
namespace {

using support::json;

class HostileTest : public support::ServedLedger {};

TEST_F(HostileTest, TextsComeBackAsTheyWentIn) {
  const Story story = support::hostile_story();
  const json given = read("/stories/2");
  EXPECT_EQ(given["story"]["doc"], story.id);
  EXPECT_EQ(given["story"]["title"], story.title);
  EXPECT_EQ(given["story"]["source"], story.source);
  EXPECT_EQ(given["text"], story.text);
  const json event = given["records"][0];
  EXPECT_EQ(event["type"], "\",\"x\":\"");
  EXPECT_EQ(event["actor"][0]["name"], "<script>alert(5)</script>");
}

TEST_F(HostileTest, NoLinkButToTheWeb) {
  EXPECT_FALSE(read("/stories/2")["story"].contains("url"));
  EXPECT_EQ(read("/stories/1")["story"]["url"], "https://example.org/convoy");
  for (const char* bad : {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://x", "\thttps://x", "data:text/html,x",
                          "vbscript:x", "//example.org", "https:", "http://", "file:///etc/passwd", ""}) {
    EXPECT_FALSE(is_web_address(bad)) << bad;
  }
  EXPECT_TRUE(is_web_address("HTTPS://example.org"));
}

TEST_F(HostileTest, EveryAnswerIsJsonThatNoBrowserRuns) {
  for (const char* path : {"/stories", "/stories/2", "/events", "/statements", "/overview", "/timeline", "/map",
                           "/network", "/speakers", "/actors", "/ledger", "/search?q=said", "/records/e2",
                           "/events?actor=%3Cscript%3Ealert(5)%3C%2Fscript%3E", "/nothing%3Cscript%3E"}) {
    const auto result = get(path);
    ASSERT_TRUE(result) << path;
    EXPECT_FALSE(json::parse(result->body, nullptr, false).is_discarded()) << path;
    EXPECT_TRUE(result->get_header_value("Content-Type").find("json") != std::string::npos) << path;
    EXPECT_EQ(result->get_header_value("X-Content-Type-Options"), "nosniff") << path;
    const std::string policy = result->get_header_value("Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(policy.find("http"), std::string::npos) << "no other origin";
    EXPECT_EQ(result->get_header_value("Referrer-Policy"), "no-referrer");
  }
}

TEST_F(HostileTest, NamesAreNeverSql) {
  EXPECT_EQ(read("/events?recipient=%27%20OR%201%3D1%20--")["items"].size(), 1U) << "the actor who is called so";
  EXPECT_EQ(read("/events?recipient=%27%20OR%202%3D2%20--")["items"].size(), 0U);
  EXPECT_EQ(read("/events?source=x%27%3B%20DROP%20TABLE%20events%3B%20--")["items"].size(), 0U);
  EXPECT_EQ(read("/ledger")["records"]["event"], 2);
}

TEST_F(HostileTest, AReviewersWordsAreNoMoreThanWords) {
  const std::string name = "<img src=x onerror=alert(1)>";
  ASSERT_EQ(correct({{"record", "e1"}, {"verdict", "wrong"}, {"by", name}, {"note", "</script>"}})->status, 201);
  EXPECT_EQ(read("/corrections?by=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")["items"][0]["by"], name);
}

}  // namespace
}  // namespace annals
