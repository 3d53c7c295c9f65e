// Every path of the API answers as the document says, to right questions and to wrong ones.
#include "server/api.h"

#include <zlib.h>

#include <set>

#include "server/served_ledger.h"

namespace annals {
namespace {

using support::json;

class ApiTest : public support::ServedLedger {
 protected:
  // What the answer to `path` breaks of the schema that the document promises for its status.
  static std::string breach(const std::string& method, const std::string& pattern, const httplib::Result& result) {
    if (!result) return "no answer: " + httplib::to_string(result.error());
    const json& responses = document_.operation(method, pattern).at("responses");
    const std::string status = std::to_string(result->status);
    const json& response =
        document_.schemas().resolve(responses.contains(status) ? responses[status] : responses.at("default"));
    const std::string type = result->get_header_value("Content-Type");
    if (!response.at("content").contains(type)) return "it is of type " + type;
    const json body = json::parse(result->body, nullptr, false);
    if (body.is_discarded()) return "it is no JSON: " + result->body;
    const auto fault = document_.schemas().check(body, response.at("content").at(type).at("schema"));
    return fault ? fault->where + " " + fault->problem + " in " + result->body : std::string();
  }

  static inline const ApiDocument document_;
};

TEST_F(ApiTest, TheDocumentAndTheRoutesAgree) {
  std::set<std::string> promised, answered = {"get /openapi.json"};
  for (const auto& [path, methods] : document_.tree().at("paths").items()) {
    for (const auto& [method, operation] : methods.items()) promised.insert(method + " " + path);
  }
  for (const Route& route : api_routes()) answered.insert(std::string(route.method) + " " + std::string(route.path));
  EXPECT_EQ(promised, answered);
}

struct Question {
  const char* pattern;
  const char* path;
  int status;
};

class ApiAnswers : public ApiTest, public testing::WithParamInterface<Question> {};

TEST_P(ApiAnswers, AsPromised) {
  const Question& question = GetParam();
  const auto result = get(question.path);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, question.status) << result->body;
  EXPECT_EQ(breach("get", question.pattern, result), "");
}

constexpr Question kQuestions[] = {
    {"/ledger", "/ledger", 200},
    {"/health", "/health", 200},
    {"/openapi.json", "/openapi.json", 200},
    {"/stories", "/stories", 200},
    {"/stories", "/stories?text=trucks&since=2023-11-01", 200},
    {"/stories/{id}", "/stories/1", 200},
    {"/stories/{id}", "/stories/2", 200},
    {"/stories/{id}", "/stories/99", 404},
    {"/stories/{id}", "/stories/x", 404},
    {"/stories/{id}", "/stories/99999999999999999999", 404},
    {"/records/{id}", "/records/e1", 200},
    {"/records/{id}", "/records/s1", 200},
    {"/records/{id}", "/records/e99", 404},
    {"/records/{id}", "/records/q1", 404},
    {"/events", "/events", 200},
    {"/events", "/events?actor=Turkey&type=AID&where=Gaza&since=2023-11-04&until=2023-11-04", 200},
    {"/events", "/events?near=31.5,34.4,20&context=human_security&factuality=actual&text=trucks", 200},
    {"/events", "/events?since=yesterday", 400},
    {"/events", "/events?since=2023-02-31", 400},
    {"/events", "/events?limit=0", 400},
    {"/events", "/events?limit=1e2", 400},
    {"/events", "/events?limit=5&limit=6", 400},
    {"/events", "/events?aktor=Turkey", 400},
    {"/events", "/events?actor=", 400},
    {"/events", "/events?actor=%FF", 400},
    {"/events", "/events?actor=%00", 400},
    {"/events", "/events?near=1,2", 400},
    {"/events", "/events?near=.,.,.", 400},
    {"/events", "/events?after=nowhere", 400},
    {"/events", "/events?factuality=maybe", 400},
    {"/events", "/events?measure=trucks", 400},
    {"/statements", "/statements", 200},
    {"/figures", "/figures?measure=trucks", 200},
    {"/movements", "/movements?where=Gaza", 200},
    {"/talks", "/talks?status=stalled", 200},
    {"/roles", "/roles?person=Fidan", 200},
    {"/overview", "/overview", 200},
    {"/overview", "/overview?include=timeline&include=map&type=AID&measure=trucks&status=stalled", 200},
    {"/timeline", "/timeline?bin=week", 200},
    {"/map", "/map", 200},
    {"/network", "/network", 200},
    {"/network", "/network?by=country", 200},
    {"/dyads", "/dyads", 200},
    {"/dyads", "/dyads?after=2023-11:AAA:AAA", 200},
    {"/dyads", "/dyads?after=here", 400},
    {"/series", "/series", 200},
    {"/speakers", "/speakers?per=1", 200},
    {"/negotiations", "/negotiations", 200},
    {"/actors", "/actors", 200},
    {"/actors", "/actors?q=tur", 200},
    {"/places", "/places", 200},
    {"/places", "/places?q=ga", 200},
    {"/search", "/search?q=trucks", 200},
    {"/search", "/search?q=%22AND%20OR%20NEAR(", 200},
    {"/search", "/search?q=*", 200},
    {"/search", "/search", 400},
    {"/corrections", "/corrections", 200},
    {"/corrections", "/corrections?record=e1", 200},
    {"/corrections", "/corrections?after=x", 400},
    {"/agreement", "/agreement", 200},
};
INSTANTIATE_TEST_SUITE_P(Questions, ApiAnswers, testing::ValuesIn(kQuestions));

TEST_F(ApiTest, ListsHoldTheRecords) {
  for (const auto& [path, kind] : {std::pair{"/events?doc=convoy", "event"},
                                   {"/statements?doc=convoy", "statement"},
                                   {"/figures", "figure"},
                                   {"/movements", "movement"},
                                   {"/talks", "talks"},
                                   {"/roles", "role"}}) {
    const json page = read(path);
    ASSERT_EQ(page["items"].size(), 1U) << path;
    EXPECT_EQ(page["items"][0]["kind"], kind);
    EXPECT_EQ(page["items"][0]["story"]["doc"], "convoy");
    EXPECT_TRUE(page["next"].is_null());
  }
}

TEST_F(ApiTest, OffsetsCountCodePoints) {
  const json story = read("/stories/1");
  const json trigger = story["records"][0]["trigger"];
  EXPECT_EQ(trigger, (json{{"start", 18}, {"end", 22}, {"text", "sent"}})) << "Ö and — are one code point each";
  const json record = read("/records/" + story["records"][0]["id"].get<std::string>());
  EXPECT_EQ(record["before"], "GÖTEBORG — ");
  EXPECT_TRUE(record["after"].get<std::string>().starts_with(" \"The road"));
}

TEST_F(ApiTest, PagesLeadThroughAll) {
  std::string after;
  std::set<std::string> ids;
  for (int pages = 0; pages < 5; ++pages) {
    const json page = read("/events?limit=1" + (after.empty() ? "" : "&after=" + after));
    for (const json& item : page["items"]) EXPECT_TRUE(ids.insert(item["id"]).second) << "no record comes twice";
    if (page["next"].is_null()) break;
    after = page["next"].get<std::string>();
  }
  EXPECT_EQ(ids.size(), 2U);
}

TEST_F(ApiTest, ViewsAddUp) {
  const json overview = read("/overview?actor=Turkey");
  EXPECT_EQ(overview["timeline"]["total"], 1);
  EXPECT_EQ(overview["timeline"]["bins"][0]["counts"]["AID"], 1);
  EXPECT_EQ(overview["map"]["places"][0]["place"]["name"], "Gaza");
  EXPECT_EQ(overview["map"]["routes"][0]["to"]["name"], "Gaza");
  EXPECT_EQ(overview["network"]["edges"][0]["score"], 7);
  EXPECT_EQ(overview["series"]["items"][0]["points"][0]["low"], 40) << "figures have no actor to be narrowed by";
  EXPECT_EQ(overview["negotiations"]["items"][0]["status"], "stalled");
  EXPECT_EQ(read("/speakers?actor=Fidan")["items"][0]["statements"][0]["content"]["text"], "The road is open");
  EXPECT_EQ(read("/dyads")["items"][0]["recipient"], "PSE");
}

TEST_F(ApiTest, AMistypedParameterIsNamed) {
  const auto result = get("/events?recipent=Gaza");
  const json problem = json::parse(result->body);
  EXPECT_EQ(problem["parameter"], "recipent");
  EXPECT_EQ(problem["remedy"], "Did you mean `recipient`?");
}

TEST_F(ApiTest, MethodsThatAreNotThereAreRefused) {
  for (const auto& result : {served_->client->Put("/api/v1/events", "x", "text/plain"),
                             served_->client->Delete("/api/v1/events"), served_->client->Post("/api/v1/events")}) {
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 405);
    EXPECT_EQ(result->get_header_value("Allow"), "GET, HEAD");
    EXPECT_EQ(json::parse(result->body)["status"], 405);
  }
  EXPECT_EQ(get("/nothing")->status, 404);
}

TEST_F(ApiTest, WhoHasTheAnswerIsToldSo) {
  const auto first = get("/events");
  const std::string tag = first->get_header_value("ETag");
  ASSERT_FALSE(tag.empty());
  const auto again = get("/events", {{"If-None-Match", "W/" + tag + ", \"other\""}});
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->body, "");
  EXPECT_EQ(get("/events?limit=1")->get_header_value("ETag") == tag, false);
  const auto head = served_->client->Head("/api/v1/events");
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->get_header_value("Content-Length"), std::to_string(first->body.size()));
}

TEST_F(ApiTest, TheTagChangesWithTheLedger) {
  const std::string tag = get("/events")->get_header_value("ETag");
  ASSERT_EQ(correct({{"record", "e1"}, {"verdict", "right"}, {"by", "Tag"}})->status, 201);
  const auto after = get("/events", {{"If-None-Match", tag}});
  EXPECT_EQ(after->status, 200);
  EXPECT_NE(after->get_header_value("ETag"), tag);
}

TEST_F(ApiTest, GzipIsGivenToWhoTakesIt) {
  httplib::Client client("127.0.0.1", served_->server.port());
  client.set_decompress(false);
  const auto plain = client.Get("/api/v1/stories/1");
  const auto packed = client.Get("/api/v1/stories/1", {{"Accept-Encoding", "br, gzip;q=0.5"}});
  ASSERT_TRUE(plain && packed);
  EXPECT_EQ(packed->get_header_value("Content-Encoding"), "gzip");
  EXPECT_LT(packed->body.size(), plain->body.size());
  EXPECT_NE(packed->get_header_value("ETag"), plain->get_header_value("ETag"));
  EXPECT_EQ(get("/stories/1", {{"Accept-Encoding", "gzip"}})->body, plain->body);
  EXPECT_FALSE(client.Get("/api/v1/stories/1", {{"Accept-Encoding", "gzip;q=0"}})->has_header("Content-Encoding"));
}

TEST_F(ApiTest, StoriesAreNotReadWithoutAModel) {
  const auto result = post("/read", {{"text", "Turkey recalled its ambassador."}});
  EXPECT_EQ(result->status, 503);
  EXPECT_EQ(breach("post", "/read", result), "");
  EXPECT_FALSE(read("/ledger")["read"]);
}

TEST_F(ApiTest, BodiesAreChecked) {
  struct Case {
    json body;
    const char* detail;
  };
  for (const auto& [body, detail] : {
           Case{json::object(), "text is missing."},
           Case{{{"text", ""}}, "text must not be empty."},
           Case{{{"text", 7}}, "text must be of type string."},
           Case{{{"text", "x"}, {"date", "2023-11-07"}}, "date is not known here."},
           Case{{{"text", "x"}, {"published", "today"}}, "published must match ^[0-9]{4}-[0-9]{2}-[0-9]{2}$."},
           Case{json::array(), "The body must be of type object."},
       }) {
    const auto result = post("/read", body);
    EXPECT_EQ(result->status, 400);
    EXPECT_EQ(json::parse(result->body)["detail"], detail);
  }
  const auto broken = served_->client->Post("/api/v1/read", "{\"text\": \"\xff\"}", "application/json");
  EXPECT_EQ(broken->status, 400);
  EXPECT_EQ(served_->client->Post("/api/v1/read", "text=x", "application/x-www-form-urlencoded")->status, 415);
}

TEST_F(ApiTest, ReadsAStoryThatIsNotKept) {
  ServeOptions with_model = options();
  with_model.model = ANNALS_MODEL;
  const support::Served served(with_model);
  const std::string body =
      R"({"text": "Türkiye recalled its ambassador to Israel on Saturday.", "published": "2023-11-07"})";
  const auto result = served.client->Post("/api/v1/read", body, "application/json");
  EXPECT_EQ(breach("post", "/read", result), "");
  const json records = json::parse(result->body)["records"];
  ASSERT_GE(records.size(), 1U);
  EXPECT_EQ(records[0]["type"], "SANCTION");
  EXPECT_EQ(records[0]["trigger"]["start"], 8);
  EXPECT_EQ(records[0]["when"]["start"], "2023-11-04");
  EXPECT_EQ(read("/ledger")["stories"], 2) << "nothing was kept";
}

}  // namespace
}  // namespace annals
