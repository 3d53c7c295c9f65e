// The digest that a person reads on a terminal.
#include "output/digest.h"

#include <gtest/gtest.h>

#include "base/iso_date.h"
#include "output/terminal.h"

namespace annals {
namespace {

Actor actor(const std::string& name, const std::string& country = "") { return {std::nullopt, name, country, ""}; }
Place place(const std::string& name) { return {std::nullopt, name, "", {}, {}, {}}; }

std::string digest(const std::vector<Record>& records, bool evidence = false) {
  Story story;
  story.id = "s1";
  story.published = parse_iso_date("2023-11-07");
  story.title = "Envoy called home";
  std::string out;
  append_digest(out, story, records, {.evidence = evidence});
  return out;
}

TEST(Digest, ALineForEachKind) {
  Event event;
  event.trigger.text = "recalled";
  event.actor = {actor("Ostland", "OST"), actor("Westland")};
  event.recipient = {actor("Nordland")};
  event.evidence.text = "They recalled\n  their envoys.";
  event.when = When{std::nullopt, *parse_iso_date("2023-11-04"), *parse_iso_date("2023-11-05")};
  event.where = place("Port Marn");
  Statement statement;
  statement.speaker = actor("Ana Marn");
  statement.content.text = "we wait";
  statement.form = StatementForm::direct;
  statement.addressee = {actor("reporters")};
  statement.cue = Words{0, 0, "said"};
  Figure figure;
  figure.of = "aid trucks";
  figure.low = figure.high = 1200000;
  figure.qualifier = Qualifier::at_least;
  figure.unit = "count";
  figure.per = "day";
  figure.measure = "trucks";
  Movement movement;
  movement.who = {actor("Ana Marn")};
  movement.from = place("Port Marn");
  movement.to = place("Tal");
  movement.factuality = Factuality::future;
  Talks talks;
  talks.parties = {actor("A"), actor("B")};
  talks.subject = "a truce";
  talks.status = TalksStatus::stalled;
  talks.obstacle = "prisoners";
  Role role;
  role.person = "Ana Marn";
  role.title = "prime minister";
  role.of = actor("Ostland");
  EXPECT_EQ(digest({role, talks, event, movement, figure, statement}),
            "== s1, 2023-11-07: Envoy called home\n"
            "  event      recalled: Ostland (OST), Westland -> Nordland, 2023-11-04..2023-11-05, in Port Marn\n"
            "  statement  Ana Marn, to reporters: \"we wait\" [said]\n"
            "  figure     at least 1,200,000 aid trucks a day [trucks]\n"
            "  movement   Ana Marn from Port Marn to Tal (future)\n"
            "  talks      stalled: A, B on a truce, held up by prisoners\n"
            "  role       Ana Marn is prime minister of Ostland\n\n");
  EXPECT_NE(digest({event}, true).find("\n             | They recalled their envoys.\n"), std::string::npos);
  event.type = "SANCTION";
  event.mode = "withdraw";
  EXPECT_NE(digest({event}).find("  event      SANCTION/withdraw recalled: "), std::string::npos);
}

std::string line_of(const Record& record) { return digest_line(record); }

When from_to(const char* first, const char* last) {
  return {std::nullopt, *parse_iso_date(first), *parse_iso_date(last)};
}

TEST(Digest, WhatIsNotKnownLeavesNoTrace) {
  Event event;
  event.type = "RETREAT";
  event.trigger.text = "truce";
  EXPECT_EQ(line_of(event), "RETREAT truce");
  event.recipient = {actor("A")};
  event.killed = 4000;
  EXPECT_EQ(line_of(event), "RETREAT truce: -> A, 4,000 killed");
  Statement statement;
  statement.content.text = "it rains";
  EXPECT_EQ(line_of(statement), "somebody: it rains");
  Talks talks;
  talks.status = TalksStatus::under_way;
  EXPECT_EQ(line_of(talks), "under way");
  talks.mediator = {actor("Q", "QAT")};
  EXPECT_EQ(line_of(talks), "under way, mediated by Q (QAT)");
}

TEST(Digest, Numbers) {
  Figure figure;
  figure.of = "flour";
  figure.low = 1500.5;
  figure.high = 1e6;
  figure.qualifier = Qualifier::between;
  figure.unit = "t";
  EXPECT_EQ(line_of(figure), "1,500.5 to 1,000,000 t of flour");
  figure.high.reset();
  figure.low = 999;
  figure.qualifier = Qualifier::more_than;
  figure.unit = "count";
  EXPECT_EQ(line_of(figure), "more than 999 flour");
  figure.low = -1234;
  EXPECT_EQ(line_of(figure), "more than -1,234 flour");
}

TEST(Digest, DatesAreAsLongAsTheyNeedToBe) {
  Role role;
  role.person = "A";
  role.title = "king";
  role.attributed_to = actor("B");
  const auto dated = [&](const char* first, const char* last) {
    role.when = from_to(first, last);
    return line_of(role);
  };
  EXPECT_EQ(dated("2024-02-01", "2024-02-29"), "A is king, 2024-02, according to B");
  EXPECT_EQ(dated("2023-02-01", "2023-02-27"), "A is king, 2023-02-01..2023-02-27, according to B");
  EXPECT_EQ(dated("2023-01-01", "2023-12-31"), "A is king, 2023, according to B");
  EXPECT_EQ(dated("2023-01-01", "2024-12-31"), "A is king, 2023-01-01..2024-12-31, according to B");
}

TEST(Digest, OneKindAfterTheOtherAsTheStoryHasThem) {
  Role role;
  role.title = "king";
  role.person = "B";
  role.evidence.begin = 9;
  Role earlier = role;
  earlier.person = "A";
  earlier.evidence.begin = 3;
  Talks talks;
  talks.evidence.begin = 20;
  EXPECT_EQ(digest({role, talks, earlier}),
            "== s1, 2023-11-07: Envoy called home\n"
            "  talks      under way\n"
            "  role       A is king\n"
            "  role       B is king\n\n");
}

TEST(Digest, AStoryWithoutRecords) { EXPECT_EQ(digest({}), "== s1, 2023-11-07: Envoy called home\n  nothing\n\n"); }

TEST(Terminal, OneLineWithoutControlCharacters) {
  EXPECT_EQ(one_line("  a \n\t b  "), "a b");
  EXPECT_EQ(one_line("\x1B[31mred\x07"), "\uFFFD[31mred\uFFFD");
  EXPECT_EQ(one_line("a\u009B31mb"), "a\uFFFD31mb");  // C1, an escape sequence in one character
  EXPECT_EQ(one_line("é 😀"), "é 😀");
}

TEST(Terminal, Width) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("é"), 1u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("東京"), 4u);
}

}  // namespace
}  // namespace annals
