// Collecting what a page declares, then choosing between what its parts say.
#include "story/html_metadata.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "story/json_ld.h"
#include "story/written_date.h"

namespace annals {
namespace {

constexpr std::size_t kLongestDateText = 200;  // bytes of an element that may be a dated byline
constexpr std::size_t kMostJson = std::size_t{4} << 20;

std::string tidy(std::string_view s) {
  std::string out;
  bool space = false;
  for (const char c : s) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!white && space && !out.empty()) out.push_back(' ');
    if (!white) out.push_back(c);
    space = white || (space && white);
  }
  return out;
}

bool is_web_address(std::string_view s) { return s.starts_with("https://") || s.starts_with("http://"); }

bool names_a_date(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const char* word : {"date", "time", "publish", "byline", "posted", "dateline", "meta"}) {
    if (lower.find(word) != lower.npos) return true;
  }
  return false;
}

struct Declared {
  std::map<std::string, std::string> metas;  // the first of each name, in small letters
  LinkedArticle linked;
  std::string title_element;
  std::string h1;
  int h1_count = 0;
  std::string canonical;
  std::string time, published_time;  // <time datetime>: the first, and the first that says it is of publication
  std::optional<std::chrono::sys_days> byline;
};

void read_meta(const GumboNode* node, Declared& declared) {
  const std::string_view content = attribute(node, "content");
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = attribute(node, key);
    if (!name.empty()) declared.metas.try_emplace(ascii_lower(name), content);
  }
}

void read_time(const GumboNode* node, Declared& declared) {
  std::string_view when = attribute(node, "datetime");
  if (when.empty()) when = attribute(node, "content");
  const std::string text = when.empty() ? raw_text(node, kLongestDateText) : std::string(when);
  if (!parse_date(text)) return;
  const bool of_publication = attribute(node, "itemprop") == "datePublished" ||
                              gumbo_get_attribute(&node->v.element.attributes, "pubdate") != nullptr ||
                              ascii_lower(attribute(node, "class")).find("publish") != std::string::npos;
  if (of_publication && declared.published_time.empty()) declared.published_time = text;
  if (declared.time.empty()) declared.time = text;
}

void read_element(const GumboNode* node, std::string_view tag, Declared& declared) {
  if (tag == "meta") read_meta(node, declared);
  if (tag == "title" && declared.title_element.empty()) declared.title_element = tidy(raw_text(node));
  if (tag == "h1" && ++declared.h1_count == 1) declared.h1 = tidy(raw_text(node));
  if (tag == "link" && ascii_lower(attribute(node, "rel")) == "canonical") declared.canonical = attribute(node, "href");
  if (tag == "time") read_time(node, declared);
  if (tag == "script" && ascii_lower(attribute(node, "type")) == "application/ld+json") {
    read_json_ld(raw_text(node, kMostJson), declared.linked);
  }
  const bool dated = names_a_date(attribute(node, "class")) || attribute(node, "itemprop") == "datePublished";
  if (dated && !declared.byline) {
    const std::string text = raw_text(node, kLongestDateText + 1);
    if (text.size() <= kLongestDateText) declared.byline = find_date(text);
  }
}

const std::string& meta(const Declared& declared, const char* name) {
  static const std::string none;
  const auto found = declared.metas.find(name);
  return found == declared.metas.end() ? none : found->second;
}

// "Envoys meet in Tal - The Marn Herald" without the paper's name: what follows the last dash or bar is no part of the
// title where it is the source, or where the rest is the page's own heading.
std::string without_site(const std::string& title, std::string_view source, std::string_view heading) {
  for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB "}) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos) continue;
    const std::string head = title.substr(0, at), tail = ascii_lower(title.substr(at + mark.size()));
    const std::string site = ascii_lower(source);
    if (ascii_lower(head) == ascii_lower(heading) ||
        (!site.empty() && (tail.find(site) != tail.npos || site.find(tail) != site.npos))) {
      return head;
    }
  }
  return title;
}

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    if (std::string text = tidy(value); !text.empty()) return text;
  }
  return {};
}

std::string canonical_link(const Declared& declared, std::string_view url) {
  for (const std::string_view link : {std::string_view(declared.canonical), std::string_view(declared.linked.url),
                                      std::string_view(meta(declared, "og:url")), url}) {
    if (is_web_address(link)) return tidy(link);
  }
  return {};
}

std::optional<std::chrono::sys_days> published(const Declared& declared, const PageWords& words, std::string_view url) {
  if (const auto day = parse_date(declared.linked.published)) return day;
  for (const std::string& name : words.date_metas()) {
    if (const auto day = parse_date(meta(declared, name.c_str()))) return day;
  }
  if (const auto day = parse_date(declared.published_time)) return day;
  if (const auto day = parse_date(declared.time)) return day;
  if (declared.byline) return declared.byline;
  return date_of_url(url);
}

}  // namespace

HtmlMetadata html_metadata(const HtmlTree& tree, const PageWords& words, std::string_view url) {
  Declared declared;
  walk(
      tree.root(),
      [&](const GumboNode* node) {
        if (!is_element(node)) return true;
        const std::string_view tag = tag_name(node);
        read_element(node, tag, declared);
        return tag != "svg";
      },
      [](const GumboNode*) {});

  HtmlMetadata out;
  out.url = canonical_link(declared, url);
  const std::string named =
      first_of({declared.linked.publisher, meta(declared, "og:site_name"), meta(declared, "publisher"),
                meta(declared, "application-name"), meta(declared, "dc.publisher")});
  const std::string heading = declared.h1_count == 1 ? declared.h1 : std::string();
  out.title =
      first_of({declared.linked.headline, meta(declared, "og:title"), heading, declared.title_element, declared.h1});
  out.title = without_site(out.title, named, heading);
  out.source = named.empty() ? host_of(out.url) : named;
  out.published = published(declared, words, out.url.empty() ? url : std::string_view(out.url));
  out.body = declared.linked.body;
  for (std::string* field : {&out.title, &out.source, &out.url, &out.body}) *field = repair(std::move(*field)).text;
  return out;
}

std::string host_of(std::string_view url) {
  const std::size_t at = url.find("://");
  if (at == url.npos) return {};
  url.remove_prefix(at + 3);
  url = url.substr(0, std::min(url.find_first_of("/?#:"), url.size()));
  if (const std::size_t user = url.find('@'); user != url.npos) url.remove_prefix(user + 1);
  std::string host = ascii_lower(url);
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace annals
