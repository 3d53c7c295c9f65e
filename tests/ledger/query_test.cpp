// Questions to a small ledger: each filter, pages, records read back, counts, series, dyads, suggestions.
#include "ledger/query.h"

#include <gtest/gtest.h>

#include "base/tsv.h"
#include "ledger/dyads.h"
#include "ledger/small_ledger.h"
#include "ledger/suggestions.h"
#include "ledger/views.h"

namespace annals {
namespace {

using support::message;
using support::SmallLedger;

SmallLedger& ledger() {
  static SmallLedger small;
  return small;
}
SQLite::Database& db() { return ledger().db(); }

std::string ids(const std::vector<StoredRecord>& records) {
  std::string out;
  for (const StoredRecord& record : records) out += (out.empty() ? "" : " ") + to_string(record.id);
  return out;
}

RecordFilter filter_of(std::string_view kinds, std::string_view words) {
  RecordFilter filter;
  for (const RecordKind kind : kRecordKinds) {
    const std::string table = std::string(name_of(kind)) + (kind == RecordKind::talks ? "" : "s");
    if (kinds == table) filter.kinds = {kind};
  }
  for (const std::string_view word : split_cell(words)) {
    set_filter(filter, word.substr(0, word.find('=')), word.substr(word.find('=') + 1));
  }
  return filter;
}

TEST(Query, FiltersFindWhatTheySay) {
  const std::string text = support::read_file("tests/ledger/filters.tsv");
  const TsvTable table(text, "tests/ledger/filters.tsv");
  ASSERT_GT(table.rows().size(), 40u);
  for (const TsvRow& row : table) {
    const RecordFilter filter = filter_of(row[0], row[1]);
    EXPECT_EQ(ids(find_records(db(), filter).records), row[2]) << row[0] << " " << row[1] << ": " << row[3];
    std::int64_t counted = 0;
    for (const std::int64_t count : count_records(db(), filter)) counted += count;
    if (!filter.limit) {
      EXPECT_EQ(counted, static_cast<std::int64_t>(find_records(db(), filter).records.size())) << row[1];
    }
  }
}

TEST(Query, PagesFollowEachOtherWithoutGapOrOverlap) {
  for (const Order order : {Order::newest, Order::oldest}) {
    RecordFilter all;
    all.order = order;
    const std::string whole = ids(find_records(db(), all).records);
    for (const std::uint32_t size : {1U, 2U, 3U, 7U}) {
      RecordFilter page = all;
      page.limit = size;
      std::vector<StoredRecord> found;
      for (int pages = 0; pages < 20; ++pages) {
        RecordPage next = find_records(db(), page);
        for (StoredRecord& record : next.records) found.push_back(std::move(record));
        if (!next.next) break;
        page.after = parse_cursor(to_string(*next.next));
        ASSERT_TRUE(page.after) << to_string(*next.next);
      }
      EXPECT_EQ(ids(found), whole) << "pages of " << size;
    }
  }
}

TEST(Query, EachRecordStopsAtTheLimitOrWhenToldTo) {
  RecordFilter filter;
  filter.limit = 4;
  int count = 0;
  each_record(db(), filter, [&](StoredRecord&) { return ++count, true; });
  EXPECT_EQ(count, 4);
  each_record(db(), filter, [&](StoredRecord&) { return --count > 2; });
  EXPECT_EQ(count, 2);
}

TEST(Query, ARecordComesBackAsItWentInWithOffsetsInCodePoints) {
  const auto stored = find_record(db(), {RecordKind::event, 1});
  ASSERT_TRUE(stored);
  const Event& event = std::get<Event>(stored->record);
  EXPECT_EQ(event.type, "SANCTION");
  EXPECT_EQ(event.trigger, (Words{16, 24, "recalled"})) << "the dash before it has three bytes";
  ASSERT_EQ(event.actor.size(), 1u);
  EXPECT_EQ(event.actor[0].country, "TUR");
  EXPECT_EQ(event.actor[0].words, (Words{9, 15, "Turkey"}));
  ASSERT_EQ(event.recipient.size(), 1u);
  EXPECT_EQ(event.recipient[0].name, "Israel");
  EXPECT_EQ(event.context, std::vector<std::string>{"diplomatic"});
  EXPECT_EQ(event.evidence.text, "Turkey recalled its envoy from Israel on Saturday.");
  EXPECT_EQ(event.why.words, (std::vector<Words>{{16, 24, "recalled"}}));
  EXPECT_EQ(stored->story.source, "Wire A");
  EXPECT_EQ(stored->day, support::day_of("2023-11-04"));
  const auto statement = find_record(db(), {RecordKind::statement, 1});
  ASSERT_TRUE(statement);
  EXPECT_EQ(std::get<Statement>(statement->record).content.text, "the humanitarian pause was too short");
  EXPECT_EQ(std::get<Statement>(statement->record).speaker->words->text, "President Erdoğan");
  EXPECT_FALSE(find_record(db(), {RecordKind::event, 99}));
}

TEST(Query, StoriesAndTheirRecords) {
  RecordFilter filter;
  const StoryPage page = find_stories(db(), filter);
  ASSERT_EQ(page.stories.size(), 3u);
  EXPECT_EQ(page.stories[0].head.doc, "strike");
  EXPECT_EQ(page.stories[2].head.doc, "talks") << "it has no date";
  EXPECT_EQ(page.stories[0].records, (std::array<std::int64_t, 6>{1, 0, 2, 1, 0, 0}));
  filter.text = {"humanitarian pause"};
  ASSERT_EQ(find_stories(db(), filter).stories.size(), 1u);
  EXPECT_EQ(find_story(db(), "talks")->text.substr(0, 5), "Qatar");
  EXPECT_EQ(ids(records_of_story(db(), page.stories[0].head.row)), "e2 f1 f2 m1");
  EXPECT_EQ(versions_of(db(), "strike").size(), 1u);
  const LedgerTotals totals = count_ledger(db());
  EXPECT_EQ(totals.stories, 3);
  EXPECT_EQ(totals.records[0], 3);
  EXPECT_EQ(totals.last, support::day_of("2023-11-07"));
}

TEST(Query, CountsByPeriod) {
  const RecordFilter events = filter_of("events", "");
  const std::vector<PeriodCount> weeks = {{support::day_of("2023-10-30"), 1}, {support::day_of("2023-11-06"), 1}};
  EXPECT_EQ(count_by_period(db(), events, Period::week), weeks) << "the 4th is a Saturday, the 6th a Monday";
  const std::vector<PeriodCount> months = {{support::day_of("2023-11-01"), 2}};
  EXPECT_EQ(count_by_period(db(), events, Period::month), months);
}

TEST(Query, ASeriesNamesItsSources) {
  const auto killed = find_series(db(), filter_of("figures", "measure=killed"));
  ASSERT_EQ(killed.size(), 1u);
  EXPECT_EQ(killed[0].source, "Ministry of Health");
  const auto trucks = find_series(db(), filter_of("figures", "measure=trucks"));
  ASSERT_EQ(trucks.size(), 1u);
  EXPECT_EQ(trucks[0].source, "Wire B");
  EXPECT_EQ(trucks[0].low, 20);
  EXPECT_EQ(trucks[0].high, 30);
  EXPECT_EQ(trucks[0].day, support::day_of("2023-11-07"));
}

TEST(Query, DyadsCountPairsOfCountries) {
  const auto dyads = find_dyads(db(), RecordFilter{}, Period::month, ActScores::instance());
  ASSERT_EQ(dyads.size(), 2u);
  EXPECT_EQ(dyads[0].actor + dyads[0].recipient, "ISRPSE");
  EXPECT_EQ(dyads[0].quads, (std::array<std::int64_t, 4>{0, 0, 0, 1}));
  EXPECT_EQ(dyads[0].mean_score, -10) << "aerial assault: CAMEO 195";
  EXPECT_EQ(dyads[1].actor + dyads[1].recipient, "TURISR");
  EXPECT_EQ(dyads[1].mean_score, -4) << "relations reduced: CAMEO 161";
}

TEST(Query, DyadsCountWhatHappenedUnlessAskedForMore) {
  const support::TemporaryFolder folder;
  const std::string path = folder.path("announced.db");
  {
    Ledger announced(path, {.program = "annals test", .model = "none"});
    const Story story = support::story_of("visit", "2023-11-05", "Wire A", "Turkey will receive Norway on Monday.");
    Event event = support::record_of<Event>(story, story.text, "2023-11-06");
    event.type = "CONSULT";
    event.trigger = support::words_in(story, "receive");
    event.actor = {support::actor_in(story, "Turkey", "Turkey", "TUR", "GOV")};
    event.recipient = {support::actor_in(story, "Norway", "Norway", "NOR", "GOV")};
    event.factuality = Factuality::future;
    const Record records[] = {event};
    announced.add(story, records);
    announced.commit();
  }
  Database reading(path, Access::read);
  const auto pairs = [&](std::string_view words) {
    return find_dyads(reading.handle(), filter_of("events", words), Period::month, ActScores::instance()).size();
  };
  EXPECT_EQ(pairs(""), 0U) << "it is only announced";
  EXPECT_EQ(pairs("factuality=future"), 1U);
  EXPECT_EQ(pairs("factuality=actual|factuality=future"), 1U);
  EXPECT_EQ(pairs("factuality=actual|factuality=future|actor=Turkey"), 1U) << "counted and not tallied";
  EXPECT_EQ(pairs("actor=Turkey"), 0U);
}

TEST(Query, ScoresOfAUserAreChecked) {
  EXPECT_EQ(message([] { ActScores("type\tmode\tquad\tscore\nWAR\t\tmaterial_conflict\t-11\n", "own.tsv"); }),
            "own.tsv:2: \"-11\" is no score. Write a number from -10 to 10.");
  EXPECT_EQ(message([] { ActScores("type\tmode\tquad\tscore\nWAR\t\twar\t-10\n", "own.tsv"); }),
            "own.tsv:2: \"war\" is no quad class. Write verbal_cooperation, material_cooperation, verbal_conflict or "
            "material_conflict.");
}

TEST(Query, ActorsAndPlacesByTheBeginningsOfTheirWords) {
  const auto actors = find_actors(db(), "erdo", 10);
  ASSERT_EQ(actors.size(), 1u);
  EXPECT_EQ(actors[0].name, "Recep Tayyip Erdoğan");
  EXPECT_EQ(find_actors(db(), "isr", 10)[0].country, "ISR");
  EXPECT_EQ(find_places(db(), "gaza c", 10)[0].place.name, "Gaza City");
  EXPECT_TRUE(find_actors(db(), "\" OR", 10).empty());
}

TEST(Query, WrongValuesAreToldWithTheNearest) {
  const auto set = [](const char* name, const char* value) {
    return message([&] {
      RecordFilter filter;
      set_filter(filter, name, value);
      find_records(db(), filter);
    });
  };
  EXPECT_EQ(set("actr", "x"), "filter: there is no filter \"actr\". Did you mean actor?");
  EXPECT_EQ(set("since", "soon"), "--since: \"soon\" is no date. Write it as 2023-10-01, 2023-10 or 2023.");
  EXPECT_EQ(set("near", "1,2"),
            "--near: \"1,2\" is no circle. Write latitude, longitude and kilometres: --near 31.5,34.47,25.");
  EXPECT_EQ(set("limit", "0"), "--limit: \"0\" is no number of records. Write a whole number from 1: --limit 50.");
  EXPECT_EQ(set("order", "new"), "--order: \"new\" is no order. Choose newest or oldest.");
  EXPECT_EQ(set("type", "SANCTON"), "--type: there is no type \"SANCTON\". Did you mean SANCTION?");
  EXPECT_EQ(set("status", "stale"), "--status: \"stale\" is no status of talks. Did you mean stalled?");
  EXPECT_EQ(set("after", "x"), "--after: \"x\" is no place in a list. Give what the page before it named as `next`.");
}

TEST(Query, NothingFoundIsExplained) {
  const auto why = [](const char* words) {
    std::string out;
    for (const std::string& sentence : explain_nothing(db(), filter_of("all", words))) out += sentence + "\n";
    return out;
  };
  EXPECT_EQ(why("actor=Tukrey"), "No actor of this ledger is called \"Tukrey\". Did you mean Turkey?\n");
  EXPECT_EQ(why("said-by=Erdogn"), "No actor of this ledger is called \"Erdogn\". Did you mean erdogan?\n");
  EXPECT_EQ(why("measure=truck"), "This ledger has no measure \"truck\". Did you mean trucks?\n");
  EXPECT_EQ(why("since=2024"), "The stories of this ledger are from 2023-11-05 to 2023-11-07, before --since.\n");
  EXPECT_EQ(why("actor=Turkey|where=Rafah"),
            "Each filter alone finds something in this ledger, all together do not: leave one out.\n");
}

TEST(Query, ViewsReadAsWords) {
  define_views(db());
  EXPECT_EQ(
      db().execAndGet("SELECT actor || ' ' || type || ' ' || recipient FROM event_rows WHERE id = 'e1'").getString(),
      "Turkey SANCTION Israel");
  EXPECT_EQ(db().execAndGet("SELECT evidence FROM statement_rows").getString(),
            "President Erdoğan said the humanitarian pause was too short.");
  EXPECT_EQ(db().execAndGet("SELECT \"from\" || ' ' || \"to\" FROM movement_rows").getString(), "Rafah Gaza City");
  EXPECT_EQ(db().execAndGet("SELECT \"where\" FROM figure_rows WHERE measure = 'killed'").getString(), "Gaza City");
  EXPECT_EQ(db().execAndGet("SELECT \"of\" FROM role_rows").getString(), "Turkey");
  EXPECT_EQ(db().execAndGet("SELECT mediator FROM talks_rows").getString(), "Qatar");
}

}  // namespace
}  // namespace annals
