// Walking a page's tree: what flows in one line is one block, whatever inline tags it has.
#include "story/html_blocks.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace annals {
namespace {

constexpr double kMostOfPage = 0.4;  // of the page's words outside of links

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Elements that do not interrupt a line (HTML 4.5 and 4.6, phrasing content). Unknown ones do not, either.
bool is_inline(std::string_view tag) {
  static const std::unordered_set<std::string_view> kInline = {
      "a",   "abbr", "acronym", "b",     "bdi",  "bdo",    "big",    "cite", "code", "data",
      "del", "dfn",  "em",      "font",  "i",    "img",    "ins",    "kbd",  "mark", "nobr",
      "q",   "s",    "samp",    "small", "span", "strike", "strong", "sub",  "sup",  "time",
      "tt",  "u",    "var",     "wbr",   "ruby", "rb",     "rt",     "rp",   "br",   ""};
  return kInline.contains(tag);
}

HtmlBlock::Kind kind_of(std::string_view tag) {
  using Kind = HtmlBlock::Kind;
  if (tag == "p" || tag == "blockquote" || tag == "pre") return Kind::paragraph;
  if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') return Kind::heading;
  if (tag == "li" || tag == "dd" || tag == "dt") return Kind::item;
  if (tag == "td" || tag == "th") return Kind::cell;
  return Kind::loose;
}

// Elements whose text is never the page's, so that not even their size can save them.
bool is_never_text(std::string_view tag) {
  return tag == "script" || tag == "style" || tag == "template" || tag == "noscript" || tag == "select" ||
         tag == "textarea" || tag == "head" || tag == "svg" || tag == "iframe";
}

bool is_hidden(const GumboNode* node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = attribute(node, "style");
  return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

std::uint32_t count_words(std::string_view s) {
  std::uint32_t words = 0;
  bool within = false;
  for (const char c : s) {
    const bool part = !is_space(c);
    words += part && !within;
    within = part;
  }
  return words;
}

// Words outside of links below each element of the page.
using Weights = std::unordered_map<const GumboNode*, std::uint32_t>;

// `all` is the sum.
Weights weights_below(const GumboNode* root, std::uint32_t& all) {
  Weights weights;
  std::vector<std::uint32_t> open{0};
  walk(
      root,
      [&](const GumboNode* node) {
        const std::string_view tag = tag_name(node);
        open.push_back(node->type == GUMBO_NODE_TEXT ? count_words(node->v.text.text) : 0);
        return tag != "a" && !is_never_text(tag);
      },
      [&](const GumboNode* node) {
        const std::uint32_t words = open.back();
        open.pop_back();
        open.back() += words;
        if (is_element(node)) weights[node] = words;
      });
  all = open.back();
  return weights;
}

class Blocks {
 public:
  Blocks(const GumboNode* root, const PageWords& words) : words_(words), weights_(weights_below(root, all_)) {}

  bool enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      add_text(node->v.text.text);
    }
    if (!is_element(node)) return node->type == GUMBO_NODE_DOCUMENT;
    const std::string_view tag = tag_name(node);
    if (tag == "br") line_break();
    if (is_never_text(tag) || is_furniture(node, tag)) {
      if (!is_inline(tag)) end_block();
      return false;
    }
    if (tag == "a") links_.push_back(node);
    if (!is_inline(tag)) begin_element(node, tag);
    return true;
  }

  void leave(const GumboNode* node) {
    if (!is_element(node)) return;
    if (!open_.empty() && open_.back().node == node) {
      end_block();
      open_.pop_back();
    }
    if (!links_.empty() && links_.back() == node) links_.pop_back();
  }

  std::vector<HtmlBlock> take() {
    end_block();
    return std::move(blocks_);
  }

 private:
  struct Open {
    const GumboNode* node;
    HtmlBlock::Kind kind;
  };

  bool is_furniture(const GumboNode* node, std::string_view tag) {
    if (tag == "html" || tag == "body" || tag == "article" || tag == "main" || tag == "h1") return false;
    const bool furniture = words_.is_furniture_element(tag) || words_.is_furniture_role(attribute(node, "role")) ||
                           is_hidden(node) || words_.is_furniture_name(attribute(node, "class")) ||
                           words_.is_furniture_name(attribute(node, "id")) ||
                           words_.is_furniture_name(attribute(node, "data-component")) ||
                           words_.is_furniture_name(attribute(node, "data-testid"));
    return furniture && weights_[node] < kMostOfPage * all_;
  }

  void begin_element(const GumboNode* node, std::string_view tag) {
    end_block();
    HtmlBlock::Kind kind = kind_of(tag);
    // "<li><p>" is an item and "<blockquote><div>" a paragraph; a container stands for itself.
    const bool container = tag == "div" || tag == "p";
    if (kind == HtmlBlock::Kind::loose && container && !open_.empty()) kind = open_.back().kind;
    if (tag == "p" && !open_.empty() && open_.back().kind == HtmlBlock::Kind::item) kind = HtmlBlock::Kind::item;
    open_.push_back({node, kind});
  }

  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::string_view rest = text.substr(i);
      if (is_space(rest[0]) || rest.starts_with("\xC2\xA0")) {  // U+00A0, the space that does not break
        space_ = true;
        i += is_space(rest[0]) ? 1 : 2;
      } else if (rest.starts_with("\xC2\xAD")) {  // the soft hyphen
        i += 2;
      } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) {  // spaces of no width
        i += 3;
      } else {
        put(rest[0]);
        ++i;
      }
    }
  }

  void put(char c) {
    if (text_.empty() || text_.back() == '\n') space_ = false;
    const bool new_word = space_ || text_.empty() || text_.back() == '\n';
    if (space_) text_.push_back(' ');
    space_ = false;
    if (new_word) {
      ++word_count_;
      linked_ += links_.empty() ? 0 : 1;
    }
    text_.push_back(c);
    breaks_ = 0;
  }

  void line_break() {
    if (++breaks_ >= 2) {  // two in a row stand for a paragraph's end
      end_block();
      return;
    }
    space_ = false;
    if (!text_.empty()) text_.push_back('\n');
  }

  void end_block() {
    while (!text_.empty() && is_space(text_.back())) text_.pop_back();
    if (!text_.empty()) {
      HtmlBlock block;
      block.text = std::move(text_);
      block.words = word_count_;
      block.linked_words = linked_;
      if (!open_.empty()) {
        block.kind = open_.back().kind;
        const GumboNode* own = open_.back().node;
        block.parent = block.kind == HtmlBlock::Kind::loose || own->parent == nullptr ? own : own->parent;
      }
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    word_count_ = linked_ = 0;
    space_ = false;
  }

  const PageWords& words_;
  std::uint32_t all_ = 0;  // words of the page outside of links
  Weights weights_;

  std::vector<HtmlBlock> blocks_;
  std::vector<Open> open_;               // elements around that are not inline
  std::vector<const GumboNode*> links_;  // <a> around
  std::string text_;                     // of the block at hand
  std::uint32_t word_count_ = 0, linked_ = 0;
  unsigned breaks_ = 0;  // <br> in a row
  bool space_ = false;   // white space has come since the last letter
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const GumboNode* root, const PageWords& words) {
  Blocks blocks(root, words);
  walk(
      root, [&](const GumboNode* node) { return blocks.enter(node); },
      [&](const GumboNode* node) { blocks.leave(node); });
  return blocks.take();
}

}  // namespace annals
