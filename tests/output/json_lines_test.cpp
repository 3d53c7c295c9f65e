// Records as JSON Lines: read back by another parser, they say what went in.
#include "output/json_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/iso_date.h"
#include "output/json_writer.h"

namespace annals {
namespace {

using nlohmann::json;

// Code points before and inside the words differ from bytes.
const std::string kText = "Né 😀 \"Ostland\" recalled\nits envoy";

Words words(const std::string& text) {
  const std::size_t at = kText.find(text);
  if (at == kText.npos) throw std::logic_error("not in the text: " + text);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size()), text};
}

json printed(const Record& record) {
  std::string out;
  append_json_line(out, record, CodePointIndex(kText));
  EXPECT_EQ(out.find('\n'), out.size() - 1);
  return json::parse(out);
}

template <typename R>
R with_common() {
  R record;
  record.doc = "a/1 \\ \"x\"";
  record.evidence = words(kText);
  return record;
}

TEST(JsonLines, LeavesOutWhatIsAbsent) {
  Event event = with_common<Event>();
  event.trigger = words("recalled");
  EXPECT_EQ(printed(event), json::parse(R"({"kind":"event","doc":"a/1 \\ \"x\"","type":null,
      "trigger":{"start":15,"end":23,"text":"recalled"},"factuality":"actual",
      "evidence":{"start":0,"end":33,"text":"Né 😀 \"Ostland\" recalled\nits envoy"}})"));
}

TEST(JsonLines, AFullEvent) {
  Event event = with_common<Event>();
  event.type = "SANCTION";
  event.mode = "withdraw";
  event.context = {"diplomatic", "military"};
  event.trigger = words("recalled");
  event.actor = {{words("Ostland"), "Republic of Ostland", "OST", "GOV"}, {std::nullopt, "Carried over", "", ""}};
  event.recipient = {{words("its envoy"), "envoy", "", "GOV"}};
  event.killed = 0;
  event.injured = 12;
  event.size = 1234567890123;
  event.factuality = Factuality::negated;
  event.when = When{words("its"), *parse_iso_date("2023-10-01"), *parse_iso_date("2023-10-31")};
  event.where = Place{words("Ostland"), "Ostland", "OST", 123, 31.5, -0.25};
  event.attributed_to = Actor{words("envoy"), "envoy", "", ""};
  event.why = {"lexicon/acts.tsv:88", "active verb", {words("recalled"), words("envoy")}};
  EXPECT_EQ(printed(event), json::parse(R"({"kind":"event","doc":"a/1 \\ \"x\"","type":"SANCTION","mode":"withdraw",
      "context":["diplomatic","military"],"trigger":{"start":15,"end":23,"text":"recalled"},
      "actor":[{"start":6,"end":13,"text":"Ostland","name":"Republic of Ostland","country":"OST","sector":"GOV"},
               {"name":"Carried over"}],
      "recipient":[{"start":24,"end":33,"text":"its envoy","name":"envoy","sector":"GOV"}],
      "killed":0,"injured":12,"size":1234567890123,"factuality":"negated",
      "when":{"text":"its","start":"2023-10-01","end":"2023-10-31"},
      "where":{"start":6,"end":13,"text":"Ostland","name":"Ostland","country":"OST","geonames":123,"lat":31.5,
               "lon":-0.25},
      "attributed_to":{"start":28,"end":33,"text":"envoy","name":"envoy"},
      "evidence":{"start":0,"end":33,"text":"Né 😀 \"Ostland\" recalled\nits envoy"},
      "why":{"entry":"lexicon/acts.tsv:88","rule":"active verb",
             "words":[{"start":15,"end":23,"text":"recalled"},{"start":28,"end":33,"text":"envoy"}]}})"));
}

TEST(JsonLines, TheOtherKinds) {
  Statement statement = with_common<Statement>();
  statement.speaker = Actor{words("Ostland"), "Ostland", "", ""};
  statement.content = words("its envoy");
  statement.form = StatementForm::mixed;
  statement.cue = words("recalled");
  statement.addressee = {{std::nullopt, "press", "", ""}};
  const json s = printed(statement);
  EXPECT_EQ(s["kind"], "statement");
  EXPECT_EQ(s["speaker"]["name"], "Ostland");
  EXPECT_EQ(s["content"]["start"], 24);
  EXPECT_EQ(s["form"], "mixed");
  EXPECT_EQ(s["cue"]["text"], "recalled");
  EXPECT_EQ(s["addressee"][0]["name"], "press");

  Figure figure = with_common<Figure>();
  figure.of = "trucks";
  figure.low = 20;
  figure.high = 30.5;
  figure.qualifier = Qualifier::between;
  figure.unit = "count";
  figure.per = "day";
  figure.measure = "trucks";
  const json f = printed(figure);
  EXPECT_EQ(f["low"], 20);
  EXPECT_EQ(f["high"], 30.5);
  EXPECT_EQ(f["qualifier"], "between");
  EXPECT_EQ(f["per"], "day");
  figure.low.reset();
  EXPECT_FALSE(printed(figure).contains("low"));

  Movement movement = with_common<Movement>();
  movement.who = {{std::nullopt, "envoy", "", ""}};
  movement.from = Place{std::nullopt, "A", "", {}, {}, {}};
  movement.to = Place{std::nullopt, "B", "", {}, {}, {}};
  movement.purpose = "talks";
  const json m = printed(movement);
  EXPECT_EQ(m["from"]["name"], "A");
  EXPECT_EQ(m["to"], json::parse(R"({"name":"B"})"));
  EXPECT_EQ(m["purpose"], "talks");

  Talks talks = with_common<Talks>();
  talks.parties = {{std::nullopt, "A", "", ""}, {std::nullopt, "B", "", ""}};
  talks.mediator = {{std::nullopt, "C", "", ""}};
  talks.subject = "a truce";
  talks.status = TalksStatus::under_way;
  talks.obstacle = "prisoners";
  const json t = printed(talks);
  EXPECT_EQ(t["status"], "under_way");
  EXPECT_EQ(t["parties"].size(), 2u);
  EXPECT_EQ(t["obstacle"], "prisoners");

  Role role = with_common<Role>();
  role.person = "Ana Marn";
  role.title = "prime minister";
  role.of = Actor{words("Ostland"), "Ostland", "", ""};
  const json r = printed(role);
  EXPECT_EQ(r["kind"], "role");
  EXPECT_EQ(r["person"], "Ana Marn");
  EXPECT_EQ(r["of"]["start"], 6);
}

TEST(JsonWriter, EscapesEveryByteThatNeedsIt) {
  std::string every;
  for (int c = 0; c < 0x80; ++c) every.push_back(static_cast<char>(c));
  every += "é€😀\u2028";
  std::string out;
  JsonWriter(out).value(every);
  EXPECT_EQ(json::parse(out).get<std::string>(), every);
  for (const char c : out) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

TEST(JsonWriter, NumbersReadBackTheSame) {
  for (const double number : {0.0, -1.0, 1e6, 1e15, 9007199254740992.0, 1e21, 0.1, -2.5e-7, 31.52527, 1.0 / 3}) {
    std::string out;
    JsonWriter(out).value(number);
    EXPECT_EQ(json::parse(out).get<double>(), number) << out;
  }
  std::string out;
  JsonWriter(out).value(1e6);
  EXPECT_EQ(out, "1000000");
  out.clear();
  JsonWriter(out).value(0.0 / 0.0);
  EXPECT_EQ(out, "null");
}

TEST(JsonWriter, CommasStandBetweenValuesOnly) {
  std::string out;
  JsonWriter w(out);
  w.begin_array();
  w.begin_object();
  w.end_object();
  w.begin_object();
  w.key("a");
  w.begin_array();
  w.end_array();
  w.key("b").value(true);
  w.key("c").null();
  w.end_object();
  w.value(1);
  w.value("x");
  w.end_array();
  EXPECT_EQ(out, R"([{},{"a":[],"b":true,"c":null},1,"x"])");
}

}  // namespace
}  // namespace annals
