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
  EXPECT_EQ(digest({event, statement, figure, movement, talks, role}),
            "== s1, 2023-11-07: Envoy called home\n"
            "  event      recalled: Ostland (OST), Westland -> Nordland, 2023-11-04..2023-11-05, in Port Marn\n"
            "  statement  Ana Marn said: \"we wait\"\n"
            "  figure     at least 1200000 aid trucks a day [trucks]\n"
            "  movement   Ana Marn from Port Marn to Tal (future)\n"
            "  talks      A, B on a truce: stalled, held up by prisoners\n"
            "  role       Ana Marn is prime minister of Ostland\n\n");
  EXPECT_NE(digest({event}, true).find("\n             | They recalled their envoys.\n"), std::string::npos);
  event.type = "SANCTION";
  event.mode = "withdraw";
  EXPECT_NE(digest({event}).find("  event      SANCTION/withdraw recalled: "), std::string::npos);
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
