// Calendar arithmetic and the festivals that are computed from it, against published dates.
#include "time/calendar.h"

#include <gtest/gtest.h>

#include <string_view>

#include "time/festivals.h"
#include "time/timex_value.h"

namespace annals {
namespace {

std::string iso(sys_days day) { return unit_value(day, Unit::day); }

TEST(Calendar, UnitsAroundADay) {
  const sys_days tuesday = day_of(2023, 11, 7);
  EXPECT_EQ(unit_around(tuesday, Unit::week), (DayInterval{day_of(2023, 11, 6), day_of(2023, 11, 12)}));
  EXPECT_EQ(unit_around(tuesday, Unit::weekend), (DayInterval{day_of(2023, 11, 11), day_of(2023, 11, 12)}));
  EXPECT_EQ(unit_around(tuesday, Unit::quarter), (DayInterval{day_of(2023, 10, 1), day_of(2023, 12, 31)}));
  EXPECT_EQ(unit_around(tuesday, Unit::half), (DayInterval{day_of(2023, 7, 1), day_of(2023, 12, 31)}));
  EXPECT_EQ(unit_around(tuesday, Unit::decade), (DayInterval{day_of(2020, 1, 1), day_of(2029, 12, 31)}));
  EXPECT_EQ(unit_around(day_of(2024, 2, 10), Unit::month).last, day_of(2024, 2, 29));
}

TEST(Calendar, StepsKeepTheDayOrEndTheMonth) {
  EXPECT_EQ(add_units(day_of(2023, 3, 31), -1, Unit::month), day_of(2023, 2, 28));
  EXPECT_EQ(add_units(day_of(2024, 2, 29), 1, Unit::year), day_of(2025, 2, 28));
  EXPECT_EQ(add_units(day_of(2023, 11, 7), -2, Unit::week), day_of(2023, 10, 24));
  EXPECT_EQ(add_units(day_of(2023, 1, 15), -1, Unit::quarter), day_of(2022, 10, 15));
}

TEST(Calendar, IsoWeeksCrossYears) {
  // The examples of ISO 8601-1:2019 for the turn of the year.
  EXPECT_EQ(iso_week_of(day_of(2005, 1, 1)), (IsoWeek{2004, 53}));
  EXPECT_EQ(iso_week_of(day_of(2007, 1, 1)), (IsoWeek{2007, 1}));
  EXPECT_EQ(iso_week_of(day_of(2008, 12, 29)), (IsoWeek{2009, 1}));
  EXPECT_EQ(first_day_of({2009, 1}), day_of(2008, 12, 29));
}

struct Feast {
  int year;
  std::string_view rule, first;
};

// Easter: tables of the U.S. Census Bureau and of the Orthodox churches. Islamic days: the tabular calendar, which
// lies within a day of the announced ones (Eid was announced for 21 April 2023). Election days: the Federal Election
// Commission.
constexpr Feast kFeasts[] = {
    {1998, "easter:0", "1998-04-12"},       {2008, "easter:0", "2008-03-23"},    {2038, "easter:0", "2038-04-25"},
    {2024, "easter:-2", "2024-03-29"},      {1999, "orthodox:0", "1999-04-11"},  {2024, "orthodox:0", "2024-05-05"},
    {2025, "orthodox:0", "2025-04-20"},     {1999, "nth:11-4-4", "1999-11-25"},  {2024, "nth:5-1-last", "2024-05-27"},
    {2016, "nth:11-1-1+1", "2016-11-08"},   {2023, "fixed:12-25", "2023-12-25"}, {2024, "islamic:9", "2024-03-11"},
    {2023, "islamic:10-1/3", "2023-04-22"}, {2001, "islamic:9", "2001-11-17"},
};

TEST(Festivals, FallOnTheirDays) {
  for (const Feast& feast : kFeasts) {
    const auto rule = parse_festival_rule(feast.rule);
    ASSERT_TRUE(rule) << feast.rule;
    const auto days = festival_in(feast.year, *rule);
    ASSERT_TRUE(days) << feast.rule;
    EXPECT_EQ(iso(days->first), feast.first) << feast.rule << " in " << feast.year;
  }
}

TEST(Festivals, LastAsLongAsTheRuleSays) {
  const auto eid = festival_in(2023, *parse_festival_rule("islamic:10-1/3"));
  EXPECT_EQ(eid->last - eid->first, std::chrono::days{2});
  const auto ramadan = festival_in(2024, *parse_festival_rule("islamic:9"));
  EXPECT_EQ(ramadan->last - ramadan->first, std::chrono::days{29});
}

TEST(Festivals, RefuseWhatIsNoRule) {
  for (const std::string_view text : {"", "fixed:", "fixed:13-1", "fixed:12", "nth:11-8-1", "nth:11-4-6",
                                      "easter:", "lunar:1-1", "fixed:12-25x", "islamic:0-1", "easter:0/"}) {
    EXPECT_FALSE(parse_festival_rule(text)) << text;
  }
}

}  // namespace
}  // namespace annals
