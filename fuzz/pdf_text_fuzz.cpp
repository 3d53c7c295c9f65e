// Feeds pages of text to what joins a report's lines: no letter is lost or made up, but for hyphens at the ends of
// lines.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "story/pdf_text.h"

namespace {

std::string letters(const std::string& s) {
  std::string out;
  for (const char c : s) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = annals::repair(std::string(reinterpret_cast<const char*>(data), size)).text;
  std::vector<std::string> pages(1);
  std::vector<std::vector<annals::EdgeLine>> edges(1);
  for (const char c : text) {
    if (c == '\f') {
      pages.emplace_back();
      edges.emplace_back();
    } else {
      pages.back().push_back(c);
      if (c == '\n' || edges.back().empty()) edges.back().emplace_back();
      edges.back().back().text.push_back(c);
    }
  }
  const std::string flowed = annals::flow_text(pages);
  if (letters(flowed) != letters(text) || !annals::repair(flowed).repairs.empty()) std::abort();
  const auto running = annals::running_lines(edges);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (running[i].size() != edges[i].size()) std::abort();
  }
  return 0;
}
