// A story and its records as the rows that a ledger keeps, before any row has its number.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "annals/record.h"
#include "annals/story.h"
#include "base/utf8.h"
#include "ledger/story_identity.h"
#include "ledger/tables.h"

namespace annals {

// The row of this story that is the index-th of its table.
struct RowRef {
  Table table;
  std::uint32_t index;
};
// Into StoryRows::actors and StoryRows::places.
struct ActorRef {
  std::uint32_t index;
};
struct PlaceRef {
  std::uint32_t index;
};

using Value = std::variant<std::monostate, std::int64_t, double, std::string, RowRef, ActorRef, PlaceRef>;

struct Row {
  Table table;
  std::vector<Value> values;  // by info(table).columns; the first is the row's own RowRef where it has an id
};

// An actor and a place as the ledger tells them apart.
struct ActorKey {
  std::string name, country, sector;
  bool operator==(const ActorKey&) const = default;
};
struct PlaceKey {
  std::string name, country;
  std::int64_t geonames = 0;
  bool operator==(const PlaceKey&) const = default;
};
struct PlaceEntry {
  PlaceKey key;
  std::optional<double> latitude, longitude;
  std::string province;
};

// It owns all that it holds, and is made by the thread that read the story, so that the one that writes only writes.
struct StoryRows {
  StoryIdentity identity;
  std::string source, url, title, dateline, published, text;  // empty where absent
  std::vector<ActorKey> actors;                               // each once, in order of first use
  std::vector<PlaceEntry> places;
  std::vector<Row> rows;                                // of every table but stories, parents before children
  std::array<std::uint32_t, kTableCount> row_counts{};  // of the tables with ids
};

// `index` is of the story's text.
StoryRows rows_of(const Story& story, std::span<const Record> records, const CodePointIndex& index);

// About how many bytes it holds.
std::size_t weight_of(const StoryRows& rows);

}  // namespace annals
