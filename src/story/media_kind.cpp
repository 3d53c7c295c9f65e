// Telling documents apart by their first bytes, as the MIME Sniffing standard does for pages (section 7.1).
#include "story/media_kind.h"

#include <algorithm>
#include <string>

#include "story/charset.h"
#include "story/page_words.h"

namespace annals {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr std::size_t kFirstLook = 64;
constexpr std::size_t kLongestProlog = 16 << 10;  // bytes of comments and declarations before an XML document's root
constexpr std::size_t kPdfWithin = 1024;          // where "%PDF-" may stand (ISO 32000-1, annex H.3.4.1)

std::string_view trim_front(std::string_view s, std::string_view drop = kSpace) {
  return s.substr(std::min(s.find_first_not_of(drop), s.size()));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The name of the element that `s`, which starts with '<', opens, without a namespace and in small letters.
std::string element_name(std::string_view s) {
  s.remove_prefix(1);
  const std::size_t end = std::min(s.find_first_of(" \t\r\n\f/>"), s.size());
  std::string name = ascii_lower(s.substr(0, end));
  return name.substr(name.find(':') == name.npos ? 0 : name.find(':') + 1);
}

bool is_page_element(const std::string& name) {
  for (const char* known :
       {"html",  "head", "body", "script", "iframe", "h1",   "h2",      "div",     "font", "table", "a",  "style",
        "title", "b",    "br",   "p",      "meta",   "link", "article", "section", "main", "span",  "ul", "center"}) {
    if (name == known) return true;
  }
  return false;
}

// Passes over declarations, comments and processing instructions; empty where the root does not come in sight.
std::string_view at_root(std::string_view s) {
  for (;;) {
    s = trim_front(s);
    const char* close = s.starts_with("<!--") ? "-->"
                        : s.starts_with("<?") ? "?>"
                        : s.starts_with("<!") ? ">"
                                              : nullptr;
    if (close == nullptr) return s;
    const std::size_t end = s.find(close);
    if (end == s.npos) return {};
    s.remove_prefix(end + std::string_view(close).size());
  }
}

MediaKind markup_kind(std::string_view head) {
  const bool xml = head.starts_with("<?xml");
  const bool comment = head.starts_with("<!--");
  if (ascii_lower(head.substr(0, 14)) == "<!doctype html") return MediaKind::html;
  if (head.starts_with("<!") && !comment && head.size() > 2 && !is_letter(head[2])) return MediaKind::plain;
  const std::string_view root = at_root(head);
  if (!root.starts_with('<') || root.size() < 2 || !is_letter(root[1])) {
    return xml ? MediaKind::other_xml : comment ? MediaKind::html : MediaKind::plain;
  }
  const std::string name = element_name(root);
  if (name == "rss" || name == "feed" || name == "rdf") return MediaKind::feed;
  if (is_page_element(name)) return MediaKind::html;
  return xml ? MediaKind::other_xml : comment ? MediaKind::html : MediaKind::plain;
}

MediaKind json_kind(std::string_view head) {
  const std::string_view same_line = trim_front(head.substr(1), " \t");
  const std::string_view inside = trim_front(head.substr(1));
  if (head.front() == '{') {
    if (same_line.starts_with('"') || same_line.starts_with('}')) return MediaKind::json_lines;
    if (inside.starts_with('"')) return MediaKind::json_spread;
  }
  return head.front() == '[' && inside.starts_with('{') ? MediaKind::json_array : MediaKind::plain;
}

}  // namespace

MediaKind media_kind(std::string_view head) {
  std::string converted;
  const std::string_view mark = byte_order_mark_charset(head);
  if (mark == "utf-8") head.remove_prefix(3);
  if (mark.starts_with("utf-16") || mark.starts_with("utf-32")) {
    converted = to_utf8(std::string(head.substr(0, head.size() / 4 * 4)));
    head = converted;
  }
  const std::string_view whole = head;
  head = trim_front(head);
  if (head.empty()) return MediaKind::empty;
  if (head.starts_with("WARC/")) return MediaKind::warc;
  if (whole.substr(0, kPdfWithin).find("%PDF-") != whole.npos) return MediaKind::pdf;
  if (head.front() == '<') return markup_kind(head);
  if (head.front() == '{' || head.front() == '[') return json_kind(head);
  return MediaKind::plain;
}

MediaKind media_kind(InputFile& file) {
  for (std::size_t count = kFirstLook;; count *= 2) {
    const std::string_view head = file.peek(count);
    const MediaKind kind = media_kind(head);
    const bool all = head.size() < count;
    const bool unsure = kind == MediaKind::empty || (count < kLongestProlog && trim_front(head).front() == '<') ||
                        (count < kPdfWithin && kind == MediaKind::plain);
    if (all || !unsure) return kind;
  }
}

}  // namespace annals
