// Corrections: what may be said, that it stays, and how it adds up.
#include "annals/ledger.h"
#include "ledger/agreement.h"
#include "ledger/corrections.h"
#include "ledger/database.h"
#include "server/served_ledger.h"

namespace annals {
namespace {

using support::json;

class CorrectionTest : public support::ServedLedger {
 protected:
  static std::string id_of(const std::string& path) { return read(path)["items"][0]["id"]; }
};

TEST_F(CorrectionTest, StandsBesideTheRecord) {
  const std::string id = id_of("/events?doc=convoy");
  const json change = {{"type", "COOPERATE"}, {"actor", {{{"name", "Türkiye"}, {"country", "TUR"}}}}};
  const auto added =
      correct({{"record", id}, {"verdict", "fixed"}, {"by", "Ada"}, {"changes", change}, {"note", "no gift"}});
  ASSERT_EQ(added->status, 201) << added->body;
  const json record = read("/records/" + id);
  EXPECT_EQ(record["record"]["type"], "AID") << "the record itself is as it was";
  EXPECT_EQ(record["record"]["review"]["changes"], change);
  EXPECT_EQ(record["record"]["review"]["by"], "Ada");
  EXPECT_EQ(record["reviews"][0]["original"]["type"], "AID");
  EXPECT_EQ(read("/corrections?by=Ada")["items"].size(), 1U);
}

TEST_F(CorrectionTest, AWithdrawnReviewDoesNotCount) {
  const std::string id = id_of("/movements");
  ASSERT_EQ(correct({{"record", id}, {"verdict", "wrong"}, {"by", "Bo"}})->status, 201);
  EXPECT_EQ(read("/movements")["items"][0]["review"]["verdict"], "wrong");
  ASSERT_EQ(correct({{"record", id}, {"verdict", "withdrawn"}, {"by", "Bo"}})->status, 201);
  EXPECT_FALSE(read("/movements")["items"][0].contains("review"));
  EXPECT_EQ(read("/records/" + id)["reviews"].size(), 2U) << "both are kept";
}

TEST_F(CorrectionTest, WhatMakesNoSenseIsRefused) {
  struct Case {
    json body;
    int status;
    const char* detail;
  };
  const std::string event = id_of("/events?doc=convoy"), figure = id_of("/figures");
  for (const auto& [body, status, detail] : {
           Case{{{"record", "e99"}, {"verdict", "wrong"}, {"by", "x"}}, 404, "The ledger has no record e99."},
           Case{{{"record", event}, {"verdict", "wrong"}}, 400, "by is missing."},
           Case{{{"record", event}, {"verdict", "bad"}, {"by", "x"}},
                400,
                "verdict must be one of right, wrong, fixed, withdrawn."},
           Case{{{"record", event}, {"verdict", "fixed"}, {"by", "x"}}, 400, "changes is missing."},
           Case{{{"record", event}, {"verdict", "right"}, {"by", "x"}, {"changes", {{"type", "AID"}}}},
                400,
                "changes goes with the verdict `fixed` only."},
           Case{{{"record", figure}, {"verdict", "fixed"}, {"by", "x"}, {"changes", {{"type", "AID"}}}},
                400,
                "A figure has no `type`."},
           Case{{{"record", event},
                 {"verdict", "fixed"},
                 {"by", "x"},
                 {"changes", {{"when", {{"start", "2023-11-05"}, {"end", "2023-11-04"}}}}}},
                400,
                "when does not lead from one day of the calendar to another."},
           Case{{{"record", event}, {"verdict", "fixed"}, {"by", "x"}, {"changes", {{"colour", "red"}}}},
                400,
                "changes/colour is not known here."},
       }) {
    const auto result = correct(body);
    EXPECT_EQ(result->status, status) << body;
    EXPECT_EQ(json::parse(result->body)["detail"], detail);
  }
}

TEST_F(CorrectionTest, APageElsewhereCanNotWrite) {
  const json body = {{"record", "e1"}, {"verdict", "wrong"}, {"by", "x"}};
  EXPECT_EQ(post("/corrections", body)->status, 403) << "without the header";
  EXPECT_EQ(post("/corrections", body, {{"X-Annals-Write", "1"}, {"Origin", "https://evil.example"}})->status, 403);
  EXPECT_EQ(served_->client->Post("/api/v1/corrections", {{"X-Annals-Write", "1"}}, body.dump(), "text/plain")->status,
            415)
      << "a form of another page may send text/plain";
}

TEST_F(CorrectionTest, NobodyWritesWithoutLeave) {
  ServeOptions reading = options();
  reading.write = false;
  const support::Served served(reading);
  const auto result = served.client->Post("/api/v1/corrections", {{"X-Annals-Write", "1"}},
                                          R"({"record":"e1","verdict":"wrong","by":"x"})", "application/json");
  EXPECT_EQ(result->status, 403);
}

TEST(CorrectionsTest, OutliveTheReadingOfTheStoryAgain) {
  const support::TemporaryFolder folder;
  const std::string path = folder.path("again.db");
  support::write_ledger(path);
  {
    Database database(path, Access::write);
    Correction correction;
    correction.kind = RecordKind::event;
    correction.record = 1;
    correction.doc = "convoy";
    correction.type = "AID";
    correction.verdict = Verdict::wrong;
    correction.reviewer = "Ada";
    correction.original = "{}";
    add_correction(database.handle(), correction);
    EXPECT_TRUE(newest_review(database.handle(), {RecordKind::event, 1}));
  }
  Story story = support::convoy_story();
  story.text += " It was the first.";
  Ledger ledger(path, {.program = "annals test", .model = "none"});
  ledger.add(story, support::convoy_records(story));
  ledger.commit();
  Database database(path, Access::read);
  const auto kept = find_corrections(database.handle(), {});
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_FALSE(kept[0].record) << "the record that was judged is gone";
  EXPECT_EQ(kept[0].doc, "convoy");
  EXPECT_EQ(measure_agreement(database.handle()).types[0].wrong, 1);
}

TEST(AgreementTest, CountsTheNewestReviewOfEachReviewer) {
  const support::TemporaryFolder folder;
  Database database(folder.path("counts.db"), Access::write);
  const auto add = [&](const char* original, const char* reviewer, Verdict verdict) {
    Correction correction;
    correction.doc = "d";
    correction.type = "AID";
    correction.verdict = verdict;
    correction.changes = verdict == Verdict::fixed ? "{}" : "";
    correction.reviewer = reviewer;
    correction.original = original;
    add_correction(database.handle(), correction);
  };
  add("1", "Ada", Verdict::wrong);
  add("1", "Ada", Verdict::right);  // replaces the first
  add("1", "Bo", Verdict::right);
  add("2", "Ada", Verdict::fixed);
  add("2", "Bo", Verdict::wrong);
  add("3", "Ada", Verdict::right);
  add("3", "Ada", Verdict::withdrawn);  // counts for nothing
  const Agreement agreement = measure_agreement(database.handle());
  ASSERT_EQ(agreement.kinds.size(), 1U);
  EXPECT_EQ(agreement.kinds[0].right, 2);
  EXPECT_EQ(agreement.kinds[0].fixed, 1);
  EXPECT_EQ(agreement.kinds[0].wrong, 1);
  EXPECT_DOUBLE_EQ(agreement.kinds[0].precision(), 0.5);
  EXPECT_DOUBLE_EQ(agreement.kinds[0].lenient(), 0.75);
  EXPECT_EQ(agreement.judged_pairs, 2);
  EXPECT_EQ(agreement.agreed_pairs, 1);
}

// Values of R's binom.confint(method = "wilson"), which follows the same formula.
TEST(AgreementTest, WilsonsInterval) {
  EXPECT_NEAR(wilson(0, 10).low, 0, 1e-12);
  EXPECT_NEAR(wilson(0, 10).high, 0.2775328, 1e-6);
  EXPECT_NEAR(wilson(8, 10).low, 0.4901625, 1e-6);
  EXPECT_NEAR(wilson(8, 10).high, 0.9433178, 1e-6);
  EXPECT_NEAR(wilson(10, 10).high, 1, 1e-12);
}

}  // namespace
}  // namespace annals
