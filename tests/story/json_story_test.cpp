// Lines of JSON to stories: what they may hold, and what is said of those that are refused.
#include "story/json_story.h"

#include <gtest/gtest.h>

#include "base/iso_date.h"
#include "support/fixture.h"

namespace annals {
namespace {

Story parse(std::string line) { return JsonStoryParser().parse(line, "wire.jsonl:7"); }
std::string refusal(const std::string& line) {
  return support::message([&] { (void)parse(line); });
}

std::string published(const Story& story) {
  std::string out;
  if (story.published) append_iso_date(out, *story.published);
  return out;
}

TEST(JsonStory, TakesEveryMember) {
  const Story story = parse(
      R"({"id":"s1","published":"2023-11-07","title":"Talks \"stall\"","source":"The Herald","url":"https://h.example/1",)"
      R"("text":"Line one.\nLine two.","tags":["a",{"b":[1,2,null]}],"words":12.5})");
  EXPECT_EQ(story.id, "s1");
  EXPECT_EQ(published(story), "2023-11-07");
  EXPECT_EQ(story.title, "Talks \"stall\"");
  EXPECT_EQ(story.source, "The Herald");
  EXPECT_EQ(story.url, "https://h.example/1");
  EXPECT_EQ(story.text, "Line one.\nLine two.");
  EXPECT_TRUE(story.repairs.empty());
}

TEST(JsonStory, NeedsOnlyText) {
  const Story story = parse(R"( {"text" : ""} )");
  EXPECT_EQ(story.id, "");
  EXPECT_EQ(story.text, "");
  EXPECT_FALSE(story.published);
  EXPECT_EQ(published(parse(R"({"published":null,"text":"x"})")), "");
  EXPECT_EQ(published(parse(R"({"published":"2023-11-07T23:59:00-05:00","text":"x"})")), "2023-11-07");
  EXPECT_EQ(parse(R"({"id":412,"text":"x"})").id, "412");
  EXPECT_EQ(parse(R"({"id":null,"title":null,"text":"x"})").title, "");
}

struct Escape {
  const char* json;
  const char* text;
  std::vector<std::uint32_t> repairs;
};

TEST(JsonStory, ReplacesFaultsOneForOne) {
  const std::vector<Escape> rows = {
      {R"(a\ud83d\ude00b)", "a😀b", {}},             // a pair is one code point
      {R"(a\ud83db)", "a\uFFFDb", {1}},             // a high surrogate by itself
      {R"(a\ude00b)", "a\uFFFDb", {1}},             // a low one
      {R"(\uD83D\uD83D\uDE00)", "\uFFFD😀", {0}},    // a lone one before a pair
      {R"(\ude00\ud83d)", "\uFFFD\uFFFD", {0, 3}},  // the wrong way round
      {R"(\ud83d\n)", "\uFFFD\n", {0}},             // before another escape
      {R"(\\ud83d)", "\\ud83d", {}},                // no escape: the backslash is escaped
      {R"(\\\ud83d)", "\\\uFFFD", {1}},             // but here it is one again
      {R"(a\u0000b)", "a\uFFFDb", {1}},             // a NUL
      {"a\xFF"
       "b\xE2\x82",
       "a\uFFFDb\uFFFD\uFFFD",
       {1, 5, 8}},                                        // malformed bytes
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", {0, 3, 6}},  // an encoded surrogate
      {"\xFF\\ud83d\\u00e9", "\uFFFD\uFFFDé", {0, 3}},    // bytes and escapes
      {"\uFFFD", "\uFFFD", {}},                           // one that was there before
  };
  for (const Escape& row : rows) {
    const Story story = parse(std::string(R"({"id":"x","text":")") + row.json + "\"}");
    EXPECT_EQ(story.text, row.text) << row.json;
    EXPECT_EQ(story.repairs, row.repairs) << row.json;
  }
  const std::string nul = std::string("{\"text\":\"a") + '\0' + "b\"}";
  EXPECT_EQ(parse(nul).text, "a\uFFFDb");
  EXPECT_EQ(parse("{\"text\":\"x\",\"title\":\"a\xFF\"}").title, "a\uFFFD");
}

TEST(JsonStory, SaysWhatIsWrongWithALine) {
  EXPECT_EQ(refusal(R"({"id":"x"})"),
            "wire.jsonl:7: the object has no \"text\". Write one JSON object a line, with the story's text in "
            "\"text\".");
  EXPECT_EQ(refusal(R"({"text":12})"),
            "wire.jsonl:7: \"text\" is not a string. Write one JSON object a line, with the story's text in \"text\".");
  EXPECT_EQ(refusal(R"({"text":"x","published":"2023-02-30"})"),
            "wire.jsonl:7: \"published\" is \"2023-02-30\", which is no date. Write it as 2023-11-07 or "
            "2023-11-07T18:30:00Z, or null where it is not known.");
  EXPECT_EQ(refusal(R"({"text":"x","published":20231107})"),
            "wire.jsonl:7: \"published\" is not a string. Write it as 2023-11-07 or 2023-11-07T18:30:00Z, or null "
            "where it is not known.");
  EXPECT_EQ(refusal(R"({"id":["x"],"text":"x"})"),
            "wire.jsonl:7: \"id\" is neither a string nor a whole number. Give each story a name of its own in "
            "\"id\".");
}

TEST(JsonStory, RefusesWhatIsNoObject) {
  for (const char* line : {R"({"text":"x")", R"({"text":"x"}})", R"({"text":"x"} {"text":"y"})", R"(["text"])", "text",
                           "{", "{\"text\":\"a\tb\"}", R"({"text":"\x"})", R"({"text":"\u12"})", "{\"text\":\"x\"}\xFF",
                           R"({text:"x"})", R"("text")", "null"}) {
    const std::string got = refusal(line);
    EXPECT_TRUE(got.starts_with("wire.jsonl:7: ")) << line << " -> " << got;
    EXPECT_EQ(got.find('\n'), std::string::npos);
  }
}

TEST(JsonStory, QuotesInputWithoutItsControlCharacters) {
  EXPECT_NE(refusal(R"({"text":"x","published":"\u001b[31m today"})").find("\"?[31m today\""), std::string::npos);
}

TEST(JsonStory, TakesALongLine) {
  const std::string text(20 << 20, 'x');
  EXPECT_EQ(parse("{\"text\":\"" + text + "\"}").text.size(), text.size());
}

}  // namespace
}  // namespace annals
