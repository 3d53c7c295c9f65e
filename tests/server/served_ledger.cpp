// The stories and records of the small ledger.
#include "server/served_ledger.h"

#include "annals/ledger.h"

namespace annals::support {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

Actor actor(std::string name, std::string country, std::string sector) {
  return {std::nullopt, std::move(name), std::move(country), std::move(sector)};
}

template <typename Kind>
Kind of_story(const Story& story, const std::string& evidence) {
  Kind record;
  record.doc = story.id;
  record.evidence = words_in(story, evidence);
  return record;
}

}  // namespace

Words words_in(const Story& story, const std::string& text) {
  const std::size_t at = story.text.find(text);
  if (at == std::string::npos) throw std::runtime_error("the story does not say \"" + text + "\"");
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size()), text};
}

Story convoy_story() {
  Story story;
  story.id = "convoy";
  story.source = "Test Wire";
  story.url = "https://example.org/convoy";
  story.title = "Convoy reaches Gaza";
  story.published = sys_days{year{2023} / 11 / 7};
  story.text =
      "GÖTEBORG — Turkey sent 40 trucks of aid to Gaza on Saturday. \"The road is open,\" Hakan Fidan, the foreign "
      "minister, said. Talks between Turkey and Israel are stalled.";
  return story;
}

std::vector<Record> convoy_records(const Story& story) {
  const std::string first = "Turkey sent 40 trucks of aid to Gaza on Saturday.";
  const std::string second = "\"The road is open,\" Hakan Fidan, the foreign minister, said.";
  const Place gaza{words_in(story, "Gaza"), "Gaza", "PSE", 281133, 31.50161, 34.46672};
  const When saturday{words_in(story, "on Saturday"), sys_days{year{2023} / 11 / 4}, sys_days{year{2023} / 11 / 4}};

  auto event = of_story<Event>(story, first);
  event.type = "AID";
  event.context = {"human_security"};
  event.trigger = words_in(story, "sent");
  event.actor = {actor("Turkey", "TUR", "GOV")};
  event.recipient = {actor("Palestinians", "PSE", "CVL")};
  event.where = gaza;
  event.when = saturday;
  event.why = {"lexicon/acts/aid.tsv:1", "verb", {words_in(story, "sent")}};

  auto figure = of_story<Figure>(story, first);
  figure.of = "trucks of aid";
  figure.low = figure.high = 40;
  figure.unit = "count";
  figure.measure = "trucks";
  figure.when = saturday;

  auto movement = of_story<Movement>(story, first);
  movement.who = {actor("Turkey", "TUR", "GOV")};
  movement.to = gaza;
  movement.when = saturday;

  auto statement = of_story<Statement>(story, second);
  statement.speaker = actor("Hakan Fidan", "TUR", "GOV");
  statement.content = words_in(story, "The road is open");
  statement.form = StatementForm::direct;
  statement.cue = words_in(story, "said");

  auto role = of_story<Role>(story, second);
  role.person = "Hakan Fidan";
  role.title = "foreign minister";
  role.of = actor("Turkey", "TUR", "GOV");

  auto talks = of_story<Talks>(story, "Talks between Turkey and Israel are stalled.");
  talks.parties = {actor("Turkey", "TUR", "GOV"), actor("Israel", "ISR", "GOV")};
  talks.subject = "a truce";
  talks.status = TalksStatus::stalled;
  return {event, figure, movement, statement, role, talks};
}

// What the tests look for in answers: it must come back as it went in, inside JSON, and never as a link or as HTML.
Story hostile_story() {
  Story story;
  story.id = "\"><img src=x onerror=alert(1)>";
  story.source = "</script><script>alert(2)</script>";
  story.url = "JavaScript:alert(document.cookie)//";
  story.title = "<svg onload=alert(3)>\\u0000\n\"'";
  story.published = sys_days{year{2023} / 11 / 8};
  story.text = "'</textarea><script>alert(4)</script> said \"}]}<b>so</b>\" & hit {{7*7}}.";
  return story;
}

std::vector<Record> hostile_records(const Story& story) {
  auto event = of_story<Event>(story, story.text);
  event.type = "\",\"x\":\"";  // a codebook of one's own may hold any word
  event.mode = "<i>";
  event.trigger = words_in(story, "hit");
  event.actor = {actor("<script>alert(5)</script>", "", "")};
  event.recipient = {actor("' OR 1=1 --", "", "")};
  event.why = {"javascript:alert(6)", "<u>", {}};

  auto statement = of_story<Statement>(story, story.text);
  statement.speaker = actor("<script>alert(5)</script>", "", "");
  statement.content = words_in(story, "}]}<b>so</b>");
  return {event, statement};
}

void write_ledger(const std::string& path) {
  Ledger ledger(path, {.program = "annals test", .model = "none"});
  const Story convoy = convoy_story(), hostile = hostile_story();
  ledger.add(convoy, convoy_records(convoy));
  ledger.add(hostile, hostile_records(hostile));
  ledger.commit();
}

}  // namespace annals::support
