// Provinces of places: kept, told again, and brought to a ledger that was made without them.
#include <gtest/gtest.h>

#include "ledger/query.h"
#include "ledger/small_ledger.h"

namespace annals {
namespace {

class ProvincesTest : public testing::Test {
 protected:
  // A strike in Lashkar Gah, of which the model knows as much as `province` says.
  void tell(const std::string& id, const std::string& province) {
    Ledger ledger(path_, {.program = "annals test", .model = "none"});
    const Story story = support::story_of(id, "2023-11-05", "Wire A", "Shells fell on Lashkar Gah, report " + id + ".");
    Event event = support::record_of<Event>(story, story.text, "2023-11-05");
    event.type = "ASSAULT";
    event.trigger = support::words_in(story, "fell");
    event.where = Place{std::nullopt, "Lashkar Gah", "AFG", 1135689, 31.59, 64.37, province};
    const Record records[] = {event};
    ledger.add(story, records);
    ledger.commit();
  }

  std::size_t events_in(const std::string& where) {
    Database reading(path_, Access::read);
    RecordFilter filter;
    filter.kinds = {RecordKind::event};
    set_filter(filter, "where", where);
    return find_records(reading.handle(), filter).records.size();
  }

  support::TemporaryFolder folder_;
  std::string path_ = folder_.path("provinces.db");
};

TEST_F(ProvincesTest, FindWhatHappenedInTheirTowns) {
  tell("a", "Helmand|Helmand Province");
  EXPECT_EQ(events_in("Helmand"), 1U);
  EXPECT_EQ(events_in("HELMAND province"), 1U);
  EXPECT_EQ(events_in("Lashkar Gah"), 1U);
  EXPECT_EQ(events_in("Herat"), 0U);
}

TEST_F(ProvincesTest, AreLearnedWhenAPlaceIsToldAgain) {
  tell("a", "");
  EXPECT_EQ(events_in("Helmand"), 0U);
  tell("b", "Helmand");
  EXPECT_EQ(events_in("Helmand"), 2U);
  tell("c", "");
  EXPECT_EQ(events_in("Helmand"), 3U) << "a model that knows less takes nothing away";
}

TEST_F(ProvincesTest, ComeToAnOlderLedger) {
  tell("a", "Helmand");
  {
    Database older(path_, Access::write);
    older.handle().exec("DROP INDEX places_province; ALTER TABLE places DROP COLUMN province; PRAGMA user_version = 3");
  }
  EXPECT_EQ(events_in("Lashkar Gah"), 1U) << "opening it brings it up";
  EXPECT_EQ(events_in("Helmand"), 0U);
  tell("b", "Helmand");
  EXPECT_EQ(events_in("Helmand"), 2U);
}

}  // namespace
}  // namespace annals
