// Scanning for dates in words and figures.
#include "story/written_date.h"

#include <array>
#include <string>
#include <vector>

#include "base/iso_date.h"

namespace annals {
namespace {

using std::chrono::sys_days;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A run of digits or of letters, and what stands between it and the one before.
struct Word {
  std::string_view text;
  std::string_view before;
  bool number() const { return is_digit(text[0]); }
};

// The words of the first `limit` bytes.
std::vector<Word> words_of(std::string_view s, std::size_t limit) {
  s = s.substr(0, limit);
  std::vector<Word> words;
  std::size_t last = 0;
  for (std::size_t i = 0; i < s.size();) {
    const bool digit = is_digit(s[i]);
    if (!digit && !is_letter(s[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < s.size() && (digit ? is_digit(s[end]) : is_letter(s[end]))) ++end;
    words.push_back({s.substr(i, end - i), s.substr(last, i - last)});
    i = last = end;
  }
  return words;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

// 1 to 12 for a month's English name or its usual short form, else 0.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kNames = {"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
  std::string small(word);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const bool short_form = small.size() == 3 || (small == "sept" && i == 8);
    if (small == kNames[i] || (short_form && kNames[i].starts_with(small))) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<sys_days> day_of(int year, int month, int day) {
  if (year < 1600 || year > 2999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

bool is_ordinal_ending(std::string_view s) { return s == "st" || s == "nd" || s == "rd" || s == "th"; }
bool is_year(const Word& w) { return w.number() && w.text.size() == 4; }
bool is_day(const Word& w) { return w.number() && w.text.size() <= 2; }

// The date that begins at word `i`.
std::optional<sys_days> date_at(const std::vector<Word>& words, std::size_t i) {
  const auto at = [&](std::size_t k) -> const Word* { return k < words.size() ? &words[k] : nullptr; };
  const Word& first = words[i];
  if (is_day(first)) {  // 7 November 2023, 7th of November 2023
    std::size_t k = i + 1;
    if (at(k) != nullptr && is_ordinal_ending(at(k)->text)) ++k;
    if (at(k) != nullptr && at(k)->text == "of") ++k;
    const Word *month = at(k), *year = at(k + 1);
    if (month != nullptr && year != nullptr && is_year(*year) && month_of(month->text) > 0) {
      return day_of(value_of(year->text), month_of(month->text), value_of(first.text));
    }
  }
  if (const int month = month_of(first.text); month > 0) {  // November 7, 2023
    const Word* day = at(i + 1);
    std::size_t k = i + 2;
    if (at(k) != nullptr && is_ordinal_ending(at(k)->text)) ++k;
    const Word* year = at(k);
    if (day != nullptr && year != nullptr && is_day(*day) && is_year(*year)) {
      return day_of(value_of(year->text), month, value_of(day->text));
    }
  }
  const Word *second = at(i + 1), *third = at(i + 2);
  if (second == nullptr || third == nullptr || second->before != third->before) return std::nullopt;
  if (second->before != "-" && second->before != "/" && second->before != ".") return std::nullopt;
  if (is_year(first) && is_day(*second) && is_day(*third)) {  // 2023-11-07
    return day_of(value_of(first.text), value_of(second->text), value_of(third->text));
  }
  if (is_day(first) && is_day(*second) && is_year(*third)) {  // 27/11/2023, 11/27/2023
    const int a = value_of(first.text), b = value_of(second->text), year = value_of(third->text);
    if (a > 12 || a == b) return day_of(year, b, a);
    if (b > 12) return day_of(year, a, b);
  }
  return std::nullopt;
}

constexpr std::size_t kLongestText = 4000;  // bytes in which a date is looked for

}  // namespace

std::optional<sys_days> parse_date(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) text.remove_prefix(1);
  if (const auto day = parse_iso_date(text)) return day;
  const std::vector<Word> words = words_of(text, 64);
  if (!words.empty() && words[0].number() && words[0].text.size() >= 8) {  // 20231107
    const int value = value_of(words[0].text);
    return day_of(value / 10000, value / 100 % 100, value % 100);
  }
  return find_date(text.substr(0, 64));
}

std::optional<sys_days> find_date(std::string_view text) {
  const std::vector<Word> words = words_of(text, kLongestText);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto day = date_at(words, i)) return day;
  }
  return std::nullopt;
}

std::optional<sys_days> date_of_url(std::string_view url) {
  const std::vector<Word> words = words_of(url, 500);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& first = words[i];
    if (!first.number() || (!first.before.ends_with('/') && !first.before.ends_with('-'))) continue;
    if (first.text.size() == 8) {
      const int value = value_of(first.text);
      if (const auto day = day_of(value / 10000, value / 100 % 100, value % 100)) return day;
    }
    if (is_year(first) && i + 2 < words.size()) {
      const int month = words[i + 1].number() ? value_of(words[i + 1].text) : month_of(words[i + 1].text);
      if (!is_day(words[i + 2]) || (words[i + 1].number() && !is_day(words[i + 1]))) continue;
      if (const auto day = day_of(value_of(first.text), month, value_of(words[i + 2].text))) return day;
    }
  }
  return std::nullopt;
}

}  // namespace annals
