// A page's text as blocks: paragraphs, headings, items, each with what tells content from furniture.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "story/html_tree.h"
#include "story/page_words.h"

namespace annals {

struct HtmlBlock {
  enum class Kind : std::uint8_t { paragraph, heading, item, cell, loose };  // loose: text outside of all of these

  std::string text;  // white space collapsed; a line break of the page's is a newline
  Kind kind = Kind::loose;
  std::uint32_t words = 0;
  std::uint32_t linked_words = 0;
  const GumboNode* parent = nullptr;  // the element around the block's own element

  double link_density() const { return words == 0 ? 0.0 : static_cast<double>(linked_words) / words; }
};

// The blocks below `root` in the page's order. Furniture is left out: elements, roles and names of the table, and what
// is hidden. An element that holds most of the page's text is no furniture, whatever it is called.
std::vector<HtmlBlock> html_blocks(const GumboNode* root, const PageWords& words);

}  // namespace annals
