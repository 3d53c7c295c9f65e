// Stories out of feeds, web archives, PDFs, compressed files, archives and folders; and what each does when it is
// broken.
#include <gtest/gtest.h>

#include <algorithm>

#include "annals/error.h"
#include "base/iso_date.h"
#include "story/charset.h"
#include "story/http_message.h"
#include "story/language_guess.h"
#include "story/media_kind.h"
#include "story/pdf_text.h"
#include "story/story_source.h"
#include "support/archives.h"
#include "support/fixture.h"

namespace annals {
namespace {

using support::gzip;
using support::TemporaryFolder;
using support::warc_record;
using Lines = std::vector<std::string>;

// "id|date|title|source|text" of each story, and each refusal's message without the folder's name, in order.
Lines everything(StorySource& source, const TemporaryFolder& folder) {
  Lines out;
  for (;;) {
    try {
      const auto story = source.next();
      if (!story) return out;
      std::string day;
      if (story->published) append_iso_date(day, *story->published);
      out.push_back(story->id + "|" + day + "|" + story->title + "|" + story->source + "|" + story->text);
    } catch (const Error& error) {
      std::string message = error.what();
      const std::string prefix = folder.path("");
      if (message.starts_with(prefix)) message.erase(0, prefix.size());
      out.push_back(message);
    }
  }
}

class Formats : public testing::Test {
 protected:
  Lines read(const std::string& name, const std::string& bytes) {
    StorySource source({folder_.file(name, bytes)});
    return everything(source, folder_);
  }

  TemporaryFolder folder_;
};

constexpr const char* kSentence = "The harbour master said on Monday that the ferry would sail again in spring.";

const std::string kRss =
    R"(<?xml version="1.0"?><!-- made by hand --><rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel>
<title>Ayun Post</title><link>https://ayunpost.example</link>
<item><title>Ferry &amp;amp; quay</title><link>https://ayunpost.example/1</link><guid isPermaLink="false">p-1</guid>
<pubDate>Tue, 07 Nov 2023 06:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ferry sails again.</p><p>Read more: <a href="x">here</a></p><p>Fares rise, the company said.</p>]]></content:encoded></item>
<item><title>Salt</title><link>https://ayunpost.example/2</link><dc:date>2023-11-08</dc:date><description>&lt;p&gt;Salt is dear.&lt;/p&gt;</description></item>
<item><title>A picture</title></item>
</channel></rss>)";

TEST_F(Formats, RssItemsAreStories) {
  EXPECT_EQ(read("feed", kRss),
            (Lines{"p-1|2023-11-07|Ferry & quay|Ayun Post|The ferry sails again.\n\nFares rise, the company said.",
                   "https://ayunpost.example/2|2023-11-08|Salt|Ayun Post|Salt is dear."}));
}

TEST_F(Formats, AtomEntriesAreStories) {
  const std::string atom = R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Marn News</title>
<entry><title type="html">Two &lt;b&gt;wells&lt;/b&gt;</title><id>tag:marn,2023:7</id><link rel="self" href="https://marn.example/self"/><link href="https://marn.example/7"/>
<updated>2023-11-09T00:00:00Z</updated><published>2023-11-07T00:00:00Z</published><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two wells work.</p><p>The rest is dry, she said.</p></div></content></entry></feed>)";
  EXPECT_EQ(read("feed", atom),
            Lines{"tag:marn,2023:7|2023-11-07|Two wells|Marn News|Two wells work.\n\nThe rest is dry, she said."});
}

TEST_F(Formats, Rss1AndOtherCharacterSets) {
  const std::string rdf =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rdf:RDF "
      "xmlns:rdf=\"r\"><channel><title>Caf\xE9</title></channel>"
      "<item><title>Z\xFCrich</title><link>https://x.example/1</link><description>The caf\xE9 "
      "closed.</description></item></rdf:RDF>";
  EXPECT_EQ(read("feed", rdf), Lines{"https://x.example/1||Zürich|Café|The café closed."});
}

TEST_F(Formats, ACutFeedGivesItsWholeItems) {
  const Lines got = read("feed", kRss.substr(0, kRss.find("Salt is dear")));
  ASSERT_EQ(got.size(), 2u);
  EXPECT_TRUE(got[0].starts_with("p-1|"));
  EXPECT_TRUE(got[1].starts_with("feed: the feed is damaged or cut short at byte ")) << got[1];
}

TEST_F(Formats, AMillionNestedElementsOfAFeed) {
  std::string xml = "<rss><channel><item><description>";
  for (int i = 0; i < 1000000; ++i) xml += "<a>";
  EXPECT_EQ(read("feed", xml).size(), 1u);
}

std::string page(const std::string& title, const std::string& text) {
  return "<html><head><title>" + title + "</title></head><body><p>" + text + "</p></body></html>";
}

std::string http(const std::string& body, const std::string& headers = "Content-Type: text/html") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n" + body;
}

TEST_F(Formats, WebArchivesHoldPages) {
  const std::string text = kSentence;
  const std::string chunked = "5\r\n<p>Th\r\n4a;x=y\r\n" + text.substr(2, 0x4a) + "\r\n0\r\n\r\n";
  const std::string warc =
      warc_record("warcinfo", "", "software: none\r\n", "application/warc-fields") +
      warc_record("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request") +
      warc_record("response", "https://a.example/1", http(page("One", text))) +
      warc_record("response", "https://a.example/2",
                  "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + page("x", text)) +
      warc_record("response", "https://a.example/3",
                  http(gzip(page("Three", text)), "Content-Type: text/html\r\nContent-Encoding: gzip")) +
      warc_record("response", "https://a.example/4",
                  http(chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked")) +
      warc_record("response", "https://a.example/5.js", http("var x = 1;", "Content-Type: text/javascript")) +
      warc_record("response", "https://a.example/6", http("<html><a href=1>Front</a></html>")) +
      warc_record("conversion", "https://a.example/7", text, "text/plain") +
      warc_record("resource", "", page("Eight", text), "text/html");
  const Lines expected = {"https://a.example/1||One|a.example|" + text, "https://a.example/3||Three|a.example|" + text,
                          "https://a.example/4|||a.example|" + text, "https://a.example/7||||" + text,
                          "urn:uuid:11111111-2222-3333-4444-555555555555||Eight||" + text};
  EXPECT_EQ(read("a.warc", warc), expected);
  StorySource source({folder_.file("a.warc.gz", gzip(warc))});
  EXPECT_EQ(everything(source, folder_), expected);
  EXPECT_EQ(source.passed_over().without_text, 1u);
  EXPECT_EQ(source.files_read(), 1u);
}

TEST_F(Formats, WebArchivesInMembersAndWithFaults) {
  const std::string text = kSentence;
  const std::string good = warc_record("response", "https://a.example/1", http(page("One", text)));
  const std::string brotli = warc_record("response", "https://a.example/2",
                                         http("\x8b\x01\x80", "Content-Type: text/html\r\nContent-Encoding: br"));
  std::string no_length = good;
  no_length.replace(no_length.find("Content-Length"), 14, "Content-Nothing");
  const std::string first = "https://a.example/1||One|a.example|" + text;
  EXPECT_EQ(read("a.warc.gz", gzip(good) + gzip(brotli) + gzip("noise\r\n") + gzip(good)),
            (Lines{first,
                   "a.warc.gz:2: the page is packed with \"br\", which is not read. Have the crawler ask for gzip "
                   "(Accept-Encoding: gzip).",
                   first}));
  EXPECT_EQ(read("b.warc", no_length + good),
            (Lines{"b.warc:1: the record has no sound Content-Length. Fetch the archive again.", first}));
  EXPECT_EQ(read("c.warc", good + good.substr(0, good.size() - 40)),
            (Lines{first, "c.warc:2: the archive is cut short within this record. Fetch the archive again."}));
  const std::string packed = gzip(good + good);
  const Lines cut = read("d.warc.gz", gzip(good) + packed.substr(0, packed.size() / 2));
  EXPECT_EQ(cut.front(), first);
  EXPECT_EQ(cut.back(), "d.warc.gz: the compressed data are cut short. Fetch the file again.");
}

TEST_F(Formats, CompressionIsUndone) {
  EXPECT_EQ(read("a.txt.gz", gzip("Envoys met.")), Lines{"a||||Envoys met."});
  EXPECT_EQ(read("b.jsonl.zst", support::zstd("{\"text\":\"Envoys met.\"}\n")), Lines{"b:1||||Envoys met."});
  EXPECT_EQ(read("c", gzip(support::zstd(gzip("Envoys met.")))), Lines{"c||||Envoys met."});
  EXPECT_EQ(read("d.gz", gzip("Envoys met.").substr(0, 20)),
            Lines{"d.gz: the compressed data are cut short. Fetch the file again."});
  const std::string packed = support::zstd(std::string(5000, 'x') + "Envoys met.");
  EXPECT_EQ(read("e.zst", packed.substr(0, packed.size() - 5)),
            Lines{"e.zst: the compressed data are cut short. Fetch the file again."});
  std::string damaged = gzip(std::string(5000, 'x') + "Envoys met.");
  damaged[damaged.size() / 2] ^= 0x55;
  damaged[damaged.size() / 2 + 1] ^= 0x55;
  EXPECT_EQ(read("f.gz", damaged),
            Lines{"f.gz: the compressed data are damaged. Fetch the file again; `gzip -t` or `zstd -t` says whether it "
                  "is whole."});
}

TEST_F(Formats, ArchivesAreOpened) {
  const support::Members members = {{"2023/", ""},
                                    {"2023/nov.txt", "Envoys met."},
                                    {"__MACOSX/2023/._nov.txt", "clutter"},
                                    {"wire.jsonl", "{\"text\":\"one\"}\n{}\n"},
                                    {"empty.txt", ""},
                                    {"inner.zip", support::zip({{"deep.txt", "Deep."}})},
                                    {"last.txt.gz", gzip("Last.")}};
  const auto expected = [](const std::string& a) {
    return Lines{"a/2023/nov||||Envoys met.",
                 "a/wire:1||||one",
                 a + "/wire.jsonl:2: the object has no \"text\". Write one JSON object a line, with the story's text "
                     "in \"text\".",
                 a + "/empty.txt: there is nothing in it. Leave it out, or give it a story.",
                 "a/inner/deep||||Deep.",
                 "a/last||||Last."};
  };
  EXPECT_EQ(read("a.zip", support::zip(members)), expected("a.zip"));
  EXPECT_EQ(read("a.tgz", gzip(support::tar(members))).size(), 6u);
  EXPECT_EQ(read("a.tar", support::tar(members)), expected("a.tar"));
  EXPECT_EQ(read("o.docx", support::zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})),
            Lines{"o.docx: this is an office document or an electronic book. Save it as PDF or as text."});
  const std::string whole = support::zip({{"a.txt", "One."}, {"b.txt", std::string(90000, 'y')}});
  const Lines cut = read("cut.zip", whole.substr(0, whole.size() / 2));
  ASSERT_GE(cut.size(), 1u);
  EXPECT_NE(cut.back().find("the archive is damaged or of a kind that is not read ("), std::string::npos) << cut.back();
}

TEST_F(Formats, AZipBombIsRefused) {
  const std::string zeros = gzip(std::string(std::size_t{300} << 20, ' '));
  const Lines got = read("bomb.gz", zeros);
  EXPECT_EQ(got, Lines{"bomb.gz: it unpacks to more than 250 times its size, as a zip bomb does. Unpack it by hand if "
                       "you trust it."});
  std::string nested = "Text.";
  for (int i = 0; i < 10; ++i) nested = support::zip({{"a", nested}});
  const Lines deep = read("deep.zip", nested);
  ASSERT_EQ(deep.size(), 1u);
  EXPECT_NE(deep[0].find("archives and compression are nested more than 6 deep"), std::string::npos) << deep[0];
}

TEST_F(Formats, FoldersAreWalkedInOrder) {
  std::filesystem::create_directories(folder_.path("news/b"));
  folder_.file("news/b/z.txt", "Z.");
  folder_.file("news/b/a.html", page("A", kSentence));
  folder_.file("news/c.txt", "C.");
  folder_.file("news/a.txt", "A.");
  folder_.file("news/.hidden", "H.");
  std::filesystem::create_directory_symlink(folder_.path("news"), folder_.path("news/b/loop"));
  StorySource source({folder_.path("news")});
  EXPECT_EQ(everything(source, folder_),
            (Lines{"a||||A.", std::string("b/a||A||") + kSentence, "b/z||||Z.", "c||||C."}));
}

std::vector<support::PdfLine> column(double x, double y, const std::vector<std::string>& lines) {
  std::vector<support::PdfLine> out;
  for (const std::string& line : lines) {
    out.push_back({x, y, line});
    y -= 12;
  }
  return out;
}

TEST_F(Formats, PdfReportsInColumns) {
  std::vector<std::vector<support::PdfLine>> pages;
  for (int p = 1; p <= 3; ++p) {
    std::vector<support::PdfLine> lines = {{50, 810, "Tamar Relief Office"},
                                           {300, 810, "Situation Report No. 4, 15 May 2018"},
                                           {50, 25, "For more, write to the office in Tamar City."},
                                           {500, 25, "Page " + std::to_string(p) + " of 3"}};
    const auto left = column(50, 700,
                             {"Some 14,200 people crossed the border in", "two weeks, most of them women and chil-",
                              "dren, and more are expected."});
    const auto right = column(310, 700,
                              {"Water trucks reached eleven sites of", "the district, and fuel will last un-",
                               "til June, the partners said."});
    lines.insert(lines.end(), left.begin(), left.end());
    lines.insert(lines.end(), right.begin(), right.end());
    pages.push_back(lines);
  }
  const std::string one =
      "Some 14,200 people crossed the border in two weeks, most of them women and children, and more are expected.\n\n"
      "Water trucks reached eleven sites of the district, and fuel will last until June, the partners said.";
  EXPECT_EQ(read("r.pdf", support::pdf(pages, "/Title (Situation Report)")),
            Lines{"r|2018-05-15|Situation Report||" + one + "\n\n" + one + "\n\n" + one});
}

TEST_F(Formats, PdfsWithoutText) {
  EXPECT_EQ(
      read("scan.pdf", support::pdf({{}, {}})),
      Lines{"scan.pdf: the PDF has no text (2 pages). If it is a scan, run it through OCR first, as `ocrmypdf IN.pdf "
            "OUT.pdf` does."});
  EXPECT_EQ(read("bad.pdf", "%PDF-1.4\nnothing more"),
            Lines{"bad.pdf: the PDF is damaged. Fetch it again, or print it to a new PDF."});
}

TEST(PdfText, JoinsLinesAndWords) {
  const auto flow = [](const std::vector<std::string>& pages) { return flow_text(pages); };
  EXPECT_EQ(flow({"The cross-\nborder aid reached the dis-\ntrict. A cross-border road is shut."}),
            "The cross-border aid reached the district. A cross-border road is shut.");
  EXPECT_EQ(flow({"Needs\n\n\xE2\x80\xA2 Water for\nten sites\n\xE2\x80\xA2 Fuel"}),
            "Needs\n\n\xE2\x80\xA2 Water for ten sites\n\n\xE2\x80\xA2 Fuel");
  EXPECT_EQ(flow({"They went on\nto the\n", "\nriver, he said."}), "They went on to the river, he said.");
  EXPECT_EQ(flow({"", "\n\n"}), "");
}

TEST(PdfText, RunningLinesAreToldByRepetition) {
  const std::vector<std::vector<EdgeLine>> pages = {
      {{"Report No. 4", 0}, {"Fighting went on", 0}}, {{"Report No. 4", 0}}, {{"12", 0}}};
  EXPECT_EQ(running_lines(pages), (std::vector<std::vector<bool>>{{true, false}, {true}, {true}}));
}

TEST(Charset, DeclarationsAndDetection) {
  EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding='koi8-r'?>"), "koi8-r");
  EXPECT_EQ(declared_charset("<html><META HTTP-EQUIV=x content=\"text/html; charset=windows-1251\">"), "windows-1251");
  EXPECT_EQ(declared_charset("<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<p>charset=x</p>"), "");
  EXPECT_EQ(to_utf8("caf\xE9", "iso-8859-1"), "café");
  EXPECT_EQ(to_utf8("\x80 5", "latin1"), "€ 5");     // the web reads Latin-1 as Windows-1252
  EXPECT_EQ(to_utf8("café", "iso-8859-1"), "café");  // the bytes are UTF-8, whatever is declared
  EXPECT_EQ(to_utf8(std::string("\xFF\xFEH\0i\0", 6)), "Hi");
  EXPECT_EQ(to_utf8(std::string("\xFE\xFF\0H\0i", 6)), "Hi");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFHi"), "Hi");
  EXPECT_EQ(to_utf8("Hi", "no-such-set"), "Hi");
  // "Привет, как дела?" and more in KOI8-R, which only detection can tell
  EXPECT_EQ(to_utf8("\xF0\xD2\xC9\xD7\xC5\xD4, \xCB\xC1\xCB \xC4\xC5\xCC\xC1? \xF3\xC5\xC7\xCF\xC4\xCE\xD1 "
                    "\xC8\xCF\xD2\xCF\xDB\xC1\xD1 "
                    "\xD0\xCF\xC7\xCF\xC4\xC1."),
            "Привет, как дела? Сегодня хорошая погода.");
}

TEST(LanguageGuess, OnlySureForeignTextIsForeign) {
  EXPECT_EQ(other_language("Le gouvernement a annoncé mardi que les négociations avec les syndicats reprendraient la "
                           "semaine prochaine."),
            "fr");
  EXPECT_EQ(other_language("Die Regierung teilte am Dienstag mit, dass die Verhandlungen mit den Gewerkschaften "
                           "nächste Woche weitergehen."),
            "de");
  EXPECT_EQ(other_language("Власти сообщили во вторник, что переговоры с профсоюзами продолжатся на следующей неделе."),
            "ru");
  EXPECT_EQ(other_language(kSentence), "");
  EXPECT_EQ(other_language("Oslo, Bergen, Trondheim"), "");
  EXPECT_EQ(other_language(""), "");
}

TEST_F(Formats, OtherLanguagesArePassedOverAndCounted) {
  const std::string french =
      "Le gouvernement a annoncé mardi que les négociations avec les syndicats reprendraient la semaine prochaine.";
  const std::string path = folder_.file(
      "w.jsonl", "{\"id\":\"1\",\"text\":\"" + french + "\"}\n{\"id\":\"2\",\"text\":\"" + kSentence + "\"}\n");
  StorySource source({path});
  EXPECT_EQ(everything(source, folder_), Lines{std::string("2||||") + kSentence});
  EXPECT_EQ(source.passed_over().other_languages, (std::map<std::string, std::size_t>{{"fr", 1}}));
  StorySourceOptions all;
  all.any_language = true;
  StorySource every({path}, all);
  EXPECT_EQ(everything(every, folder_).size(), 2u);
}

TEST_F(Formats, WhatIsNoStoryIsSaid) {
  EXPECT_EQ(
      read("x.xml", "<?xml version=\"1.0\"?><svg></svg>"),
      Lines{"x.xml: this is XML, but neither a feed (RSS, Atom) nor a page. Convert it to JSON Lines or to text."});
  EXPECT_EQ(read("front.html", "<!doctype html><a href=1>One</a> <a href=2>Two</a>"),
            Lines{"front.html: there is no story in this page. If there is one, save its text as plain text."});
  EXPECT_EQ(read("big.html", "<p>" + std::string(std::size_t{9} << 20, 'x')),
            Lines{"big.html: the page is longer than 8 MiB. Save what is wanted of it as text."});
}

TEST(MediaKind, IsToldByContent) {
  EXPECT_EQ(media_kind("  <!DOCTYPE html>"), MediaKind::html);
  EXPECT_EQ(media_kind("<!-- a --><html>"), MediaKind::html);
  EXPECT_EQ(media_kind("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html xmlns=\"x\">"), MediaKind::html);
  EXPECT_EQ(media_kind("<rss version=\"2.0\">"), MediaKind::feed);
  EXPECT_EQ(media_kind("<?xml?><a:feed>"), MediaKind::feed);
  EXPECT_EQ(media_kind("WARC/1.0\r\n"), MediaKind::warc);
  EXPECT_EQ(media_kind("%PDF-1.7"), MediaKind::pdf);
  EXPECT_EQ(media_kind("<3 is a heart"), MediaKind::plain);
  EXPECT_EQ(media_kind(std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)), MediaKind::html);
}

}  // namespace
}  // namespace annals
