// Joining what page layout took apart.
#include "story/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace annals {
namespace {

constexpr double kShareOfPages = 0.3;  // on which a running line stands: left and right pages have different ones
constexpr double kShortLine = 0.8;     // of the longest line: a sentence that ends in a shorter one ends its paragraph

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

// Each number as one '#', and no white space.
std::string shape_of(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (is_digit(c)) {
      if (!out.ends_with('#')) out.push_back('#');
    } else if (!is_space(c)) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
  }
  return out;
}

bool is_page_number(const std::string& shape) {
  for (const char* form : {"#", "page#", "page#of#", "#of#", "#/#", "-#-", "p.#", "#|page", "page#/#", "|#", "#|"}) {
    if (shape == form) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

bool ends_sentence(std::string_view s) {
  for (const std::string_view close : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99"}) {
    if (s.ends_with(close)) s.remove_suffix(close.size());
  }
  return s.ends_with('.') || s.ends_with('!') || s.ends_with('?') || s.ends_with(':');
}

// Bullets, dashes and numbers that open an item of a list.
bool opens_item(std::string_view line) {
  for (const std::string_view mark : {"\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xE2\x80\x93 ",
                                      "- ", "* ", "\xEF\x82\xB7", "\xC2\xB7"}) {
    if (line.starts_with(mark)) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  return digits > 0 && digits <= 2 && line.size() > digits + 1 && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

using Words = std::unordered_set<std::string>;

// All words of the document with letters and hyphens within, to ask whether a cut word has its hyphen elsewhere.
Words words_of(std::span<const std::string> pages) {
  Words words;
  for (const std::string& page : pages) {
    for (std::size_t i = 0; i < page.size();) {
      std::size_t end = i;
      while (end < page.size() && (is_letter(page[end]) || page[end] == '-')) ++end;
      if (end > i) words.insert(page.substr(i, end - i));
      i = std::max(end, i + 1);
    }
  }
  return words;
}

class Flow {
 public:
  explicit Flow(std::span<const std::string> pages) : words_(words_of(pages)) {}

  void add_page(std::string_view page) {
    longest_ = 0;
    for_each_line(page, [&](std::string_view line) { longest_ = std::max(longest_, line.size()); });
    first_of_page_ = true;
    for_each_line(page, [&](std::string_view line) { add_line(line); });
    blank_ = true;
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename Work>
  static void for_each_line(std::string_view page, Work work) {
    while (!page.empty()) {
      const std::size_t end = std::min(page.find('\n'), page.size());
      work(trimmed(page.substr(0, end)));
      page.remove_prefix(std::min(end + 1, page.size()));
    }
  }

  void add_line(std::string_view line) {
    if (line.empty()) {
      blank_ = true;
      return;
    }
    const bool turned = std::exchange(first_of_page_, false);
    const bool goes_on = is_small(line[0]) && !out_.empty() && !ends_sentence(out_);
    const bool ended = ends_sentence(out_) && static_cast<double>(last_) < kShortLine * static_cast<double>(longest_);
    const bool apart = (blank_ && !(turned && goes_on)) || ended || opens_item(line);
    if (out_.empty()) {
      out_.append(line);
    } else if (apart) {
      out_.append("\n\n").append(line);
    } else {
      append(line);
    }
    last_ = line.size();
    blank_ = false;
  }

  // Adds a line to the paragraph that goes on.
  void append(std::string_view line) {
    static constexpr std::string_view kSoftHyphen = "\xC2\xAD";
    const bool soft = out_.ends_with(kSoftHyphen);
    if (soft) out_.resize(out_.size() - kSoftHyphen.size());
    const bool cut = soft || (out_.size() > 1 && out_.back() == '-' && is_letter(out_[out_.size() - 2]));
    if (!cut || !is_letter(line[0])) {
      out_.push_back(' ');
    } else if (!soft && !joins(line)) {
      // the hyphen is the word's own
    } else if (!soft) {
      out_.pop_back();
    }
    out_.append(line);
  }

  // Whether the word that ends in a hyphen and goes on in `line` is written without it.
  bool joins(std::string_view line) const {
    if (!is_small(line[0])) return false;
    std::size_t begin = out_.size() - 1, end = 0;
    while (begin > 0 && (is_letter(out_[begin - 1]) || out_[begin - 1] == '-')) --begin;
    while (end < line.size() && is_letter(line[end])) ++end;
    const std::string with = out_.substr(begin) + std::string(line.substr(0, end));
    return !words_.contains(with);
  }

  Words words_;
  std::string out_;
  std::size_t longest_ = 0;  // line of this page
  std::size_t last_ = 0;     // line's length
  bool blank_ = false;       // a blank line has come since
  bool first_of_page_ = false;
};

}  // namespace

std::vector<std::vector<bool>> running_lines(std::span<const std::vector<EdgeLine>> pages) {
  std::map<std::string, std::size_t> on_pages;
  for (const auto& page : pages) {
    std::set<std::string> here;
    for (const EdgeLine& line : page) here.insert(shape_of(line.text));
    for (const std::string& shape : here) ++on_pages[shape];
  }
  const auto enough =
      std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(kShareOfPages * static_cast<double>(pages.size()))));
  std::vector<std::vector<bool>> running;
  for (const auto& page : pages) {
    running.emplace_back();
    for (const EdgeLine& line : page) {
      const std::string shape = shape_of(line.text);
      running.back().push_back(is_page_number(shape) || on_pages[shape] >= enough);
    }
  }
  return running;
}

std::string flow_text(std::span<const std::string> pages) {
  Flow flow(pages);
  for (const std::string& page : pages) flow.add_page(page);
  return flow.take();
}

}  // namespace annals
