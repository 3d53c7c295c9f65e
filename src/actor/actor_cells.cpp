// Reads cells of the tables of actors.
#include "actor/actor_cells.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"

namespace annals {
namespace {

struct OfficeName {
  std::string_view name;
  Office office;
};
constexpr std::array<OfficeName, 21> kOffices = {{{"head_of_state", Office::head_of_state},
                                                  {"head_of_government", Office::head_of_government},
                                                  {"foreign_minister", Office::foreign_minister},
                                                  {"defence_minister", Office::defence_minister},
                                                  {"group_leader", Office::group_leader},
                                                  {"other", Office::other},
                                                  {"leader", Office::leader},
                                                  {"former", Office::former},
                                                  {"spokesman", Office::spokesman},
                                                  {"counterpart", Office::counterpart},
                                                  {"predecessor", Office::predecessor},
                                                  {"successor", Office::successor},
                                                  {"igo_head", Office::igo_head},
                                                  {"envoy", Office::envoy},
                                                  {"of_country", Office::of_country},
                                                  {"country", Office::country},
                                                  {"mission", Office::mission},
                                                  {"body", Office::body},
                                                  {"craft", Office::craft},
                                                  {"side", Office::side},
                                                  {"none", Office::none}}};

}  // namespace

Office read_office(const TsvTable& table, const TsvRow& row, std::string_view text) {
  if (text.empty()) return Office::none;
  for (const OfficeName& known : kOffices) {
    if (known.name == text) return known.office;
  }
  throw table.error(row, "\"" + std::string(text) + "\" is no office",
                    "Use one of the offices that the head of lexicon/titles.tsv lists.");
}

Sector read_sector(const TsvTable& table, const TsvRow& row, std::string_view text) {
  if (const auto sector = find_sector(text)) return *sector;
  throw table.error(row, "\"" + std::string(text) + "\" is no sector",
                    "Use GOV, LEG, MIL or another of docs/actors.md.");
}

Gender read_gender(std::string_view text) {
  return text == "m" ? Gender::male : text == "f" ? Gender::female : Gender::unknown;
}

Day read_day(const TsvTable& table, const TsvRow& row, std::string_view text, Day otherwise) {
  if (text.empty()) return otherwise;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    std::from_chars(text.data() + 8, text.data() + 10, day);
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (year != 0 && date.ok()) return Day{date};
  throw table.error(row, "\"" + std::string(text) + "\" is no date", "Write dates as 2001-05-16.");
}

std::string_view check_code(const TsvTable& table, const TsvRow& row, std::string_view code) {
  const bool good =
      code.empty() || (code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }));
  if (good) return code;
  throw table.error(row, "\"" + std::string(code) + "\" is no country code",
                    "Use a code of three capitals, as in ISO 3166-1.");
}

std::string_view cell(const TsvRow& row, std::optional<std::size_t> column) {
  return column ? row[*column] : std::string_view{};
}

bool is_abbreviation(std::string_view name) {
  int capitals = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      ++capitals;
    else if (c != '.' && c != '&' && !(c >= '0' && c <= '9') && c != '-')
      return false;
  }
  return capitals >= 2;
}

std::uint64_t office_key(std::string_view country, std::string_view body, Office office) {
  return murmur64a(body.empty() ? country : body, 0x5EED + static_cast<std::uint64_t>(office));
}

}  // namespace annals
