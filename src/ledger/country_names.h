// Which country a user means: by its name, another of its names, or its ISO 3166-1 code of two or three letters.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annals {

class CountryNames {
 public:
  // The table that the build embeds, read once.
  static const CountryNames& instance();

  // `countries` is a table of the form of lexicon/countries.tsv, and is borrowed.
  explicit CountryNames(std::string_view countries);

  // ISO 3166-1 alpha-3; empty where `name` is no country. Case, accents and points do not matter in names; codes are in
  // capitals, for "in" and "us" are words too.
  std::string code(std::string_view name) const;
  // The name by which the press calls it; empty for a code that there is not.
  std::string_view name(std::string_view code) const;
  // The main names, for "did you mean".
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, std::string_view> codes_;  // by folded name
  std::unordered_map<std::string_view, std::string_view> main_names_;
  std::vector<std::string> names_;
};

}  // namespace annals
