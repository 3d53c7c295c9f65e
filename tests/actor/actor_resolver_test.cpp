// Holds the resolver to the tables actors.tsv and roles.tsv, and to a world that our tables do not know.
#include "actor/actor_resolver.h"

#include <gtest/gtest.h>

#include "actor/actor_fixture.h"

namespace annals {
namespace {

std::string or_dash(std::string_view s) { return s.empty() ? "-" : std::string(s); }

std::string print(const ReadActors& read, const Mention& mention) {
  const ActorEntity& actor = read.layer.entities[mention.entity];
  std::string out = std::string(read.annotation.text(mention.words)) + " = ";
  for (std::size_t i = 0; i < actor.members.size(); ++i) {
    out += (i == 0 ? "" : " + ") + read.layer.entities[actor.members[i]].name;
  }
  if (!actor.members.empty()) return out;
  return out + actor.name + " " + or_dash(actor.country) + " " + or_dash(sector_name(actor.sector));
}

std::vector<std::string> print_all(const ReadActors& read) {
  std::vector<std::string> lines;
  for (const Mention& mention : read.layer.mentions) {
    if (mention.kind != MentionKind::modifier) lines.push_back(print(read, mention));
  }
  return lines;
}

std::vector<std::string> parts(std::string_view list) {
  std::vector<std::string> out;
  for (const std::string_view part : split_cell(list, ';')) out.emplace_back(part);
  return out;
}

// That each expected line is among those printed for the text.
void expect_actors(const std::string& text, const std::string& published, std::string_view expected,
                   const std::string& why, const ActorLexicon& lexicon = source_lexicon()) {
  const ReadActors read = read_actors(text, published, lexicon);
  const auto printed = print_all(read);
  std::string all;
  for (const std::string& line : printed) all += "\n  " + line;
  ASSERT_FALSE(parts(expected).empty()) << text;
  for (const std::string& line : parts(expected)) {
    EXPECT_NE(std::ranges::find(printed, line), printed.end()) << line << "\n" << text << "\n" << why << all;
  }
}

TEST(ActorResolver, MeansWhomTheTableSays) {
  const std::string file = support::read_file("tests/actor/actors.tsv");
  const TsvTable table(file, "tests/actor/actors.tsv");
  for (const TsvRow& row : table) {
    expect_actors(std::string(row[table.column("text")]), std::string(row[table.column("published")]),
                  row[table.column("actors")], std::string(row[table.column("why")]));
  }
}

TEST(ActorResolver, ReadsRoles) {
  const std::string file = support::read_file("tests/actor/roles.tsv");
  const TsvTable table(file, "tests/actor/roles.tsv");
  for (const TsvRow& row : table) {
    const ReadActors read =
        read_actors(std::string(row[table.column("text")]), std::string(row[table.column("published")]));
    std::string printed;
    for (const RoleFinding& role : read.layer.roles) {
      printed += printed.empty() ? "" : ";";
      printed += read.layer.entities[read.layer.mentions[role.person].entity].name + " | ";
      printed += std::string(read.annotation.text(role.title)) + " | ";
      printed += role.of == kNobody ? "-" : read.layer.entities[role.of].name;
    }
    EXPECT_EQ(printed.empty() ? "none" : printed, row[table.column("roles")]) << row[table.column("text")];
  }
}

// The whole of what is known about places, people and groups is in the tables: others give another world.
TEST(ActorResolver, KnowsAnInventedWorldFromItsTables) {
  std::vector<ActorTable> tables;
  for (const ActorTable& table : source_tables()) {
    const bool words = table.name == "titles" || table.name == "descriptors" || table.name == "actor_words";
    if (words) tables.push_back(table);
  }
  std::vector<std::string> texts;
  texts.reserve(3);
  for (const char* name : {"countries", "leaders", "actors"}) {
    const std::string path = std::string("tests/actor/invented/") + name + ".tsv";
    texts.push_back(support::read_file(path));
    tables.push_back({name, texts.back(), path});
  }
  const ActorLexicon lexicon(tables);
  expect_actors("The Veranian prime minister met Dolmari envoys in Sarn. She said Port Lume wanted peace.",
                "2031-05-05",
                "The Veranian prime minister = Tessa Orlim VRN GOV; She = Tessa Orlim VRN GOV; "
                "Port Lume = Verania VRN GOV; Dolmari envoys = Dolmari envoys in Sarn DLM GOV",
                "the state, its people, its capital and its minister", lexicon);
  expect_actors("The Veranian leader praised the River Front. The group thanked him.", "2025-05-05",
                "The Veranian leader = Joren Hask VRN GOV; the River Front = River Front DLM REB; "
                "The group = River Front DLM REB; him = Joren Hask VRN GOV",
                "the day decides", lexicon);
  // What is in our tables is unknown here.
  const ReadActors read = read_actors("The Turkish president spoke.", "2001-06-12", lexicon);
  for (const ActorEntity& actor : read.layer.entities) EXPECT_TRUE(actor.country.empty()) << actor.name;
}

TEST(ActorResolver, LaysAUsersTablesOverOurs) {
  std::vector<ActorTable> tables = source_tables();
  const std::string text = support::read_file("tests/actor/invented/actors.tsv");
  tables.push_back({"actors", text, "user/actors.tsv"});
  const ActorLexicon lexicon(tables);
  expect_actors("Hamas opened a shop near the River Front. Hezbollah did not.", "2020-01-01",
                "Hamas = Hamas VRN BUS; the River Front = River Front DLM REB; Hezbollah = Hezbollah LBN REB",
                "replaced, added, kept", lexicon);
}

TEST(ActorResolver, KeepsNothingBetweenStories) {
  ActorBuffers buffers;
  ActorLayer layer;
  const ActorResolver resolver(source_lexicon());
  EngineWorkspace workspace;
  const auto run = [&](const std::string& text) {
    Annotation annotation;
    actor_engine().annotate(text, workspace, annotation);
    resolver.resolve(annotation, day_of_text("2010-01-01"), {}, buffers, layer);
    return layer.entities.size();
  };
  const std::string story = "Angela Merkel met the president of France. She thanked him.";
  const std::size_t first = run(story);
  run("Hamas and Fatah met in Cairo. They agreed.");
  EXPECT_EQ(run(story), first);
  EXPECT_EQ(run(""), 0U);
}

}  // namespace
}  // namespace annals
