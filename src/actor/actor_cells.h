// Cells of the tables of actors: offices, sectors, genders, days, codes, lists of names.
#pragma once
#include <optional>
#include <string_view>

#include "actor/actor_lexicon.h"
#include "base/tsv.h"

namespace annals {

inline constexpr Day kLongAgo{std::chrono::days{-200000}};
inline constexpr Day kForever{std::chrono::days{200000}};

Office read_office(const TsvTable& table, const TsvRow& row, std::string_view text);

Sector read_sector(const TsvTable& table, const TsvRow& row, std::string_view text);

Gender read_gender(std::string_view text);

// "2001-05-16", or `otherwise` for an empty cell.
Day read_day(const TsvTable& table, const TsvRow& row, std::string_view text, Day otherwise);

std::string_view check_code(const TsvTable& table, const TsvRow& row, std::string_view code);

// A cell of an optional column.
std::string_view cell(const TsvRow& row, std::optional<std::size_t> column);

// Calls `use` with each part of "a|b|c".
template <typename Use>
void each_part(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (const auto part = list.substr(0, bar); !part.empty()) use(part);
    if (bar == std::string_view::npos) return;
    list.remove_prefix(bar + 1);
  }
}

// Whether a name is an abbreviation: two or more letters, all of them capitals.
bool is_abbreviation(std::string_view name);

std::uint64_t office_key(std::string_view country, std::string_view body, Office office);

}  // namespace annals
