// Country names from the lexicon; two-letter codes from ICU.
#include "ledger/country_names.h"

#include <unicode/uloc.h>

#include <algorithm>

#include "actor/folding.h"
#include "base/tsv.h"
#include "ledger/lexicon_tables.h"

namespace annals {
namespace {

bool all_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

const CountryNames& CountryNames::instance() {
  static const CountryNames names(countries_table());
  return names;
}

CountryNames::CountryNames(std::string_view countries) {
  const TsvTable table(countries, "lexicon/countries.tsv");
  const std::size_t code = table.column("code"), name = table.column("name"), aliases = table.column("aliases"),
                    until = table.column("until");
  // States that are gone come second, so that they take no name from one that is there.
  for (const bool gone : {false, true}) {
    for (const TsvRow& row : table) {
      if (row[until].empty() == gone) continue;
      codes_.emplace(folded(row[name]), row[code]);
      for (const std::string_view alias : split_cell(row[aliases])) codes_.emplace(folded(alias), row[code]);
      if (main_names_.emplace(row[code], row[name]).second) names_.emplace_back(row[name]);
    }
  }
}

std::string CountryNames::code(std::string_view name) const {
  if (name.size() == 3 && all_capitals(name) && main_names_.contains(name)) return std::string(name);
  if (name.size() == 2 && all_capitals(name)) {
    const std::string alpha3 = uloc_getISO3Country(("und_" + std::string(name)).c_str());
    if (main_names_.contains(alpha3)) return alpha3;
  }
  std::string key = folded(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  const auto found = codes_.find(key);
  return found == codes_.end() ? std::string() : std::string(found->second);
}

std::string_view CountryNames::name(std::string_view code) const {
  const auto found = main_names_.find(code);
  return found == main_names_.end() ? std::string_view{} : found->second;
}

}  // namespace annals
