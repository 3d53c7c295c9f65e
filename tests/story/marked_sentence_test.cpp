// Lines to marked sentences: offsets in code points, phrases found by their text, and what is refused.
#include "story/marked_sentence.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace annals {
namespace {

std::string slice(const MarkedSentence& sentence, const std::optional<ByteSpan>& span) {
  return span ? sentence.text.substr(span->begin, span->size()) : "none";
}

struct Case {
  const char* line;
  const char* actor;
  const char* recipient;
  const char* why;
};

TEST(MarkedSentence, FindsBothSides) {
  const Case cases[] = {
      {R"({"text":"Zürich hailed Tal.","actor":{"start":0,"end":6},"recipient":{"start":14,"end":17}})", "Zürich",
       "Tal", "offsets count code points"},
      {R"({"text":"😀 Tal met Ost.","actor":{"start":2,"end":5},"recipient":{"start":10,"end":13}})", "Tal", "Ost",
       "also outside the basic plane"},
      {R"({"text":"Talmar met Tal.","actor":{"text":"Talmar"},"recipient":{"text":"Tal"}})", "Talmar", "Tal",
       "a word's beginning is not the word"},
      {R"({"text":"Tal met Tal.","actor":{"text":"Tal","start":null,"end":null},"recipient":{"text":"Tal","start":8,"end":11}})",
       "Tal", "Tal", "null offsets"},
      {R"({"text":"Tal met Ost.","actor":{"text":"Tal","start":40,"end":43},"recipient":{"text":"Mar"}})", "Tal",
       "none", "offsets outside the sentence; a phrase that is not there"},
      {R"({"text":"Tal met Ost.","actor":null})", "none", "none", "a side may be unknown"},
      {R"({"text":"Tal met Ost.","actor":{"start":3,"end":3},"recipient":{"start":-1,"end":2}})", "none", "none",
       "empty and negative spans"},
  };
  for (const Case& c : cases) {
    const MarkedSentence sentence = parse_marked_sentence(c.line, "p.jsonl:1");
    EXPECT_EQ(slice(sentence, sentence.actor), c.actor) << c.why;
    EXPECT_EQ(slice(sentence, sentence.recipient), c.recipient) << c.why;
  }
}

TEST(MarkedSentence, RepairsBytes) {
  const MarkedSentence sentence =
      parse_marked_sentence("{\"id\":7,\"text\":\"caf\xE9 \\u0000 Tal\",\"actor\":{\"start\":7,\"end\":10}}", "p:1");
  EXPECT_EQ(sentence.id, "7");
  EXPECT_EQ(sentence.text, "caf\xEF\xBF\xBD \xEF\xBF\xBD Tal");
  EXPECT_EQ(slice(sentence, sentence.actor), "Tal");
}

TEST(MarkedSentence, RefusesInOneLine) {
  const auto message = [](const char* line) {
    return support::message([&] { parse_marked_sentence(line, "p.jsonl:3"); });
  };
  EXPECT_TRUE(message("[1]").starts_with("p.jsonl:3: this is not a JSON object. Write one object a line"));
  EXPECT_TRUE(message("{\"text\":").starts_with("p.jsonl:3: this is not a JSON object. "));
  EXPECT_TRUE(message("{\"id\":\"1\"}").starts_with("p.jsonl:3: the object has no \"text\". "));
  EXPECT_TRUE(message("{\"text\":\"x\",\"actor\":\"x\"}").starts_with("p.jsonl:3: \"actor\" is not an object. "));
}

TEST(MarkedSentenceSource, ReadsFileAfterFile) {
  const support::TemporaryFolder folder;
  folder.file("a.jsonl", "{\"text\":\"x\"}\n\nno\n{\"id\":\"k\",\"text\":\"y\"}\r\n");
  folder.file("empty.jsonl", "");
  MarkedSentenceSource source({folder.path("a.jsonl"), folder.path("empty.jsonl"), folder.path("a.jsonl")});
  EXPECT_EQ(source.next()->id, folder.path("a.jsonl") + ":1");
  EXPECT_NE(support::message([&] { source.next(); }), "no error");
  EXPECT_EQ(source.next()->id, "k");
  EXPECT_NE(support::message([&] { source.next(); }).find("there is nothing in it"), std::string::npos);
  EXPECT_EQ(source.next()->text, "x");
  EXPECT_NE(support::message([&] { source.next(); }), "no error");
  EXPECT_EQ(source.next()->id, "k");
  EXPECT_FALSE(source.next());
  EXPECT_EQ(source.files_read(), 2u);
}

}  // namespace
}  // namespace annals
