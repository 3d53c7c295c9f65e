// Reads the news-like stories of tests/actor/wire/ and holds each actor in them to name, country and sector.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "actor/actor_fixture.h"
#include "record/pipeline.h"

namespace annals {
namespace {

struct WireStory {
  Story story;
  std::vector<std::string> rows;  // "words = name COUNTRY SECTOR", in text order
};

// "# published 2024-01-10", "# title ...", the text, a line "---", then the rows.
WireStory read_wire(const std::filesystem::path& path) {
  WireStory wire;
  std::istringstream lines(support::read_file("tests/actor/wire/" + path.filename().string()));
  wire.story.id = path.stem().string();
  std::string line;
  std::getline(lines, line);
  wire.story.published = day_of_text(line.substr(line.rfind(' ') + 1));
  std::getline(lines, line);
  wire.story.title = line.size() > 8 ? line.substr(8) : std::string{};
  while (std::getline(lines, line) && line != "---") wire.story.text += line + "\n";
  while (std::getline(lines, line)) wire.rows.push_back(line);
  return wire;
}

std::string_view or_dash(std::string_view text) { return text.empty() ? "-" : text; }

std::string row_of(const Layers& layers, const Mention& mention) {
  const ActorEntity& entity = layers.actors.entities[mention.entity];
  std::string row(layers.language.text(mention.words));
  std::ranges::replace(row, '\n', ' ');
  std::string name = entity.name;
  for (const std::uint32_t member : entity.members) {
    name += (name.empty() ? "" : " + ") + layers.actors.entities[member].name;
  }
  row.append(" = ").append(name).append(" ").append(or_dash(entity.country)).append(" ");
  return row.append(or_dash(sector_name(entity.sector)));
}

// What the program finds: names and descriptions of actors.
std::vector<std::string> found_in(const Pipeline& pipeline, const Story& story) {
  Workspace::Buffers buffers;
  const Layers& layers = pipeline.annotate(story, buffers, Paragraphs::apart);
  std::vector<std::string> rows;
  for (const Mention& mention : layers.actors.mentions) {
    const bool names = mention.kind == MentionKind::name || mention.kind == MentionKind::description;
    if (names && !mention.words.empty() && layers.actors.entities[mention.entity].actor) {
      rows.push_back(row_of(layers, mention));
    }
  }
  return rows;
}

// Stories in our own words over many conflicts and kinds of text, each actor judged by hand. Precision counts what is
// named that is no actor; recall counts only actors that are named in the rows.
TEST(WireStories, NameTheRightActors) {
  const Pipeline pipeline(ANNALS_MODEL, std::filesystem::path(ANNALS_SOURCE_DIR) / "lexicon");
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;
  std::size_t stories = 0;
  for (const auto& file : std::filesystem::directory_iterator(ANNALS_SOURCE_DIR "/tests/actor/wire")) {
    const WireStory wire = read_wire(file.path());
    ++stories;
    std::map<std::string, int> open;
    for (const std::string& row : wire.rows) ++open[row];
    const std::vector<std::string> rows = found_in(pipeline, wire.story);
    for (const std::string& row : rows) {
      if (open[row]-- > 0) ++right;
    }
    found += rows.size();
    gold += wire.rows.size();
  }
  const double precision = static_cast<double>(right) / static_cast<double>(found);
  const double recall = static_cast<double>(right) / static_cast<double>(gold);
  std::cout << stories << " stories, " << gold << " actors: precision " << precision << " recall " << recall << "\n";
  EXPECT_GE(stories, 27U);
  EXPECT_GE(precision, 0.74);
  EXPECT_GE(recall, 0.80);
}

}  // namespace
}  // namespace annals
