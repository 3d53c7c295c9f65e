// Which stories are the same one.
#include "ledger/story_identity.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/iso_date.h"

namespace annals {
namespace {

Story story(const std::string& id, IdSource source, const std::string& origin = "") {
  Story s;
  s.id = id;
  s.id_source = source;
  s.origin = origin;
  s.text = "Envoys met.";
  return s;
}

TEST(StoryIdentity, AStorysOwnIdIsKept) {
  const StoryIdentity identity = identify(story("wire-7", IdSource::document, "wire.jsonl:3"));
  EXPECT_EQ(identity.doc, "wire-7");
  EXPECT_TRUE(identity.own_id);
}

TEST(StoryIdentity, AFileIsKnownByItsFullPath) {
  const std::string here = std::filesystem::current_path().string();
  EXPECT_EQ(identify(story("report", IdSource::file, "a/report.txt")).doc, here + "/a/report.txt");
  EXPECT_EQ(identify(story("report", IdSource::file, "a/../b/./report.txt")).doc, here + "/b/report.txt");
  EXPECT_EQ(identify(story("report", IdSource::file, "/r/report.txt")).doc, "/r/report.txt");
  EXPECT_FALSE(identify(story("report", IdSource::file, "/r/report.txt")).own_id);
}

TEST(StoryIdentity, ALinkComesBeforeAFile) {
  Story page = story("page", IdSource::file, "page.html");
  page.url = "https://paper.example/1";
  EXPECT_EQ(identify(page).doc, "https://paper.example/1");
}

TEST(StoryIdentity, ALineIsKnownByItsContent) {
  const StoryIdentity line = identify(story("wire:3", IdSource::place, "wire.jsonl:3"));
  EXPECT_EQ(line.doc, "wire#" + hex(line.digest).substr(0, 16));
  EXPECT_EQ(identify(story("wire:4", IdSource::place, "wire.jsonl:4")).doc, line.doc);
  EXPECT_EQ(identify(story("stdin", IdSource::place, "standard input")).doc.substr(0, 6), "stdin#");
}

TEST(StoryIdentity, TheDigestIsOfAllThatAStorySays) {
  const Story base = story("a", IdSource::document);
  const Digest digest = identify(base).digest;
  EXPECT_EQ(identify(story("b", IdSource::file, "elsewhere")).digest, digest) << "an id is not content";
  for (std::string Story::*field : {&Story::source, &Story::url, &Story::title, &Story::text}) {
    Story other = base;
    other.*field += "x";
    EXPECT_NE(identify(other).digest, digest);
  }
  Story dated = base;
  dated.published = parse_iso_date("2023-11-07");
  EXPECT_NE(identify(dated).digest, digest);
  Story shifted = base;  // the same bytes, parted otherwise
  shifted.title = "Envoys";
  shifted.text = " met.";
  EXPECT_NE(identify(shifted).digest, digest);
}

}  // namespace
}  // namespace annals
