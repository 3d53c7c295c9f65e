// Each filter's name, value and meaning, as one table, and the reading of values.
#include "ledger/filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "annals/error.h"
#include "base/closest.h"
#include "base/iso_date.h"

namespace annals {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

Error bad_value(std::string_view option, std::string_view value, const std::string& problem, std::string remedy) {
  return Error{Fault::usage, "--" + std::string(option), "\"" + std::string(value) + "\" " + problem,
               std::move(remedy)};
}

// "2023-10-01", or the first and last day of "2023-10" and "2023".
struct Days {
  sys_days first, last;
};

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || fault != std::errc{} || stop != digits.data() + digits.size() || number < 0)
    return std::nullopt;
  return number;
}

std::optional<Days> days_of(std::string_view value) {
  if (const auto whole = parse_iso_date(value)) return Days{*whole, *whole};
  if (value.size() != 4 && (value.size() != 7 || value[4] != '-')) return std::nullopt;
  const auto y = number_of(value.substr(0, 4));
  if (!y || *y == 0) return std::nullopt;
  if (value.size() == 4) {
    return Days{sys_days{year{*y} / month{1} / day{1}}, sys_days{year{*y} / month{12} / day{31}}};
  }
  const auto m = number_of(value.substr(5));
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const auto of = year{*y} / month{static_cast<unsigned>(*m)};
  return Days{sys_days{of / day{1}}, sys_days{of / std::chrono::last}};
}

Days days_or_throw(std::string_view option, std::string_view value) {
  const auto days = days_of(value);
  if (!days) throw bad_value(option, value, "is no date", "Write it as 2023-10-01, 2023-10 or 2023.");
  return *days;
}

std::optional<double> real(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  double number = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || fault != std::errc{} || stop != text.data() + text.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

void set_near(RecordFilter& filter, std::string_view value) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const auto number = real(value.substr(at, comma - at));
    if (!number) break;
    numbers.push_back(*number);
    at = comma + 1;
  }
  const bool whole = numbers.size() == 3 && std::count(value.begin(), value.end(), ',') == 2;
  if (!whole || std::abs(numbers[0]) > 90 || std::abs(numbers[1]) > 180 || numbers[2] <= 0) {
    throw bad_value("near", value, "is no circle", "Write latitude, longitude and kilometres: --near 31.5,34.47,25.");
  }
  filter.near = Near{numbers[0], numbers[1], numbers[2]};
}

void set_limit(RecordFilter& filter, std::string_view value) {
  std::uint32_t number = 0;
  const auto [stop, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (value.empty() || fault != std::errc{} || stop != value.data() + value.size() || number == 0) {
    throw bad_value("limit", value, "is no number of records", "Write a whole number from 1: --limit 50.");
  }
  filter.limit = number;
}

void set_order(RecordFilter& filter, std::string_view value) {
  if (value != "newest" && value != "oldest") {
    throw bad_value("order", value, "is no order", "Choose newest or oldest.");
  }
  filter.order = value == "newest" ? Order::newest : Order::oldest;
}

void set_after(RecordFilter& filter, std::string_view value) {
  filter.after = parse_cursor(value);
  if (!filter.after) {
    throw bad_value("after", value, "is no place in a list", "Give what the page before it named as `next`.");
  }
}

void set_factuality(RecordFilter& filter, std::string_view value) {
  for (const std::string_view name : kFactualityNames) {
    if (name == value) return filter.factuality.emplace_back(value), void();
  }
  const std::vector<std::string> names(std::begin(kFactualityNames), std::end(kFactualityNames));
  const auto near = closest(value, names);
  throw bad_value("factuality", value, "is no factuality",
                  near ? "Did you mean " + *near + "?" : "Choose actual, future, hypothetical or negated.");
}

void set_status(RecordFilter& filter, std::string_view value) {
  std::string folded(value);
  for (char& c : folded) c = c == ' ' || c == '-' ? '_' : c;
  for (const std::string_view name : kTalksStatusNames) {
    if (name == folded) return filter.status.push_back(folded), void();
  }
  const std::vector<std::string> names(std::begin(kTalksStatusNames), std::end(kTalksStatusNames));
  const auto near = closest(folded, names);
  throw bad_value(
      "status", value, "is no status of talks",
      near ? "Did you mean " + *near + "?" : "Choose proposed, planned, under_way, stalled, agreed, failed or ended.");
}

template <auto Member>
void add(RecordFilter& filter, std::string_view value) {
  (filter.*Member).emplace_back(value);
}

// Types are written in capitals, modes and measures in small letters: what a user types need not be.
void add_type(RecordFilter& filter, std::string_view value) {
  std::string& type = filter.type.emplace_back(value);
  for (char& c : type) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::string_view kAllKinds = "esfmtr";
constexpr std::string_view kAllAndStories = "esfmtrS";

constexpr FilterOption kOptions[] = {
    {"actor", "NAME", "Who does it, says it, goes or takes part: a name, a word of it, a country or its ISO code",
     "esmtr", add<&RecordFilter::actor>},
    {"recipient", "NAME", "To whom it is done or said", "es", add<&RecordFilter::recipient>},
    {"involving", "NAME", "Who is on either side", "esmtr", add<&RecordFilter::involving>},
    {"mediator", "NAME", "Who mediates", "t", add<&RecordFilter::mediator>},
    {"person", "NAME", "Whose role it is", "r", add<&RecordFilter::person>},
    {"type", "TYPE", "PLOVER's type of event: SANCTION", "e", add_type},
    {"mode", "MODE", "PLOVER's mode of the type: withdraw", "e", add<&RecordFilter::mode>},
    {"context", "CONTEXT", "PLOVER's context: diplomatic", "e", add<&RecordFilter::context>},
    {"status", "STATUS", "How the talks stand: proposed, planned, under_way, stalled, agreed, failed or ended", "t",
     set_status},
    {"measure", "NAME", "What is counted: trucks, killed, displaced", "f", add<&RecordFilter::measure>},
    {"said-by", "NAME", "Whose word it is: the speaker, or the source that the story names", kAllKinds,
     add<&RecordFilter::said_by>},
    {"where", "PLACE", "Where: a place, a province or a country, with all that lies in it", kAllKinds,
     add<&RecordFilter::where>},
    {"near", "LAT,LON,KM", "Within so many kilometres of a point", kAllKinds, set_near},
    {"since", "DATE", "From this day on: 2023-10-01, 2023-10 or 2023", kAllAndStories,
     [](RecordFilter& filter, std::string_view value) { filter.since = days_or_throw("since", value).first; }},
    {"until", "DATE", "Up to this day, which is included", kAllAndStories,
     [](RecordFilter& filter, std::string_view value) { filter.until = days_or_throw("until", value).last; }},
    {"text", "WORDS", "Words that follow each other in the record's sentence; word* for all that begin so",
     kAllAndStories, add<&RecordFilter::text>},
    {"factuality", "WORD", "actual, future, hypothetical or negated", kAllKinds, set_factuality},
    {"source", "NAME", "Who published the story", kAllAndStories, add<&RecordFilter::source>},
    {"doc", "ID", "The story's own id", kAllAndStories, add<&RecordFilter::doc>},
    {"limit", "N", "At most so many", kAllAndStories, set_limit},
    {"order", "ORDER", "newest (the default) or oldest first", kAllAndStories, set_order},
    {"after", "PLACE", "Go on behind this place of the list, which the page before it named", kAllAndStories,
     set_after},
};

}  // namespace

std::span<const FilterOption> filter_options() { return kOptions; }

void set_filter(RecordFilter& filter, std::string_view name, std::string_view value) {
  std::string hyphened(name);
  for (char& c : hyphened) c = c == '_' ? '-' : c;
  std::vector<std::string> names;
  for (const FilterOption& option : kOptions) {
    if (option.name == hyphened) return option.set(filter, value);
    names.emplace_back(option.name);
  }
  const auto near = closest(hyphened, names);
  throw Error{Fault::usage, "filter", "there is no filter \"" + std::string(name) + "\"",
              near ? "Did you mean " + *near + "?" : "docs/querying.md lists the filters."};
}

std::string to_string(const Cursor& cursor) { return cursor.day + ":" + to_string(cursor.id); }

std::optional<Cursor> parse_cursor(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  const auto id = parse_record_id(text.substr(colon + 1));
  const std::string_view day = text.substr(0, colon);
  if (!id || (!day.empty() && (day.size() != 10 || !parse_iso_date(day)))) return std::nullopt;
  return Cursor{std::string(day), *id};
}

}  // namespace annals
