// Stories out of files: kinds told apart by content, and refusals that cost no more than they must.
#include "story/story_source.h"

#include <gtest/gtest.h>

#include "annals/error.h"
#include "base/iso_date.h"
#include "support/fixture.h"

namespace annals {
namespace {

using support::TemporaryFolder;

// A line for each story ("id date text") and each refusal (its message), in order.
std::vector<std::string> everything(StorySource& source) {
  std::vector<std::string> out;
  for (;;) {
    try {
      const auto story = source.next();
      if (!story) return out;
      std::string line = story->id + " ";
      if (story->published) append_iso_date(line, *story->published);
      out.push_back(line + " " + story->text);
    } catch (const Error& error) {
      out.push_back(error.what());
    }
  }
}

std::vector<std::string> everything(std::vector<std::string> paths) {
  StorySource source(std::move(paths));
  return everything(source);
}

using Lines = std::vector<std::string>;

TEST(StorySource, TellsKindsApartByContent) {
  const TemporaryFolder folder;
  EXPECT_EQ(everything({folder.file("a.txt", "{\"id\":\"s\",\"text\":\"t\"}\n")}), Lines{"s  t"});
  EXPECT_EQ(everything({folder.file("b.jsonl", "Envoys met.\n")}), Lines{"b  Envoys met.\n"});
  EXPECT_EQ(everything({folder.file("c", "  \n\n {\"text\":\"t\"}")}), Lines{"c:3  t"});
  EXPECT_EQ(everything({folder.file("d", "{sic} he wrote")}), Lines{"d  {sic} he wrote"});
  EXPECT_EQ(everything({folder.file("e", std::string(500, ' ') + "{\"text\":\"t\"}")}), Lines{"e:1  t"});
}

TEST(StorySource, SaysWhereAStoryAndItsIdComeFrom) {
  const TemporaryFolder folder;
  const std::string lines = folder.file("wire.jsonl", "{\"id\":\"s\",\"text\":\"t\"}\n{\"text\":\"t\"}");
  const std::string text = folder.file("talks.txt", "Envoys met.");
  StorySource source({lines, text});
  const auto own = source.next(), line = source.next(), file = source.next();
  ASSERT_TRUE(own && line && file);
  EXPECT_EQ(own->origin, lines + ":1");
  EXPECT_EQ(own->id_source, IdSource::document);
  EXPECT_EQ(line->origin, lines + ":2");
  EXPECT_EQ(line->id_source, IdSource::place);
  EXPECT_EQ(file->origin, text);
  EXPECT_EQ(file->id_source, IdSource::file);
}

TEST(StorySource, DropsAByteOrderMark) {
  const TemporaryFolder folder;
  EXPECT_EQ(everything({folder.file("a.txt", "\xEF\xBB\xBFText")}), Lines{"a  Text"});
  EXPECT_EQ(everything({folder.file("b.txt", "\xEF\xBB\xBF{\"id\":\"s\",\"text\":\"t\"}")}), Lines{"s  t"});
}

TEST(StorySource, ABadLineCostsOnlyThatLine) {
  const TemporaryFolder folder;
  const std::string path = folder.file("w.jsonl",
                                       "{\"id\":\"1\",\"text\":\"one\"}\n"
                                       "{\"id\":\"2\"}\n"
                                       "\n"
                                       "nonsense\n"
                                       "{\"id\":\"5\",\"published\":\"2023-11-07\",\"text\":\"five\"}\r\n");
  StorySource source({path, folder.file("next.txt", "Next.")});
  const Lines got = everything(source);
  ASSERT_EQ(got.size(), 5u);
  EXPECT_EQ(got[0], "1  one");
  EXPECT_TRUE(got[1].starts_with(path + ":2: the object has no \"text\". ")) << got[1];
  EXPECT_TRUE(got[2].starts_with(path + ":4: this is not a JSON object")) << got[2];
  EXPECT_EQ(got[3], "5 2023-11-07 five");
  EXPECT_EQ(got[4], "next  Next.");
  EXPECT_EQ(source.files_read(), 2u);
}

TEST(StorySource, ABadFileCostsOnlyThatFile) {
  const TemporaryFolder folder;
  const std::string missing = folder.path("missing.txt");
  std::filesystem::create_directory(folder.path("empty"));
  StorySource source({missing, folder.path("empty"), folder.file("a.txt", "Text.")});
  const Lines got = everything(source);
  ASSERT_EQ(got.size(), 3u);
  EXPECT_EQ(got[0], missing + ": No such file or directory. Check the name.");
  EXPECT_EQ(got[1], folder.path("empty") + ": there are no files in this folder. Name one that has some.");
  EXPECT_EQ(got[2], "a  Text.");
  EXPECT_EQ(source.files_read(), 1u);
}

TEST(StorySource, SaysWhatAFileIsThatIsNotRead) {
  const TemporaryFolder folder;
  const auto refusal = [&](const std::string& bytes) {
    const std::string path = folder.file("f", bytes);
    const Lines got = everything({path});
    if (got.size() != 1 || !got[0].starts_with(path + ": ")) return std::string("not one refusal");
    return got[0].substr(path.size() + 2);
  };
  EXPECT_EQ(refusal(""), "there is nothing in it. Leave it out, or give it a story.");
  EXPECT_EQ(refusal(" \n\t\n"), "there is nothing in it. Leave it out, or give it a story.");
  EXPECT_EQ(refusal("\xEF\xBB\xBF"), "there is nothing in it. Leave it out, or give it a story.");
  EXPECT_EQ(refusal("[\n{\"text\":\"x\"}]"),
            "this is a JSON array. Write one object a line, as `jq -c .[] FILE` does.");
  EXPECT_EQ(refusal("{\n  \"text\": \"x\"\n}"),
            "this JSON object runs over several lines. Write one object a line, as `jq -c . FILE` does.");
  EXPECT_EQ(refusal(std::string("\x7F"
                                "ELF\x02\x01\x01\0\0\0\0\0",
                                12)),
            "this is no text (75 % of its bytes are control characters or malformed). Convert it to text first.");
}

TEST(StorySource, ReadsTextWithAFewBadBytes) {
  const TemporaryFolder folder;
  StorySource source({folder.file("a.txt", "The caf\xE9 in the \xC3\xA9lite quarter reopened on Monday.")});
  const auto story = source.next();
  ASSERT_TRUE(story);
  EXPECT_EQ(story->text, "The caf\uFFFD in the élite quarter reopened on Monday.");
  EXPECT_EQ(story->repairs, std::vector<std::uint32_t>{7});
}

TEST(StorySource, ReadsTextInOtherCharacterSets) {
  const TemporaryFolder folder;
  EXPECT_EQ(everything({folder.file("a.txt", "The caf\xE9 in the old town reopened on Monday.")}),
            Lines{"a  The café in the old town reopened on Monday."});
  EXPECT_EQ(everything({folder.file("b.txt", std::string("\xFF\xFEH\0i\0", 6))}), Lines{"b  Hi"});
}

TEST(StorySource, PublishedOverridesWhatStoriesSay) {
  const TemporaryFolder folder;
  StorySource source({folder.file("a.jsonl", "{\"id\":\"1\",\"published\":\"1999-01-01\",\"text\":\"one\"}\n"),
                      folder.file("b.txt", "two")},
                     parse_iso_date("2023-11-07"));
  EXPECT_EQ(everything(source), (Lines{"1 2023-11-07 one", "b 2023-11-07 two"}));
}

}  // namespace
}  // namespace annals
