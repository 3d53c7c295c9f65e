// Scanning the first lines for PLACE, REGION, DAY (AGENCY) DASH.
#include "story/dateline.h"

#include <algorithm>

#include "story/written_date.h"

namespace annals {
namespace {

constexpr std::size_t kWithin = 1000;  // bytes of the story in which the line must start
constexpr std::size_t kMostLines = 8;
constexpr std::size_t kLongest = 100;  // bytes from the place to the dash
constexpr std::size_t kMostParts = 4;  // between commas
constexpr std::size_t kMostWords = 5;  // of a part

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

// The length of the dash at the start of `s`, 0 where there is none.
std::size_t dash_length(std::string_view s) {
  for (const std::string_view dash : {"---", "--", "-", "_", "\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x95"}) {
    if (s.starts_with(dash)) return dash.size();
  }
  return 0;
}

// Where the words before the dash end, and the dash; a hyphen counts only with white space on both sides.
struct Dash {
  std::size_t at, end;
};
std::optional<Dash> find_dash(std::string_view line) {
  for (std::size_t i = 1; i < std::min(line.size(), kLongest); ++i) {
    const std::size_t length = dash_length(line.substr(i));
    if (length == 0) continue;
    const bool hyphen = line.substr(i, length) == "-";
    const bool apart = is_space(line[i - 1]) || line[i - 1] == ')';
    const bool followed = i + length == line.size() || is_space(line[i + length]);
    if (hyphen ? apart && followed : apart || followed) return Dash{i, i + length};
  }
  return std::nullopt;
}

// "NAIROBI", "ST. LOUIS", "DAR ES SALAAM", "U.N."; two letters or more, none of them small but in a name like
// "McALLEN".
bool is_capitals(std::string_view part) {
  std::size_t upper = 0, lower = 0;
  for (const char c : part) {
    upper += is_upper(c);
    lower += is_lower(c);
    if (is_digit(c) || c == '"' || c == ':' || c == ';' || c == '?' || c == '!') return false;
  }
  return upper >= 2 && lower * 3 <= upper;
}

// A few words that all begin with a capital, but for "of", "the" and the like.
bool is_name(std::string_view part) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < part.size();) {
    const std::size_t end = std::min(part.find(' ', i), part.size());
    const std::string_view word = part.substr(i, end - i);
    i = end + 1;
    if (word.empty()) continue;
    const bool small = word.size() <= 3 && is_lower(word[0]);
    if (++words > kMostWords || (!small && !is_upper(word[0]) && static_cast<unsigned char>(word[0]) < 0x80))
      return false;
    if (word.find_first_of("\":;?!") != word.npos) return false;
  }
  return words > 0;
}

// "Nov. 7", "7 November", "Tuesday", "April 5 2023".
bool is_day(std::string_view part) {
  if (part.ends_with("day") && is_name(part)) return true;
  const bool number = std::any_of(part.begin(), part.end(), is_digit);
  return number && part.size() <= 20 && (find_date(std::string(part) + " 2000") || find_date(part));
}

// "2023" behind "Nov. 7".
bool is_year(std::string_view part) { return part.size() == 4 && std::all_of(part.begin(), part.end(), is_digit); }

// The agency in parentheses at the end of `words`, which is taken off.
std::string take_agency(std::string_view& words) {
  words = trimmed(words);
  if (!words.ends_with(')')) return {};
  const std::size_t open = words.rfind('(');
  if (open == words.npos || open == 0) return {};
  const std::string agency(trimmed(words.substr(open + 1, words.size() - open - 2)));
  if (agency.empty() || !is_name(agency)) return {};
  words = trimmed(words.substr(0, open));
  return agency;
}

// The dateline of the words before a dash, its place in the text left out.
std::optional<Dateline> read(std::string_view words, const PageWords& table) {
  Dateline dateline;
  dateline.agency = take_agency(words);
  if (words.starts_with('(') && words.ends_with(')')) words = trimmed(words.substr(1, words.size() - 2));
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t comma = std::min(words.find(',', at), words.size());
    const std::string_view part = trimmed(words.substr(at, comma - at));
    at = comma + 1;
    if (++parts > kMostParts || part.empty()) return std::nullopt;
    if (parts > 1 && (is_day(part) || (is_year(part) && !dateline.day.empty()))) {
      dateline.day += (dateline.day.empty() ? "" : ", ") + std::string(part);
      continue;
    }
    const bool capitals = is_capitals(part);
    if (parts == 1 && !capitals && (dateline.agency.empty() || !is_name(part))) return std::nullopt;
    if (parts == 1 && (table.is_slug(part) || part.starts_with("By "))) return std::nullopt;
    if (!dateline.day.empty() || !is_name(part)) return std::nullopt;
    dateline.place += (dateline.place.empty() ? "" : ", ") + std::string(part);
  }
  return dateline;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view text, const PageWords& words) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < std::min(text.size(), kWithin) && lines < kMostLines;) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    const std::size_t end = stop;
    std::size_t begin = at;
    while (begin < end && is_space(text[begin])) ++begin;
    at = stop + 1;
    if (begin == end) continue;
    ++lines;
    const std::string_view line = text.substr(begin, end - begin);
    const auto dash = find_dash(line);
    if (!dash) continue;
    auto dateline = read(line.substr(0, dash->at), words);
    if (!dateline) continue;
    std::size_t after = begin + dash->end;
    while (after < text.size() && is_space(text[after])) ++after;
    if (after == text.size()) return std::nullopt;  // nothing follows that it could open
    dateline->begin = static_cast<std::uint32_t>(begin);
    dateline->end = static_cast<std::uint32_t>(after);
    return dateline;
  }
  return std::nullopt;
}

}  // namespace annals
