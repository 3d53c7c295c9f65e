// RSS 0.9x, 1.0 (RDF) and 2.0, and Atom (RFC 4287), by pugixml.
#include "story/feed_story.h"

#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <vector>

#include "annals/error.h"
#include "base/utf8.h"
#include "story/html_metadata.h"
#include "story/html_story.h"
#include "story/written_date.h"

namespace annals {
namespace {

using pugi::xml_node;

// Feeds name the same element under many prefixes, so that only what follows the prefix counts.
std::string_view local(const xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') == name.npos ? 0 : name.find(':') + 1);
}

xml_node child(const xml_node& node, std::string_view name) {
  for (const xml_node& one : node.children()) {
    if (local(one) == name) return one;
  }
  return {};
}

// A child by its full name, as "content:encoded".
std::string_view text_of(const xml_node& node, const char* name) { return node.child(name).text().get(); }

std::string trimmed(std::string_view s) {
  const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!s.empty() && space(s.front())) s.remove_prefix(1);
  while (!s.empty() && space(s.back())) s.remove_suffix(1);
  return std::string(s);
}

// All character data below a node, CDATA sections included.
std::string all_text(const xml_node& node) {
  std::string out;
  for (const xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) out += one.value();
  }
  return trimmed(out);
}

bool is_plain(std::string_view s) { return s.find('<') == s.npos && s.find('&') == s.npos; }

bool is_web_address(std::string_view s) { return s.starts_with("https://") || s.starts_with("http://"); }

// The element's content as HTML: what is escaped, or, for Atom's xhtml, the elements themselves.
std::string markup_of(const xml_node& node) {
  if (std::string_view(node.attribute("type").value()) != "xhtml") return all_text(node);
  std::ostringstream out;
  for (const xml_node& one : node.children()) one.print(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace

struct FeedReader::State {
  State(std::string text, std::string place, std::string name, const PageWords& table)
      : xml(std::move(text)), where(std::move(place)), stem(std::move(name)), words(table) {
    result = document.load_buffer_inplace(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    root = document.document_element();
    const xml_node channel = child(root, "channel");
    feed_title = plain(all_text(child(local(root) == "feed" ? root : channel, "title")));
    // RSS 1.0 puts the items beside the channel.
    const bool beside = local(root) == "feed" || !child(root, "item").empty();
    for (const xml_node& one : (beside ? root : channel).children()) {
      if (local(one) == "item" || local(one) == "entry") items.push_back(one);
    }
    if (!result && !items.empty()) items.pop_back();  // the one that the damage cut
  }

  // Titles may be HTML, escaped once or twice.
  std::string plain(const std::string& text) const {
    return is_plain(text) ? text : trimmed(read_html_text(text, words, where));
  }

  std::string link_of(const xml_node& item) const {
    std::string fallback;
    for (const xml_node& one : item.children()) {
      if (local(one) == "origLink") return all_text(one);
      if (local(one) != "link") continue;
      const std::string_view relation = one.attribute("rel").value();
      const std::string href = one.attribute("href") ? one.attribute("href").value() : all_text(one);
      if ((relation.empty() || relation == "alternate") && fallback.empty()) fallback = href;
    }
    const std::string guid = all_text(child(item, "guid"));
    return !fallback.empty() ? fallback : is_web_address(guid) ? guid : std::string();
  }

  std::optional<std::chrono::sys_days> date_of(const xml_node& item) const {
    for (const char* name : {"pubDate", "published", "date", "issued", "updated", "modified"}) {
      if (const auto day = parse_date(all_text(child(item, name)))) return day;
    }
    return std::nullopt;
  }

  std::string id_of(const xml_node& item, const std::string& link) const {
    for (const char* name : {"guid", "id"}) {
      if (std::string id = all_text(child(item, name)); !id.empty()) return id;
    }
    return link;
  }

  std::string body_of(const xml_node& item, const std::string& title) const {
    for (const char* name : {"encoded", "content", "description", "summary"}) {
      const xml_node node = child(item, name);
      if (node.empty() || node.attribute("src") || node.attribute("url")) continue;  // a link to media
      const bool is_text = std::string_view(node.attribute("type").value()) == "text";
      std::string text = is_text ? all_text(node) : read_html_text(markup_of(node), words, where_item(), title);
      if (!text.empty()) return text;
    }
    return {};
  }

  std::string where_item() const { return where + ":" + std::to_string(at); }

  Story read(const xml_node& item) const {
    Story story;
    story.title = plain(all_text(child(item, "title")));
    story.url = link_of(item);
    story.id = id_of(item, story.url);
    if (story.id.empty()) {
      story.id = stem + ":" + std::to_string(at);
      story.id_source = IdSource::place;
    }
    story.origin = where_item();
    story.published = date_of(item);
    const std::string origin = trimmed(text_of(item, "source"));
    story.source = !origin.empty() ? origin : !feed_title.empty() ? feed_title : host_of(story.url);
    Repaired repaired = repair(body_of(item, story.title));
    story.text = std::move(repaired.text);
    story.repairs = std::move(repaired.repairs);
    for (std::string* field : {&story.id, &story.title, &story.url, &story.source}) {
      *field = repair(std::move(*field)).text;
    }
    return story;
  }

  std::string xml;
  std::string where, stem;
  const PageWords& words;
  pugi::xml_document document;
  pugi::xml_parse_result result;
  xml_node root;
  std::string feed_title;
  std::vector<xml_node> items;
  std::size_t at = 0;  // items handed out
  bool told = false;   // of the damage
};

FeedReader::FeedReader(std::string xml, std::string where, std::string stem, const PageWords& words)
    : state_(std::make_unique<State>(std::move(xml), std::move(where), std::move(stem), words)) {}
FeedReader::~FeedReader() = default;
FeedReader::FeedReader(FeedReader&&) noexcept = default;
FeedReader& FeedReader::operator=(FeedReader&&) noexcept = default;

bool FeedReader::more() const { return state_->at < state_->items.size() || (!state_->result && !state_->told); }

std::optional<Story> FeedReader::next() {
  State& state = *state_;
  if (state.at < state.items.size()) {
    const xml_node& item = state.items[state.at++];
    return state.read(item);
  }
  if (!state.result && !state.told) {
    state.told = true;
    throw Error{Fault::input, state.where,
                "the feed is damaged or cut short at byte " + std::to_string(state.result.offset) + " (" +
                    state.result.description() + "), and what follows is lost",
                "Fetch it again."};
  }
  return std::nullopt;
}

}  // namespace annals
