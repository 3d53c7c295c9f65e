// The table, read once.
#include "server/scores.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/tsv.h"
#include "ledger/lexicon_tables.h"

namespace annals {
namespace {

using Scores = std::map<std::pair<std::string, std::string>, Score>;

Scores read_scores() {
  const TsvTable table(scores_table(), "lexicon/scores.tsv");
  const std::size_t type = table.column("type"), mode = table.column("mode"), quad = table.column("quad"),
                    score = table.column("score");
  Scores scores;
  for (const TsvRow& row : table) {
    const auto* name = std::find(std::begin(kQuadNames), std::end(kQuadNames), row[quad]);
    if (name == std::end(kQuadNames)) throw table.error(row, "there is no such quad class", "Take one of PLOVER's.");
    scores[{std::string(row[type]), std::string(row[mode])}] = {static_cast<Quad>(name - kQuadNames),
                                                                std::stod(std::string(row[score]))};
  }
  return scores;
}

}  // namespace

const Score* score_of(const std::string& type, const std::string& mode) {
  static const Scores scores = read_scores();
  auto found = scores.find({type, mode});
  if (found == scores.end()) found = scores.find({type, ""});
  return found == scores.end() ? nullptr : &found->second;
}

}  // namespace annals
