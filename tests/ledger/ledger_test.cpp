// Keeping stories: every kind of record in its table, the same story once, corrections, and runs.
#include "annals/ledger.h"

#include <gtest/gtest.h>

#include "ledger/database.h"
#include "ledger/ledger_dump.h"
#include "ledger/ledger_fixture.h"
#include "ledger/sqlite_ledger.h"
#include "support/fixture.h"

namespace annals {
namespace {

using support::dump;
using support::envoys_story;
using support::ReadStory;
using support::TemporaryFolder;

const Provenance kBy{"annals 1", "0a", "{}"};

class LedgerTest : public testing::Test {
 protected:
  std::string rows(const std::string& query) { return support::rows(Database(path_, Access::read).handle(), query); }
  LedgerCounts keep(const std::vector<ReadStory>& stories, const Provenance& by = kBy) {
    Ledger ledger(path_, by);
    for (const ReadStory& s : stories) ledger.add(s.story, s.records);
    ledger.commit();
    return ledger.counts();
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("news.ledger");
};

TEST_F(LedgerTest, KeepsEachKindOfRecord) {
  EXPECT_EQ(keep({envoys_story()}), (LedgerCounts{.added = 1}));
  EXPECT_EQ(rows("SELECT doc, version, current, source, title, published FROM stories"),
            "envoys|1|1|Annals samples|Envoys in Nîmes|2024-05-14\n");
  EXPECT_EQ(rows("SELECT e.id, type, mode, factuality, day, when_first, when_last, killed, injured, why_entry,"
                 " why_rule, why_words, a.name FROM events e JOIN actors a ON a.id = attributed_to"),
            "1|SANCTION|withdraw|actual|2024-05-13|2024-05-13|2024-05-13|0||lexicon/acts/sanction.tsv:9|active|"
            "[[0,56]]|Astrid Halvorsen\n");
  EXPECT_EQ(rows("SELECT * FROM event_contexts"), "1|diplomatic\n1|military\n") << "a set";
  EXPECT_EQ(
      rows(
          "SELECT role, ordinal, name, country, sector, day FROM event_actors JOIN actors ON id = actor ORDER BY role"),
      "actor|0|Norway|NOR|GOV|2024-05-13\nrecipient|0|Chad|TCD|GOV|2024-05-13\n");
  EXPECT_EQ(rows("SELECT content, form, day FROM statements"), "We are patient,|direct|2024-05-14\n")
      << "a record without a day of its own has the story's";
  EXPECT_EQ(rows("SELECT role, name FROM statement_actors JOIN actors ON id = actor ORDER BY role"),
            "addressee|Chad\nspeaker|Astrid Halvorsen\n");
  EXPECT_EQ(rows("SELECT person, title, name FROM roles JOIN actors a ON a.id = of_actor"),
            "Astrid Halvorsen|foreign minister|Norway\n");
  EXPECT_EQ(rows("SELECT \"of\", low, high, qualifier, unit, per, measure, name FROM figures f"
                 " JOIN places p ON p.id = where_place"),
            "trucks|40.0|40.0|about|count|day|trucks|Oslo\n");
  EXPECT_EQ(rows("SELECT f.name, t.name, purpose FROM movements JOIN places f ON f.id = from_place"
                 " JOIN places t ON t.id = to_place"),
            "Oslo|Cairo|talks with Chad\n");
  EXPECT_EQ(rows("SELECT name, start IS NULL FROM movement_actors JOIN actors ON id = actor"), "Astrid Halvorsen|1\n");
  EXPECT_EQ(rows("SELECT status, factuality, subject IS NULL FROM talks"), "planned|future|1\n");
  EXPECT_EQ(rows("SELECT role, ordinal, name FROM talks_actors JOIN actors ON id = actor ORDER BY role, ordinal"),
            "mediator|0|Qatar\nparty|0|Astrid Halvorsen\nparty|1|Chad\n");
}

TEST_F(LedgerTest, OffsetsAreCodePointsThatGiveTheWords) {
  keep({envoys_story()});
  EXPECT_EQ(rows("SELECT substr(text, e.start + 1, e.\"end\" - e.start) FROM evidence e JOIN stories s ON s.id = story"
                 " ORDER BY e.start LIMIT 1"),
            "Café talks: Norway recalled its envoy to Chad on Monday.\n");
  EXPECT_EQ(rows("SELECT substr(text, trigger_start + 1, trigger_end - trigger_start) FROM events e"
                 " JOIN stories s ON s.id = story"),
            "recalled\n");
  EXPECT_EQ(rows("SELECT substr(text, start + 1, \"end\" - start) FROM event_actors JOIN events e ON e.id = event"
                 " JOIN stories s ON s.id = story"),
            "Norway\nChad\n");
}

TEST_F(LedgerTest, KeepsActorsPlacesAndEvidenceOnce) {
  keep({envoys_story("a"), envoys_story("b")});
  EXPECT_EQ(rows("SELECT name, country FROM actors ORDER BY id"),
            "Astrid Halvorsen|NOR\nNorway|NOR\nChad|TCD\nQatar|QAT\n");
  EXPECT_EQ(rows("SELECT name, country, geonames, latitude IS NULL FROM places ORDER BY id"),
            "Oslo|NOR|3143244|0\nCairo||0|1\n");
  EXPECT_EQ(rows("SELECT story, count(*) FROM evidence GROUP BY story"), "1|4\n2|4\n");
  EXPECT_EQ(rows("SELECT id FROM places_box WHERE south >= 59 AND north <= 60 AND west >= 10 AND east <= 11"), "1\n");
}

TEST_F(LedgerTest, FindsWords) {
  keep({envoys_story()});
  EXPECT_EQ(rows("SELECT rowid FROM stories_text WHERE stories_text MATCH 'cafe AND nimes'"), "1\n");
  EXPECT_EQ(rows("SELECT rowid FROM statements_text WHERE statements_text MATCH 'patient'"), "1\n");
  EXPECT_EQ(rows("SELECT rowid FROM actors_text WHERE actors_text MATCH 'halvorsen'"), "1\n");
  EXPECT_EQ(rows("SELECT rowid FROM places_text WHERE places_text MATCH 'cairo'"), "2\n");
}

TEST_F(LedgerTest, TheSameStoryAgainChangesNothing) {
  keep({envoys_story()});
  const std::string before = dump(path_);
  EXPECT_EQ(keep({envoys_story(), envoys_story()}), (LedgerCounts{.unchanged = 2}));
  EXPECT_EQ(dump(path_), before);
  EXPECT_TRUE(Ledger(path_).holds(envoys_story().story));
  EXPECT_FALSE(Ledger(path_).holds(envoys_story("another").story));
}

TEST_F(LedgerTest, ACorrectedStoryReplacesItsRecordsAndKeepsTheOldVersion) {
  ReadStory corrected = envoys_story();
  corrected.story.text += " This story was corrected.";
  corrected.records.resize(1);
  EXPECT_EQ(keep({envoys_story(), corrected}), (LedgerCounts{.added = 1, .replaced = 1}));
  EXPECT_EQ(rows("SELECT id, doc, version, current FROM stories"), "1|envoys|1|0\n2|envoys|2|1\n");
  EXPECT_EQ(rows("SELECT id, story FROM events"), "2|2\n") << "an id is not used again";
  EXPECT_EQ(rows("SELECT count(*) FROM statements"), "0\n");
  EXPECT_EQ(rows("SELECT story, count(*) FROM evidence GROUP BY story"), "2|1\n");
  EXPECT_EQ(rows("SELECT count(*) FROM event_actors WHERE event = 1"), "0\n");
  EXPECT_EQ(rows("SELECT rowid FROM stories_text WHERE stories_text MATCH 'cafe'"), "2\n");
  EXPECT_EQ(rows("SELECT rowid FROM statements_text WHERE statements_text MATCH 'patient'"), "");
  const std::string before = dump(path_);
  EXPECT_EQ(keep({envoys_story(), corrected}), (LedgerCounts{.unchanged = 2})) << "an archive with both, once more";
  EXPECT_EQ(dump(path_), before);
}

TEST_F(LedgerTest, TwoFilesOfOneNameAreTwoStories) {
  ReadStory a = envoys_story("report"), b = envoys_story("report"), again = a;
  a.story.id_source = b.story.id_source = again.story.id_source = IdSource::file;
  a.story.origin = "a/report.txt";
  b.story.origin = "b/report.txt";
  b.story.text += " And more.";
  again.story.origin = "copy/of/report.txt";
  EXPECT_EQ(keep({a, b, again}), (LedgerCounts{.added = 2, .unchanged = 1}));
  EXPECT_EQ(rows("SELECT count(*) FROM stories WHERE current"), "2\n");
}

TEST_F(LedgerTest, NotesWhatWroteIt) {
  keep({envoys_story()});
  EXPECT_EQ(rows("SELECT program, model, lexicon, added, started > '2020' FROM runs"), "annals 1|0a|{}|1|1\n");
}

TEST_F(LedgerTest, WhatIsNotCommittedIsNotThere) {
  {
    Ledger ledger(path_, kBy);
    ledger.add(envoys_story().story, envoys_story().records);
  }
  EXPECT_EQ(rows("SELECT count(*) FROM stories"), "0\n");
}

TEST_F(LedgerTest, RefreshesWhatAnotherModelRead) {
  const auto write = [&](const Provenance& by, ReadStory read) {
    SqliteLedger ledger(path_, by, true);
    const CodePointIndex index(read.story.text);
    const std::vector<StoryRows> batch = {rows_of(read.story, read.records, index)};
    ledger.write(batch);
    ledger.finish();
    return ledger.counts();
  };
  ReadStory fewer = envoys_story();
  fewer.records.resize(1);
  EXPECT_EQ(write(kBy, envoys_story()), (LedgerCounts{.added = 1}));
  EXPECT_EQ(write(kBy, fewer), (LedgerCounts{.unchanged = 1}));
  EXPECT_EQ(write({"annals 1", "0b", "{}"}, fewer), (LedgerCounts{.replaced = 1}));
  EXPECT_EQ(rows("SELECT id, version, run FROM stories"), "1|1|3\n");
  EXPECT_EQ(rows("SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM statements)"), "1|0\n");
}

TEST_F(LedgerTest, ABatchIsStoredWholeOrNotAtAll) {
  SqliteLedger ledger(path_, kBy);
  std::vector<StoryRows> batch;
  for (const char* id : {"a", "b", "c"}) {
    const ReadStory read = envoys_story(id);
    batch.push_back(rows_of(read.story, read.records, CodePointIndex(read.story.text)));
  }
  std::vector<StoryRows> broken = batch;
  std::get<std::string>(broken[2].rows[1].values[3]) = "unheard-of";  // against a CHECK of the schema
  EXPECT_THROW(ledger.write(broken), Error);
  EXPECT_EQ(rows("SELECT count(*) FROM stories"), "0\n");
  EXPECT_EQ(rows("SELECT count(*) FROM actors"), "0\n");
  ledger.write(batch);
  EXPECT_EQ(ledger.counts(), (LedgerCounts{.added = 3}));
  EXPECT_EQ(rows("SELECT count(*) FROM event_actors JOIN actors ON id = actor"), "6\n");
}

TEST_F(LedgerTest, TwoWritersTakeTurns) {
  Ledger one(path_, kBy), other(path_, kBy);
  for (int i = 0; i < 20; ++i) {
    for (Ledger* ledger : {&one, &other}) {
      const ReadStory read = envoys_story(std::to_string(i));
      ledger->add(read.story, read.records);
      ledger->commit();
    }
  }
  EXPECT_EQ(one.counts(), (LedgerCounts{.added = 20}));
  EXPECT_EQ(other.counts(), (LedgerCounts{.unchanged = 20}));
  EXPECT_EQ(rows("PRAGMA foreign_key_check"), "");
}

}  // namespace
}  // namespace annals
