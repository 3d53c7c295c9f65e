// Pairs of countries over time: how many acts of each kind, and how cooperative or hostile they were on average.
#pragma once
#include <SQLiteCpp/Database.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ledger/filter.h"
#include "ledger/query.h"

namespace annals {

// PLOVER's quad classes.
enum class Quad : std::uint8_t { verbal_cooperation, material_cooperation, verbal_conflict, material_conflict };
inline constexpr std::string_view kQuadNames[] = {"verbal_cooperation", "material_cooperation", "verbal_conflict",
                                                  "material_conflict"};

// What each act counts for: lexicon/scores.tsv, or a user's table of that form.
class ActScores {
 public:
  static const ActScores& instance();  // the table that the build embeds
  // Throws Error{Fault::lexicon} for a quad class that there is not, or a score that is no number from -10 to 10.
  ActScores(std::string_view table, const std::string& where);

  struct Score {
    Quad quad;
    double value;
  };
  // Of the mode, or else of the type; null for a type that the table does not have.
  const Score* find(std::string_view type, std::string_view mode) const;

 private:
  std::unordered_map<std::string, Score> scores_;  // by "TYPE/mode"; "TYPE/" is the type's own
};

struct Dyad {
  std::chrono::sys_days first;   // of the period
  std::string actor, recipient;  // ISO 3166-1 alpha-3
  std::int64_t events = 0;       // an event counts once for each pair of countries in it
  std::array<std::int64_t, std::size(kQuadNames)> quads{};
  std::optional<double> mean_score;  // of the events that the scores know
};

// Events of the filter between two different countries, by period, then pair. Only what happened counts, unless the
// filter names a factuality.
std::vector<Dyad> find_dyads(SQLite::Database& db, const RecordFilter& filter, Period period, const ActScores& scores);

}  // namespace annals
