// Which blocks of a page are its story.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/html_blocks.h"

namespace annals {

// The story among the blocks of a page, paragraphs apart by a blank line; empty where the page has none. Two published
// methods in turn: which blocks read like content is decided by the numbers of words and links in a block and in its
// neighbours (Kohlschuetter, Fankhauser & Nejdl, "Boilerplate Detection using Shallow Text Features", WSDM 2010,
// algorithm 2); which part of the page they must be in, by the paragraphs that an element holds, as Arc90's Readability
// and Firefox's reader view do. Short paragraphs between content are kept (the context-sensitive step of Pomikalek,
// "Removing Boilerplate and Duplicate Content from Web Corpora", 2011, ch. 3), what page_words.tsv knows is dropped.
// `title` is not repeated.
std::string main_text(std::span<const HtmlBlock> blocks, const PageWords& words, std::string_view title);

// All blocks but those that page_words.tsv knows: for what is a story already, as the content of a feed's item.
std::string whole_text(std::span<const HtmlBlock> blocks, const PageWords& words, std::string_view title);

}  // namespace annals
