// Which event of a sentence gets which of its numbers.
#include "record/tolls.h"

#include <gtest/gtest.h>

#include "base/iso_date.h"

namespace annals {
namespace {

Words at(std::uint32_t begin, std::uint32_t end) { return {begin, end, ""}; }

Event event(const std::string& type, std::uint32_t trigger, Words sentence = at(0, 100)) {
  Event event;
  event.type = type;
  event.trigger = at(trigger, trigger + 5);
  event.evidence = sentence;
  return event;
}

Figure figure(const std::string& measure, double value, std::uint32_t begin) {
  Figure figure;
  figure.measure = measure;
  figure.low = figure.high = value;
  figure.unit = "count";
  figure.why.words = {at(begin, begin + 2)};
  return figure;
}

std::vector<Record> assigned(std::vector<Record> records) {
  assign_tolls(records);
  return records;
}
const Event& event_at(const std::vector<Record>& records, std::size_t i) { return std::get<Event>(records[i]); }

TEST(Tolls, GoToTheNearestEventOfTheirKind) {
  const auto records = assigned({event("ASSAULT", 10), event("ASSAULT", 60), event("PROTEST", 90),
                                 figure("killed", 12, 20), figure("injured", 30, 54), figure("protesters", 200, 80)});
  EXPECT_EQ(event_at(records, 0).killed, 12);
  EXPECT_EQ(event_at(records, 0).injured, std::nullopt);
  EXPECT_EQ(event_at(records, 1).killed, std::nullopt);
  EXPECT_EQ(event_at(records, 1).injured, 30);
  EXPECT_EQ(event_at(records, 2).size, 200);
}

TEST(Tolls, TroopsAreTheSizeOfAMobilization) {
  const auto records = assigned({event("ASSAULT", 24), event("MOBILIZE", 60), figure("troops", 5000, 20)});
  EXPECT_EQ(event_at(records, 0).size, std::nullopt);
  EXPECT_EQ(event_at(records, 1).size, 5000);
}

TEST(Tolls, StayInTheirSentence) {
  const auto records = assigned({event("ASSAULT", 10), event("ASSAULT", 150, at(100, 200)), figure("killed", 3, 101)});
  EXPECT_EQ(event_at(records, 0).killed, std::nullopt);
  EXPECT_EQ(event_at(records, 1).killed, 3);
}

TEST(Tolls, AreTheLowerBoundAndTheLargest) {
  Figure open = figure("killed", 12, 20);
  open.high.reset();
  EXPECT_EQ(event_at(assigned({event("ASSAULT", 10), open, figure("killed", 3, 30)}), 0).killed, 12);
  Figure below = figure("killed", 12, 20);
  below.low.reset();
  EXPECT_EQ(event_at(assigned({event("ASSAULT", 10), below}), 0).killed, std::nullopt);
}

TEST(Tolls, WhatIsNoTollOfTheEvent) {
  const auto killed = [](Figure figure, Factuality factuality = Factuality::actual, const char* type = "ASSAULT") {
    Event attack = event(type, 10);
    attack.factuality = factuality;
    attack.when = When{std::nullopt, *parse_iso_date("2023-11-04"), *parse_iso_date("2023-11-04")};
    return event_at(assigned({attack, figure}), 0).killed;
  };
  EXPECT_EQ(killed(figure("killed", 5, 20)), 5);
  EXPECT_EQ(killed(figure("killed", 5, 20), Factuality::actual, "CONSULT"), std::nullopt);
  EXPECT_EQ(killed(figure("killed", 5, 20), Factuality::negated), std::nullopt);
  EXPECT_EQ(killed(figure("missing", 5, 20)), std::nullopt);
  EXPECT_EQ(killed(figure("killed", 2.5, 20)), std::nullopt);
  EXPECT_EQ(killed(figure("killed", 1e300, 20)), std::nullopt);
  Figure rate = figure("killed", 5, 20);
  rate.per = "day";
  EXPECT_EQ(killed(rate), std::nullopt);
  Figure share = figure("killed", 5, 20);
  share.unit = "percent";
  EXPECT_EQ(killed(share), std::nullopt);
  Figure earlier = figure("killed", 5, 20);
  earlier.when = When{std::nullopt, *parse_iso_date("2023-10-01"), *parse_iso_date("2023-10-31")};
  EXPECT_EQ(killed(earlier), std::nullopt);
}

}  // namespace
}  // namespace annals
