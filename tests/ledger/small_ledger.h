// A ledger of three invented stories with records written by hand, for tests of questions and formats.
#pragma once
#include <memory>
#include <string>

#include "annals/ledger.h"
#include "base/iso_date.h"
#include "ledger/database.h"
#include "support/fixture.h"

namespace annals::support {

// The first place of `part` in the story's text, in bytes.
inline Words words_in(const Story& story, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(story.text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size()), part};
}

inline Actor actor_in(const Story& story, const std::string& part, const std::string& name, const std::string& country,
                      const std::string& sector) {
  return {words_in(story, part), name, country, sector};
}

inline std::chrono::sys_days day_of(const std::string& iso) { return *parse_iso_date(iso); }

template <typename Kind>
Kind record_of(const Story& story, const std::string& sentence, const std::string& day) {
  Kind record;
  record.doc = story.id;
  record.evidence = words_in(story, sentence);
  if (!day.empty()) record.when = When{std::nullopt, day_of(day), day_of(day)};
  record.why = {"lexicon/acts/sanction.tsv:3", "active", {}};
  return record;
}

inline Story story_of(const std::string& id, const std::string& published, const std::string& source,
                      const std::string& text) {
  Story story;
  story.id = id;
  story.title = "Story " + id;
  story.source = source;
  if (!published.empty()) story.published = day_of(published);
  story.text = text;
  return story;
}

inline const Place& gaza() {
  static const Place place{std::nullopt, "Gaza City", "PSE", 281133, 31.5, 34.47, "Gaza Strip|Gaza Governorate"};
  return place;
}

// e1 SANCTION Turkey -> Israel 2023-11-04; s1 Erdoğan; r1 Erdoğan
inline void add_envoy(Ledger& ledger) {
  const Story story = story_of("envoy", "2023-11-05", "Wire A",
                               "ANKARA — Turkey recalled its envoy from Israel on Saturday. President Erdoğan said the "
                               "humanitarian pause was too short.");
  Event event = record_of<Event>(story, "Turkey recalled its envoy from Israel on Saturday.", "2023-11-04");
  event.type = "SANCTION";
  event.mode = "withdraw";
  event.context = {"diplomatic"};
  event.trigger = words_in(story, "recalled");
  event.actor = {actor_in(story, "Turkey", "Turkey", "TUR", "GOV")};
  event.recipient = {actor_in(story, "Israel", "Israel", "ISR", "GOV")};
  event.why.words = {event.trigger};
  Statement statement = record_of<Statement>(story, "President Erdoğan said the humanitarian pause was too short.", "");
  statement.speaker = actor_in(story, "President Erdoğan", "Recep Tayyip Erdoğan", "TUR", "GOV");
  statement.content = words_in(story, "the humanitarian pause was too short");
  statement.cue = words_in(story, "said");
  Role role = record_of<Role>(story, "President Erdoğan said the humanitarian pause was too short.", "");
  role.person = "Recep Tayyip Erdoğan";
  role.title = "President";
  role.of = Actor{std::nullopt, "Turkey", "TUR", "GOV"};
  const Record records[] = {event, statement, role};
  ledger.add(story, records);
}

// e2 ASSAULT Israel, Gaza City, 12 killed 2023-11-06; f1 12 killed; f2 20 to 30 trucks; m1 Rafah -> Gaza City
inline void add_strike(Ledger& ledger) {
  const Story story = story_of("strike", "2023-11-07", "Wire B",
                               "An Israeli strike killed 12 people in Gaza City on Monday, the health ministry said. "
                               "Between 20 and 30 trucks entered from Rafah.");
  Event event = record_of<Event>(
      story, "An Israeli strike killed 12 people in Gaza City on Monday, the health ministry said.", "2023-11-06");
  event.type = "ASSAULT";
  event.mode = "aerial";
  event.trigger = words_in(story, "strike");
  event.actor = {actor_in(story, "Israeli", "Israel", "ISR", "MIL")};
  event.recipient = {actor_in(story, "people", "people", "PSE", "CVL")};
  event.killed = 12;
  event.where = gaza();
  event.attributed_to = actor_in(story, "the health ministry", "Ministry of Health", "PSE", "GOV");
  Figure killed = record_of<Figure>(story, event.evidence.text, "2023-11-06");
  killed.of = "people killed";
  killed.low = killed.high = 12;
  killed.unit = "count";
  killed.measure = "killed";
  killed.where = gaza();
  killed.attributed_to = event.attributed_to;
  Figure trucks = record_of<Figure>(story, "Between 20 and 30 trucks entered from Rafah.", "");
  trucks.of = "trucks";
  trucks.low = 20;
  trucks.high = 30;
  trucks.qualifier = Qualifier::between;
  trucks.unit = "count";
  trucks.measure = "trucks";
  trucks.where = gaza();
  Movement movement = record_of<Movement>(story, "Between 20 and 30 trucks entered from Rafah.", "");
  movement.who = {actor_in(story, "trucks", "trucks", "", "")};
  movement.from = Place{std::nullopt, "Rafah", "PSE", 281102, 31.29, 34.25};
  movement.to = gaza();
  const Record records[] = {event, killed, trucks, movement};
  ledger.add(story, records);
}

// e3 REQUEST (hypothetical), undated; t1 Israel and Hamas, Qatar mediates, stalled
inline void add_talks(Ledger& ledger) {
  const Story story =
      story_of("talks", "", "", "Qatar may urge both sides on. Talks of Israel and Hamas have stalled.");
  Event event = record_of<Event>(story, "Qatar may urge both sides on.", "");
  event.type = "REQUEST";
  event.trigger = words_in(story, "urge");
  event.actor = {actor_in(story, "Qatar", "Qatar", "QAT", "GOV")};
  event.factuality = Factuality::hypothetical;
  Talks talks = record_of<Talks>(story, "Talks of Israel and Hamas have stalled.", "");
  talks.parties = {actor_in(story, "Israel", "Israel", "ISR", "GOV"), actor_in(story, "Hamas", "Hamas", "PSE", "REB")};
  talks.mediator = {actor_in(story, "Qatar", "Qatar", "QAT", "GOV")};
  talks.status = TalksStatus::stalled;
  const Record records[] = {event, talks};
  ledger.add(story, records);
}

// Made once for a suite; tests only read it.
class SmallLedger {
 public:
  SmallLedger() {
    {
      Ledger ledger(path(), {"annals test", "0123", "{}"});
      add_envoy(ledger);
      add_strike(ledger);
      add_talks(ledger);
      ledger.commit();
    }
    database_ = std::make_unique<Database>(path(), Access::read);
  }

  std::string path() const { return folder_.path("small.ledger"); }
  SQLite::Database& db() { return database_->handle(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

}  // namespace annals::support
