// Stories with records of all six kinds, written by hand.
#pragma once
#include <string>
#include <vector>

#include "annals/record.h"
#include "annals/story.h"
#include "base/iso_date.h"

namespace annals::support {

struct ReadStory {
  Story story;
  std::vector<Record> records;
};

inline Words words_in(const Story& story, const std::string& text) {
  const auto at = static_cast<std::uint32_t>(story.text.find(text));
  return {at, at + static_cast<std::uint32_t>(text.size()), text};
}

// The accent before all that is cited makes bytes and code points differ.
inline ReadStory envoys_story(const std::string& id = "envoys") {
  ReadStory out;
  Story& story = out.story;
  story.id = id;
  story.source = "Annals samples";
  story.title = "Envoys in Nîmes";
  story.published = parse_iso_date("2024-05-14");
  story.text =
      "Café talks: Norway recalled its envoy to Chad on Monday. \"We are patient,\" said Astrid Halvorsen, the foreign "
      "minister. About 40 trucks a day left Oslo. She flew from Oslo to Cairo for talks with Chad, which Qatar "
      "mediates.";
  const auto words = [&](const std::string& text) { return words_in(story, text); };
  const auto common = [&](auto record, const std::string& evidence) {
    record.doc = id;
    record.evidence = words(evidence);
    record.why = {"lexicon/acts/sanction.tsv:9", "active", {words(evidence)}};
    return record;
  };
  const std::string first = "Café talks: Norway recalled its envoy to Chad on Monday.";
  const Actor norway{words("Norway"), "Norway", "NOR", "GOV"};
  const Actor chad{words("Chad"), "Chad", "TCD", "GOV"};
  const Actor halvorsen{words("Astrid Halvorsen"), "Astrid Halvorsen", "NOR", "GOV"};
  const Actor she{std::nullopt, "Astrid Halvorsen", "NOR", "GOV"};
  const Place oslo{words("Oslo"), "Oslo", "NOR", 3143244, 59.91, 10.75};
  const Place cairo{words("Cairo"), "Cairo", "", std::nullopt, std::nullopt, std::nullopt};

  Event event = common(Event{}, first);
  event.type = "SANCTION";
  event.mode = "withdraw";
  event.context = {"diplomatic", "military", "diplomatic"};
  event.trigger = words("recalled");
  event.actor = {norway};
  event.recipient = {chad};
  event.when = When{words("on Monday"), *parse_iso_date("2024-05-13"), *parse_iso_date("2024-05-13")};
  event.killed = 0;
  event.attributed_to = halvorsen;
  Statement statement = common(Statement{}, "\"We are patient,\" said Astrid Halvorsen, the foreign minister.");
  statement.speaker = halvorsen;
  statement.content = words("We are patient,");
  statement.form = StatementForm::direct;
  statement.cue = words("said");
  statement.addressee = {chad};
  Role role = common(Role{}, statement.evidence.text);
  role.person = "Astrid Halvorsen";
  role.title = "foreign minister";
  role.of = norway;
  Figure figure = common(Figure{}, "About 40 trucks a day left Oslo.");
  figure.of = "trucks";
  figure.low = figure.high = 40;
  figure.qualifier = Qualifier::about;
  figure.unit = "count";
  figure.per = "day";
  figure.measure = "trucks";
  figure.where = oslo;
  const std::string last = "She flew from Oslo to Cairo for talks with Chad, which Qatar mediates.";
  Movement movement = common(Movement{}, last);
  movement.who = {she};
  movement.from = oslo;
  movement.to = cairo;
  movement.purpose = "talks with Chad";
  Talks talks = common(Talks{}, last);
  talks.parties = {she, chad};
  talks.mediator = {{words("Qatar"), "Qatar", "QAT", "GOV"}};
  talks.status = TalksStatus::planned;
  talks.factuality = Factuality::future;
  out.records = {event, statement, role, figure, movement, talks};
  return out;
}

}  // namespace annals::support
