// Reads the marked stories of tests/actor/stories/ and holds the actors found in them to their marks.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "actor/actor_fixture.h"
#include "actor/coreference_score.h"

namespace annals {
namespace {

struct Mark {
  ByteSpan bytes;
  int entity;  // 0: neither right nor wrong to find
};

struct MarkedStory {
  std::string name, published, text;
  std::vector<Mark> marks;
};

// "[The minister]{1} met [[her]{1} staff]{2}." A first line says "# published 2001-05-16"; line ends are spaces.
MarkedStory read_marked(const std::filesystem::path& path) {
  MarkedStory story{path.stem().string(), {}, {}, {}};
  std::istringstream lines(support::read_file("tests/actor/stories/" + path.filename().string()));
  std::string line, marked;
  std::getline(lines, line);
  story.published = line.substr(line.rfind(' ') + 1);
  while (std::getline(lines, line)) marked += (marked.empty() ? "" : " ") + line;
  std::vector<std::uint32_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(story.text.size());
    if (marked[i] == '[') {
      open.push_back(at);
    } else if (marked[i] == ']') {
      const std::size_t end = marked.find('}', i);
      story.marks.push_back({{open.back(), at}, std::stoi(marked.substr(i + 2, end - i - 2))});
      open.pop_back();
      i = end;
    } else {
      story.text += marked[i];
    }
  }
  return story;
}

std::vector<MarkedStory> stories() {
  std::vector<MarkedStory> all;
  for (const auto& file : std::filesystem::directory_iterator(ANNALS_SOURCE_DIR "/tests/actor/stories")) {
    all.push_back(read_marked(file.path()));
  }
  std::ranges::sort(all, {}, &MarkedStory::name);
  return all;
}

// The token of the span that the rest of it hangs on.
std::uint32_t head_of(const Annotation& annotation, ByteSpan bytes) {
  std::uint32_t first = kNobody;
  for (std::uint32_t t = 0; t < annotation.tokens.size(); ++t) {
    const Token& token = annotation.tokens[t];
    if (!bytes.contains(token.bytes)) continue;
    if (first == kNobody) first = t;
    const bool outside = token.head == t || !bytes.contains(annotation.tokens[token.head].bytes);
    if (outside && !token.is(kIsPunct)) return t;
  }
  return first;
}

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whom" || word == "whose";
}

void add_story(const MarkedStory& story, CoreferenceScorer& scorer) {
  ReadActors read = read_actors(story.text, story.published);
  std::map<int, std::vector<std::uint32_t>> key;
  std::map<std::uint32_t, std::vector<std::uint32_t>> response;
  std::set<std::uint32_t> seen, free;
  for (const Mark& mark : story.marks) {
    const std::uint32_t head = head_of(read.annotation, mark.bytes);
    if (mark.entity == 0)
      free.insert(head);
    else if (seen.insert(head).second)
      key[mark.entity].push_back(head);
  }
  for (const Mention& mention : read.layer.mentions) {
    const ActorEntity& entity = read.layer.entities[mention.entity];
    const bool counts = mention.kind != MentionKind::modifier && (entity.actor || !entity.members.empty()) &&
                        !is_relative(read.annotation.lower(mention.head)) && !free.contains(mention.head);
    if (counts) response[mention.entity].push_back(mention.head);
  }
  const auto values = [](const auto& map) {
    Clusters clusters;
    for (const auto& [id, cluster] : map) clusters.push_back(cluster);
    return clusters;
  };
  scorer.add(values(key), values(response));
}

TEST(Coreference, FindsWhoIsMeantInFortyStories) {
  const auto all = stories();
  ASSERT_EQ(all.size(), 40U);
  CoreferenceScorer scorer;
  for (const MarkedStory& story : all) add_story(story, scorer);
  const CoreferenceScore score = scorer.score();
  RecordProperty("conll", std::to_string(score.conll()));
  std::cout << "MUC " << score.muc << "  B3 " << score.b_cubed << "  CEAFe " << score.ceaf_e << "  CoNLL F1 "
            << score.conll() << "\n";
  EXPECT_GE(score.conll(), 0.80);
}

TEST(CoreferenceScorer, AgreesWithAnExampleWorkedByHand) {
  // Key {a b c} {d e}, response {a b} {c d e}: MUC 2/3 both ways; B3 recall (2/3+2/3+1/3+1+1)/5, precision
  // (1+1+1/3+2/3+2/3)/5; CEAFe aligns 2*2/5 + 2*2/5 over two entities each.
  CoreferenceScorer scorer;
  scorer.add({{1, 2, 3}, {4, 5}}, {{1, 2}, {3, 4, 5}});
  EXPECT_NEAR(scorer.score().muc, 2.0 / 3, 1e-9);
  EXPECT_NEAR(scorer.score().b_cubed, 11.0 / 15, 1e-9);
  EXPECT_NEAR(scorer.score().ceaf_e, 0.8, 1e-9);
}

}  // namespace
}  // namespace annals
