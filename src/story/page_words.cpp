// Matching the names and phrases of pages with the table.
#include "story/page_words.h"

#include <algorithm>

#include "base/tsv.h"
#include "story/page_words_table.h"

namespace annals {
namespace {

constexpr std::size_t kMostNameWords = 3;
constexpr std::size_t kMostStartWords = 40;
constexpr std::size_t kLongestEnd = 40;  // bytes

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9'); }

// "ArticleBody__shareBar" -> article, body, share, bar.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool within = false;
  char before = ' ';
  for (const char c : name) {
    const bool part = is_alphanumeric(c);
    const bool hump = is_upper(c) && !is_upper(before);
    if (part && (!within || hump)) words.emplace_back();
    if (part) words.back().push_back(is_upper(c) ? static_cast<char>(c + 32) : c);
    within = part;
    before = c;
  }
  return words;
}

bool is_condition(const std::string& word) {
  return word == "no" || word == "not" || word == "has" || word == "with" || word == "without" || word == "is";
}

// Without the white space and punctuation at both ends.
std::string_view bare(std::string_view s) {
  const auto punctuation = [](char c) { return !is_alphanumeric(c) && static_cast<unsigned char>(c) < 0x80; };
  while (!s.empty() && punctuation(s.front())) s.remove_prefix(1);
  while (!s.empty() && punctuation(s.back())) s.remove_suffix(1);
  return s;
}

}  // namespace

std::string ascii_lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return out;
}

PageWords::PageWords(std::string_view text, const std::string& where) {
  const TsvTable table(text, where);
  const std::size_t kind = table.column("kind"), words = table.column("words");
  for (const TsvRow& row : table) {
    const std::string word(row[words]);
    if (row[kind] == "element")
      elements_.insert(word);
    else if (row[kind] == "role")
      roles_.insert(word);
    else if (row[kind] == "name")
      names_.insert(word);
    else if (row[kind] == "line")
      lines_.insert(word);
    else if (row[kind] == "start")
      starts_.push_back(word);
    else if (row[kind] == "end")
      ends_.insert(word);
    else if (row[kind] == "slug")
      slugs_.insert(word);
    else if (row[kind] == "date")
      date_metas_.push_back(word);
    else
      throw table.error(row, "there is no kind \"" + std::string(row[kind]) + "\"", "The file's head lists them.");
  }
}

const PageWords& PageWords::built_in() {
  static const PageWords words(kPageWordsTable, "lexicon/page_words.tsv");
  return words;
}

bool PageWords::is_furniture_name(std::string_view names) const {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \t\n\r\f", at), names.size());
    const std::vector<std::string> words = words_of_name(names.substr(at, end - at));
    at = end + 1;
    if (!words.empty() && is_condition(words[0])) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string run = words[i];
      for (std::size_t n = 1; n <= kMostNameWords; ++n) {
        if (names_.contains(run)) return true;
        if (i + n == words.size()) break;
        run += " " + words[i + n];
      }
    }
  }
  return false;
}

bool PageWords::is_furniture_text(std::string_view paragraph) const {
  const std::string lower = ascii_lower(paragraph);
  if (lines_.contains(std::string(bare(lower)))) return true;
  if (std::count(lower.begin(), lower.end(), ' ') >= static_cast<std::ptrdiff_t>(kMostStartWords)) return false;
  return std::any_of(starts_.begin(), starts_.end(),
                     [&](const std::string& start) { return lower.starts_with(start); });
}

bool PageWords::is_slug(std::string_view words) const {
  while (!words.empty() && !(words.back() >= 'A' && words.back() <= 'Z')) words.remove_suffix(1);  // "UPDATE 2"
  return slugs_.contains(ascii_lower(words));
}

bool PageWords::ends_story(std::string_view paragraph) const {
  return paragraph.size() <= kLongestEnd && ends_.contains(std::string(bare(ascii_lower(paragraph))));
}

}  // namespace annals
