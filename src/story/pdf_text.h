// The lines of a report's pages to running text.
#pragma once
#include <span>
#include <string>
#include <vector>

namespace annals {

// A line at the upper or lower edge of a page, and where it ends towards the page's middle.
struct EdgeLine {
  std::string text;
  double inner = 0;
};

// Whether lines at the edge of pages are running headers or footers: those that stand on several pages, whatever their
// numbers, and page numbers. A list for each page comes in, and a flag for each line goes out.
std::vector<std::vector<bool>> running_lines(std::span<const std::vector<EdgeLine>> pages);

// Paragraphs out of the text of pages in reading order, apart by a blank line. Lines are joined, and so are words that
// a hyphen cut at a line's end; a paragraph may go on on the next page.
std::string flow_text(std::span<const std::string> pages);

}  // namespace annals
