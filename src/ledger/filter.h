// What a question asks of the ledger: the filters that the command line and the HTTP API share.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/stored_record.h"

namespace annals {

// A circle on the earth.
struct Near {
  double latitude = 0;
  double longitude = 0;
  double kilometres = 0;

  bool operator==(const Near&) const = default;
};

enum class Order : std::uint8_t { newest, oldest };  // undated records come last in both

// Where a page ended: the day, and the record of that day.
struct Cursor {
  std::string day;  // empty among the undated
  RecordId id;

  bool operator==(const Cursor&) const = default;
};

std::string to_string(const Cursor& cursor);                // "2023-11-04:e17"
std::optional<Cursor> parse_cursor(std::string_view text);  // nothing where it is none

// Several values of one filter are alternatives; of `text`, all must be there. A kind that has no such thing (a figure
// has no recipient) gives no records while the filter is set. Names are matched as docs/querying.md says.
struct RecordFilter {
  std::vector<RecordKind> kinds;       // none: all
  std::vector<std::string> actor;      // who does it, says it, goes, takes part; the person or the body of a role
  std::vector<std::string> recipient;  // to whom it is done or said
  std::vector<std::string> involving;  // either side
  std::vector<std::string> mediator;
  std::vector<std::string> said_by;  // the speaker of a statement, the source of any other record
  std::vector<std::string> person;   // of a role
  std::vector<std::string> type, mode, context;
  std::vector<std::string> status;   // of talks
  std::vector<std::string> measure;  // of a figure
  std::vector<std::string> factuality;
  std::optional<std::chrono::sys_days> since, until;  // both inclusive
  std::vector<std::string> where;
  std::optional<Near> near;
  std::vector<std::string> text;  // phrases of the record's sentence, or of a story
  std::vector<std::string> source;
  std::vector<std::string> doc;
  std::optional<std::uint32_t> limit;
  Order order = Order::newest;
  std::optional<Cursor> after;
};

// One filter as a user gives it.
struct FilterOption {
  std::string_view name;     // "said-by"; the API writes "said_by"
  std::string_view value;    // what its value is called in help: "NAME"
  std::string_view meaning;  // one sentence, without a period
  std::string_view kinds;    // letters of the kinds it fits, "esf"; 'S' among them: stories too
  void (*set)(RecordFilter& filter, std::string_view value);  // adds the value; throws Error{Fault::usage}
};

// All filters but the kinds, in the order in which help shows them.
std::span<const FilterOption> filter_options();

// Sets the filter called `name`, with hyphens or underscores. Throws Error{Fault::usage} for a name that there is not,
// with the nearest one, and for a value that can not be.
void set_filter(RecordFilter& filter, std::string_view name, std::string_view value);

}  // namespace annals
