// Reads lexicon/times.tsv into a hash table of entries.
#include "time/time_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/hash.h"
#include "base/tsv.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 34> kClassNames = {
    "month",    "weekday",       "weekdays",   "unit",     "units",   "number",    "scale",    "ordinal", "vague",
    "fraction", "decade",        "position",   "shift",    "deictic", "reference", "part",     "parts",   "clock",
    "meridiem", "zone",          "season",     "festival", "date",    "frequency", "each",     "times",   "per",
    "bound",    "bound_of_unit", "amount_mod", "filler",   "fiscal",  "planning",  "deferring"};
constexpr std::array<std::string_view, 7> kNeedsNames = {"", "capital", "noun", "adverb", "adjective", "verb", "dated"};
constexpr std::array<std::string_view, 13> kUnitNames = {
    "", "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"};

template <std::size_t N>
std::optional<std::size_t> index_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

std::optional<int> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Numbers of the table stay small enough for the products of a few of them.
constexpr int kLargest = 1'000'000;
constexpr int kMostUnitsInOne = 10;

bool read_number(std::string_view text, TimeEntry& entry) {
  const auto number = number_in(text);
  entry.number = number.value_or(0);
  return number && *number >= -kLargest && *number <= kLargest;
}

// "week*2": two weeks.
bool read_unit(std::string_view text, TimeEntry& entry) {
  const std::size_t star = text.find('*');
  const auto unit = index_in(kUnitNames, text.substr(0, star));
  if (!unit || *unit == 0) return false;
  entry.unit = static_cast<Unit>(*unit);
  entry.number = 1;
  if (star == std::string_view::npos) return true;
  return read_number(text.substr(star + 1), entry) && entry.number >= 1 && entry.number <= kMostUnitsInOne;
}

// "-1 now span PAST_REF": a step, where it is counted from, whether it is always a stretch, and the value that the
// stretch has before units without a number.
bool read_step(std::string_view text, TimeEntry& entry) {
  const auto parts = split_cell(text, ' ');
  if (parts.size() < 2 || (parts[1] != "now" && parts[1] != "then")) return false;
  entry.origin = parts[1] == "now" ? Origin::now : Origin::then;
  entry.span = parts.size() > 2 && parts[2] == "span";
  entry.value = parts.size() > 3 ? parts[3] : std::string_view{};
  return read_number(parts[0], entry);
}

// "day -1 NI": a unit, a step, and a part of the day.
bool read_deictic(std::string_view text, TimeEntry& entry) {
  const auto parts = split_cell(text, ' ');
  if (parts.size() < 2 || !read_unit(parts[0], entry)) return false;
  if (parts.size() > 2) entry.value = parts[2];
  return read_number(parts[1], entry);
}

// "12:30": minutes since midnight.
bool read_clock(std::string_view text, TimeEntry& entry) {
  const auto parts = split_cell(text, ':');
  if (parts.size() != 2) return false;
  const auto hour = number_in(parts[0]), minute = number_in(parts[1]);
  entry.number = hour.value_or(0) * 60 + minute.value_or(0);
  return hour && minute && *hour <= 24 && *minute < 60;
}

bool read_date(std::string_view text) {
  const auto parts = split_cell(text, '-');
  return parts.size() == 3 && std::ranges::all_of(parts, [](std::string_view p) { return number_in(p).has_value(); });
}

bool read_value(std::string_view text, TimeEntry& entry) {
  entry.value = text;
  switch (entry.cls) {
    case TimeClass::month:
      return read_number(text, entry) && entry.number >= 1 && entry.number <= 12;
    case TimeClass::weekday:
    case TimeClass::weekdays:
      return read_number(text, entry) && entry.number >= 1 && entry.number <= 7;
    case TimeClass::number:
    case TimeClass::scale:
    case TimeClass::ordinal:
    case TimeClass::decade:
    case TimeClass::times:
    case TimeClass::meridiem:
      return read_number(text, entry);
    case TimeClass::unit:
    case TimeClass::units:
    case TimeClass::frequency:
      return read_unit(text, entry);
    case TimeClass::position:
    case TimeClass::shift:
      return read_step(text, entry);
    case TimeClass::deictic:
      return entry.value.clear(), read_deictic(text, entry);
    case TimeClass::clock:
      return read_clock(text, entry);
    case TimeClass::date:
      return read_date(text);
    case TimeClass::festival:
      return (entry.rule = parse_festival_rule(text)).has_value();
    case TimeClass::amount_mod: {
      const auto parts = split_cell(text, ' ');
      if (parts.empty()) return false;
      entry.value = parts[0];
      entry.outside = parts.size() > 1 && parts[1] == "outside";
      return true;
    }
    default:
      return true;
  }
}

// The words as the tokenizer cuts them: "new year's" is "new year 's", "eid al-fitr" is "eid al - fitr".
std::string as_tokens(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view rest = words.substr(i);
    if (rest == "'s" || rest.starts_with("'s ")) {
      out += " 's";
      ++i;
    } else if (rest.starts_with("' ") || rest == "'") {
      out += " '";
    } else if (words[i] == '-') {
      out += " - ";
    } else {
      out += words[i];
    }
  }
  return out;
}

TimeEntry read_entry(const TsvTable& table, const TsvRow& row) {
  const auto cls = index_in(kClassNames, row[table.column("class")]);
  if (!cls) {
    throw table.error(row, "there is no class \"" + std::string(row[table.column("class")]) + "\" of time words",
                      "Use one of the classes that docs/times.md explains.");
  }
  const auto needs_column = table.find_column("needs");
  const auto needs = index_in(kNeedsNames, needs_column ? row[*needs_column] : std::string_view{});
  if (!needs) {
    throw table.error(row, "the column needs says \"" + std::string(row[*needs_column]) + "\"",
                      "Use capital, noun, adverb, adjective, verb or dated, or leave it empty.");
  }
  TimeEntry entry{
      .cls = static_cast<TimeClass>(*cls), .needs = static_cast<TimeNeeds>(*needs), .value = {}, .rule = {}, .row = 0};
  if (!read_value(row[table.column("value")], entry)) {
    throw table.error(row,
                      "\"" + std::string(row[table.column("value")]) + "\" is no value of the class " +
                          std::string(kClassNames[*cls]),
                      "Write it as the other rows of that class do.");
  }
  return entry;
}

}  // namespace

// The entries of all tables by their words, before they are frozen.
struct TimeLexicon::Rows {
  std::map<std::string, std::vector<TimeEntry>> by_words;
  std::map<std::string, std::uint32_t> longest;

  void add(const TsvTable& table, std::size_t number, std::vector<Place>& places) {
    std::map<std::string, std::vector<TimeEntry>> own;
    for (const TsvRow& row : table) {
      const std::string words = as_tokens(row[table.column("words")]);
      if (words.empty()) throw table.error(row, "the row has no words", "Write them in the column words.");
      TimeEntry entry = read_entry(table, row);
      places.push_back({number, row.line});
      entry.row = static_cast<int>(places.size());
      own[words].push_back(std::move(entry));
    }
    for (auto& [words, entries] : own) {
      const std::string head = words.substr(0, words.find(' '));
      const auto length = static_cast<std::uint32_t>(std::ranges::count(words, ' ')) + 1;
      longest[head] = std::max(longest[head], length);
      by_words.try_emplace(head);
      by_words[words] = std::move(entries);
    }
  }
};

TimeLexicon TimeLexicon::parse(std::span<const Table> tables) {
  TimeLexicon lexicon;
  Rows rows;
  for (const Table& table : tables) {
    rows.add(TsvTable{table.text, table.where}, lexicon.tables_.size(), lexicon.places_);
    lexicon.tables_.push_back(table.where);
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (auto& [words, entries] : rows.by_words) {
    keys.emplace_back(murmur64a(words), static_cast<std::uint32_t>(lexicon.groups_.size()));
    const auto found = rows.longest.find(words);
    lexicon.groups_.push_back({static_cast<std::uint32_t>(lexicon.entries_.size()),
                               static_cast<std::uint32_t>(entries.size()),
                               found == rows.longest.end() ? 0 : found->second});
    std::ranges::move(entries, std::back_inserter(lexicon.entries_));
  }
  lexicon.slots_ = freeze(keys);
  lexicon.map_ = FrozenMap{lexicon.slots_};
  return lexicon;
}

std::string TimeLexicon::where(int row) const {
  if (row < 1 || static_cast<std::size_t>(row) > places_.size()) return {};
  const Place& place = places_[static_cast<std::size_t>(row) - 1];
  return tables_[place.table] + ":" + std::to_string(place.line);
}

}  // namespace annals
