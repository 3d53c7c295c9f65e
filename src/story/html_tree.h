// A page as a tree of elements, by gumbo, with its memory and time bounded.
#pragma once
#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace annals {

// The longest page that is read, in bytes; a story of that length would be a book.
inline constexpr std::size_t kMaxPageBytes = std::size_t{8} << 20;

class HtmlTree {
 public:
  // Parses `html`, which is borrowed. Throws Error{Fault::input} that names `where` if the page is too long, nests its
  // tags too deep, or takes more memory or time than any sound page does.
  HtmlTree(std::string_view html, const std::string& where);

  const GumboNode* root() const { return root_; }

 private:
  Arena arena_;  // all nodes; gumbo's own destructor recurses as deep as the page nests
  const GumboNode* root_ = nullptr;
};

// The value of an attribute of an element; empty where it has none. Valid as long as the tree.
std::string_view attribute(const GumboNode* node, const char* name);

// An element's name in small letters; empty for what is no element.
std::string_view tag_name(const GumboNode* node);

bool is_element(const GumboNode* node);

// The children of an element; empty for what has none.
const GumboVector& children(const GumboNode* node);

// All text below a node, as it stands, at most `limit` bytes. Not of scripts and styles, unless the node is one.
std::string raw_text(const GumboNode* node, std::size_t limit = 4096);

// Calls enter(node) -> bool (go into it?) before and leave(node) after each node below and including `root`, without
// recursion: a page decides how deep it nests.
template <typename Enter, typename Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
  struct Open {
    const GumboNode* node;
    unsigned next;  // the child to go to
    bool inside;
  };
  std::vector<Open> open{{root, 0, enter(root)}};
  while (!open.empty()) {
    Open& top = open.back();
    if (!top.inside || top.next == children(top.node).length) {
      leave(top.node);
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children(top.node).data[top.next++]);
    open.push_back({child, 0, enter(child)});
  }
}

}  // namespace annals
