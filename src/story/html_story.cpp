// Pages: parsed once, read twice, for what they declare and for their text.
#include "story/html_story.h"

#include <utility>

#include "story/html_blocks.h"
#include "story/html_metadata.h"
#include "story/html_tree.h"
#include "story/main_text.h"

namespace annals {
namespace {

// A page that a script builds has its story only in its description, and a page behind a wall the start of it.
constexpr std::size_t kMuchMore = 2;

bool has_tags(std::string_view s) {
  return s.find("</") != s.npos || s.find("<p") != s.npos || s.find("<br") != s.npos;
}

}  // namespace

Story read_html(std::string_view html, const PageWords& words, const std::string& where, std::string_view url) {
  const HtmlTree tree(html, where);
  HtmlMetadata metadata = html_metadata(tree, words, url);
  Story story;
  story.title = std::move(metadata.title);
  story.source = std::move(metadata.source);
  story.url = std::move(metadata.url);
  story.published = metadata.published;
  story.id = story.url;
  story.text = main_text(html_blocks(tree.root(), words), words, story.title);
  if (metadata.body.size() > story.text.size() * kMuchMore) {
    story.text = has_tags(metadata.body) ? read_html_text(metadata.body, words, where, story.title) : metadata.body;
  }
  return story;
}

std::string read_html_text(std::string_view html, const PageWords& words, const std::string& where,
                           std::string_view title) {
  const HtmlTree tree(html, where);
  return whole_text(html_blocks(tree.root(), words), words, title);
}

}  // namespace annals
