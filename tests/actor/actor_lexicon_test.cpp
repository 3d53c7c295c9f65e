// Checks the tables of actors: that they load, agree with each other, and say what is wrong where they are wrong.
#include "actor/actor_lexicon.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "actor/actor_fixture.h"
#include "actor/folding.h"

namespace annals {
namespace {

TEST(Folding, DropsWhatSpellingsDifferIn) {
  EXPECT_EQ(folded("U.S."), "us");
  EXPECT_EQ(folded("Côte d’Ivoire"), "cote divoire");
  EXPECT_EQ(folded("al-Qaida"), "al qaida");
  EXPECT_EQ(folded("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
  EXPECT_EQ(folded("Lech Wałęsa"), "lech walesa");
  EXPECT_EQ(folded("Johnson & Johnson"), "johnson and johnson");
  EXPECT_EQ(folded("  Washington,  D.C. "), "washington dc");
  EXPECT_EQ(folded("…"), "");
}

TEST(ActorTables, UseCodesOfTheCountryTable) {
  const ActorLexicon& lexicon = source_lexicon();
  std::set<std::string_view> codes;
  for (const Country& country : lexicon.countries()) codes.insert(country.code);
  EXPECT_GE(codes.size(), 200U);
  const auto known = [&](std::string_view code) { return code.empty() || codes.contains(code); };
  for (const Region& region : lexicon.regions()) EXPECT_TRUE(known(region.country)) << "regions.tsv:" << region.line;
  for (const Body& body : lexicon.bodies()) EXPECT_TRUE(known(body.country)) << "actors.tsv:" << body.line;
  for (const Holder& holder : lexicon.holders()) EXPECT_TRUE(known(holder.country)) << "leaders.tsv:" << holder.line;
}

TEST(ActorTables, NameEachBodyOnceInAState) {
  std::map<std::tuple<std::string, std::string_view, Day>, int> seen;
  for (const Body& body : source_lexicon().bodies()) {
    const auto [at, added] = seen.try_emplace({folded(body.name), body.country, body.from}, body.line);
    EXPECT_TRUE(added) << "actors.tsv:" << body.line << " names what line " << at->second << " names: " << body.name;
  }
}

TEST(ActorTables, HaveOneHolderOfAHighOfficeAtATime) {
  std::map<std::tuple<std::string_view, std::string_view, Office, std::string_view>, std::vector<const Holder*>>
      offices;
  for (const Holder& holder : source_lexicon().holders()) {
    const bool high = holder.office == Office::head_of_government || holder.office == Office::foreign_minister ||
                      holder.office == Office::defence_minister || holder.office == Office::head_of_state;
    if (high) offices[{holder.country, holder.body, holder.office, holder.title}].push_back(&holder);
  }
  ASSERT_GE(offices.size(), 250U);
  for (auto& [key, holders] : offices) {
    std::ranges::sort(holders, {}, &Holder::from);
    for (std::size_t i = 1; i < holders.size(); ++i) {
      EXPECT_LT(holders[i - 1]->until, holders[i]->from)
          << "leaders.tsv:" << holders[i - 1]->line << " and " << holders[i]->line << ": " << holders[i - 1]->person
          << " and " << holders[i]->person;
    }
  }
}

TEST(ActorTables, HaveLeadersForBodiesThatTheyName) {
  std::set<std::string_view> bodies;
  for (const Body& body : source_lexicon().bodies()) bodies.insert(body.name);
  for (const Holder& holder : source_lexicon().holders()) {
    EXPECT_TRUE(holder.body.empty() || bodies.contains(holder.body))
        << "leaders.tsv:" << holder.line << ": " << holder.body;
  }
}

TEST(ActorTables, TakeUpOnlyKindsThatExist) {
  std::set<std::string_view> kinds = {"country", "region"};
  for (const Body& body : source_lexicon().bodies()) kinds.insert(body.kind);
  for (const ActorTable& table : source_tables()) {
    if (table.name != "descriptors") continue;
    const TsvTable rows(table.text, table.where);
    for (const TsvRow& row : rows) {
      for (const std::string_view kind : split_cell(row[rows.column("kinds")])) {
        EXPECT_TRUE(kinds.contains(kind)) << "descriptors.tsv:" << row.line << ": " << kind;
      }
    }
  }
}

std::string error_of(std::string_view table, std::string_view text) {
  const std::vector<ActorTable> tables = {{table, text, "my/" + std::string(table) + ".tsv"}};
  return support::message([&] { ActorLexicon lexicon(tables); });
}

TEST(ActorTables, SayWhatIsWrongWhereItIsWrong) {
  EXPECT_EQ(error_of("actors", "name\tcountry\tsector\nX\tTUR\tARMY\n"),
            "my/actors.tsv:2: \"ARMY\" is no sector. Use GOV, LEG, MIL or another of docs/actors.md.");
  EXPECT_EQ(error_of("countries", "code\tname\nTU\tTurkey\n"),
            "my/countries.tsv:2: \"TU\" is no country code. Use a code of three capitals, as in ISO 3166-1.");
  EXPECT_EQ(error_of("leaders", "person\tcountry\toffice\tfrom\nA B\tTUR\thead_of_state\t2001\n"),
            "my/leaders.tsv:2: \"2001\" is no date. Write dates as 2001-05-16.");
  EXPECT_EQ(
      error_of("leaders", "person\tcountry\toffice\tfrom\tuntil\nA B\tTUR\thead_of_state\t2001-01-02\t2001-01-01\n"),
      "my/leaders.tsv:2: the office ends before it begins. Set `from` and `until` in order.");
  EXPECT_EQ(
      error_of("leaders", "person\tcountry\toffice\nA B\tTUR\tboss\n"),
      "my/leaders.tsv:2: \"boss\" is no office. Use one of the offices that the head of lexicon/titles.tsv lists.");
  EXPECT_EQ(
      error_of("actor_words", "word\tclass\nof\tverb\n"),
      "my/actor_words.tsv:2: \"verb\" is no class of words. Use one that the head of lexicon/actor_words.tsv lists.");
}

}  // namespace
}  // namespace annals
