// What a page says about its story outside of the text: title, day, publisher, canonical link.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "story/html_tree.h"
#include "story/page_words.h"

namespace annals {

struct HtmlMetadata {
  std::string title;
  std::string source;
  std::string url;
  std::optional<std::chrono::sys_days> published;
  std::string body;  // the story as JSON-LD repeats it; empty where it does not
};

// From schema.org in JSON-LD, then Open Graph, then what HTML itself has: <link rel=canonical>, <time>, a dated byline,
// <h1>, <title>. `url` is where the page was fetched from, empty where that is not known.
HtmlMetadata html_metadata(const HtmlTree& tree, const PageWords& words, std::string_view url = {});

// "news.example.org" of "https://www.news.example.org/2023/": a source that the page does not name.
std::string host_of(std::string_view url);

}  // namespace annals
