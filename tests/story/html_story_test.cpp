// Pages of many layouts to stories, and pages that mean harm.
#include "story/html_story.h"

#include <gtest/gtest.h>

#include "base/iso_date.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "story/charset.h"
#include "support/fixture.h"

namespace annals {
namespace {

const std::string kPages = "tests/story/pages/";

Story read(const std::string& html) {
  const std::string text = repair(to_utf8(html, declared_charset(html))).text;
  return read_html(text, PageWords::built_in(), "page");
}

TEST(HtmlStory, FindsTheStoryInPagesOfManyLayouts) {
  const std::string bytes = support::read_file(kPages + "pages.tsv");
  const TsvTable table(bytes, "pages.tsv");
  ASSERT_GE(table.rows().size(), 12u);
  for (const TsvRow& row : table) {
    const std::string name(row[0]);
    const Story story = read(support::read_file(kPages + name));
    const std::string expected = support::read_file(kPages + name.substr(0, name.size() - 5) + ".txt");
    EXPECT_EQ(story.text + "\n", expected) << name << ": " << row[5];
    EXPECT_EQ(story.title, row[1]) << name;
    EXPECT_EQ(story.source, row[2].empty() ? "" : row[2]) << name;
    EXPECT_EQ(story.url, row[3]) << name;
    std::string day;
    if (story.published) append_iso_date(day, *story.published);
    EXPECT_EQ(day, row[4]) << name;
  }
}

TEST(HtmlStory, APageWithoutAStoryHasNoText) {
  EXPECT_EQ(read("<html><body><nav><a href=1>News</a> <a href=2>Sport</a></nav></body></html>").text, "");
  EXPECT_EQ(read("").text, "");
}

std::string times(const std::string& s, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}

std::string refusal(const std::string& html) {
  return support::message([&] { read(html); });
}

TEST(HtmlStory, AMillionNestedTagsAreRefused) {
  const std::string expected = "page: the page nests more than 5000 tags. Save what is wanted of it as text.";
  EXPECT_EQ(refusal(times("<div>", 1000000)), expected);
  EXPECT_EQ(refusal(times("<b>x", 1000000)), expected);
  EXPECT_EQ(refusal("<p>The ministers met on Monday and agreed." + times("<p>", 100000)), "no error");
}

TEST(HtmlStory, TagsThatMultiplyAreRefused) {
  std::string html = "<p>";
  for (int i = 0; i < 2000; ++i) html += "<font color=" + std::to_string(i) + ">";
  html += times("<p>x", 200000);
  EXPECT_EQ(refusal(html),
            "page: the page's tags take more memory or time than those of any sound page. Save what is wanted of it as "
            "text.");
}

TEST(HtmlStory, APageMayBeDeep) {
  const std::string page = times("<div>", 2000) + "<p>The ministers met on Monday and agreed on the price of salt.</p>";
  EXPECT_EQ(read(page).text, "The ministers met on Monday and agreed on the price of salt.");
}

TEST(HtmlStory, EntitiesAndSpacesAreResolved) {
  EXPECT_EQ(
      read("<p>Rates&nbsp;rose  by\n9&#46;1 &percnt; in Z&uuml;rich&shy;see, the bank&rsquo;s head said.</p>").text,
      "Rates rose by 9.1 % in Zürichsee, the bank’s head said.");
}

TEST(HtmlStory, PiecesOfHtmlAreReadWhole) {
  EXPECT_EQ(
      read_html_text("<p>One.</p><p>Two <a href=x>links</a>.</p><p>Share this</p>", PageWords::built_in(), "item"),
      "One.\n\nTwo links.");
  EXPECT_EQ(read_html_text("No tags at all", PageWords::built_in(), "item"), "No tags at all");
}

}  // namespace
}  // namespace annals
