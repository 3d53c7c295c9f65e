// Running gumbo inside an arena that says when enough is enough.
#include "story/html_tree.h"

#include <csetjmp>
#include <cstring>
#include <ctime>

#include "annals/error.h"

namespace annals {
namespace {

constexpr std::size_t kDeepest = 5000;                      // tags within tags; browsers stop at 512
constexpr std::size_t kFreeMemory = std::size_t{32} << 20;  // bytes, and so many for each of the page's:
constexpr std::size_t kMemoryFactor = 40;
constexpr double kMostSeconds = 10;  // of processor time; the longest sound page takes less than one

// What a hostile page can do is unbounded in memory (formatting elements are copied into each paragraph that follows)
// and in time (each tag looks through all that are open; HTML 13.2.4), so that the allocator, which gumbo calls all the
// time, watches both. It leaves the parser by longjmp: all frames in between are C, and all memory is the arena's.
struct Bounds {
  Arena& arena;
  std::size_t memory;
  std::clock_t deadline;
  unsigned calls = 0;
  std::jmp_buf out{};
};

void* allocate(void* self, std::size_t size) {
  auto& bounds = *static_cast<Bounds*>(self);
  if (size > bounds.memory - bounds.arena.used()) std::longjmp(bounds.out, 1);
  if (++bounds.calls % 256 == 0 && std::clock() > bounds.deadline) std::longjmp(bounds.out, 1);
  return bounds.arena.allocate(size, alignof(std::max_align_t));
}

void deallocate(void*, void*) {}

const GumboOutput* parse(std::string_view html, Bounds& bounds) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = &bounds;
  options.max_errors = 0;
  if (setjmp(bounds.out) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool same_name(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

// Elements that have no end tag, or whose end tag may be left out (HTML 13.1.2).
bool may_stay_open(std::string_view name) {
  for (const char* open :
       {"p",      "li",   "br",    "img",   "meta",  "link",  "input", "hr",    "td",     "tr",   "th",   "dd",
        "dt",     "area", "base",  "col",   "embed", "param", "wbr",   "track", "source", "html", "head", "body",
        "option", "a",    "thead", "tbody", "tfoot", "path",  "use",   "rect",  "circle", "g",    "rt",   "rp"}) {
    if (same_name(name, open)) return true;
  }
  return false;
}

// How deep the tags nest by their number alone: a page of a million open tags is known before it costs anything.
bool nests_too_deep(std::string_view html) {
  std::size_t depth = 0;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool end = at + 1 < html.size() && html[at + 1] == '/';
    const std::size_t begin = at + (end ? 2 : 1);
    std::size_t stop = begin;
    while (stop < html.size() && stop < begin + 12 &&
           (is_letter(html[stop]) || (html[stop] >= '1' && html[stop] <= '6')))
      ++stop;
    if (stop == begin || may_stay_open(html.substr(begin, stop - begin))) continue;
    if (end) depth -= depth > 0 ? 1 : 0;
    if (!end && ++depth > kDeepest) return true;
  }
  return false;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html, const std::string& where) {
  if (html.size() > kMaxPageBytes) {
    throw Error{Fault::input, where, "the page is longer than " + std::to_string(kMaxPageBytes >> 20) + " MiB",
                "Save what is wanted of it as text."};
  }
  if (nests_too_deep(html)) {
    throw Error{Fault::input, where, "the page nests more than " + std::to_string(kDeepest) + " tags",
                "Save what is wanted of it as text."};
  }
  Bounds bounds{arena_, kFreeMemory + kMemoryFactor * html.size(),
                std::clock() + static_cast<std::clock_t>(kMostSeconds * CLOCKS_PER_SEC)};
  const GumboOutput* output = parse(html, bounds);
  if (output == nullptr) {
    throw Error{Fault::input, where, "the page's tags take more memory or time than those of any sound page",
                "Save what is wanted of it as text."};
  }
  root_ = output->document;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string_view tag_name(const GumboNode* node) {
  return is_element(node) ? gumbo_normalized_tagname(node->v.element.tag) : std::string_view();
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

const GumboVector& children(const GumboNode* node) {
  if (is_element(node)) return node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return node->v.document.children;
  return kGumboEmptyVector;
}

std::string raw_text(const GumboNode* node, std::size_t limit) {
  std::string out;
  walk(
      node,
      [&](const GumboNode* n) {
        if (out.size() >= limit) return false;
        if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA) {
          const std::string_view text = n->v.text.text;
          out.append(text.substr(0, limit - out.size()));
        }
        const std::string_view tag = tag_name(n);
        return n == node || (tag != "script" && tag != "style");
      },
      [](const GumboNode*) {});
  return out;
}

}  // namespace annals
