// Counts reviews into shares of records found right, by kind and by type.
#include "ledger/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "ledger/corrections.h"

namespace annals {
namespace {

// A record as reviews know it: also after the story was read again.
using Judged = std::tuple<RecordKind, std::string, std::string>;  // kind, doc, original

struct Review {
  Verdict verdict = Verdict::withdrawn;
  std::string type;
};

void count(AgreementRow& row, Verdict verdict) {
  row.right += verdict == Verdict::right ? 1 : 0;
  row.fixed += verdict == Verdict::fixed ? 1 : 0;
  row.wrong += verdict == Verdict::wrong ? 1 : 0;
}

}  // namespace

Interval wilson(std::int64_t hits, std::int64_t cases) {
  if (cases == 0) return {};
  constexpr double z = 1.959963984540054;  // the 97.5th percentile of the normal distribution
  const auto n = static_cast<double>(cases);
  const double p = static_cast<double>(hits) / n;
  const double middle = p + z * z / (2 * n);
  const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {std::max(0.0, (middle - spread) / scale), std::min(1.0, (middle + spread) / scale)};
}

Agreement measure_agreement(SQLite::Database& db) {
  std::map<Judged, std::map<std::string, Review>> records;  // by reviewer; a later review replaces an earlier one
  each_correction(db, [&](const Correction& c) {
    records[{c.kind, c.doc, c.original}][c.reviewer] = {c.verdict, c.type};
  });

  Agreement agreement;
  std::array<AgreementRow, std::size(kRecordKinds)> kinds;
  std::map<std::string, AgreementRow> types;
  for (auto& [judged, reviews] : records) {
    std::erase_if(reviews, [](const auto& one) { return one.second.verdict == Verdict::withdrawn; });
    const RecordKind kind = std::get<0>(judged);
    for (auto first = reviews.begin(); first != reviews.end(); ++first) {
      const auto& [reviewer, review] = *first;
      ++agreement.reviewers[reviewer];
      count(kinds[static_cast<std::size_t>(kind)], review.verdict);
      if (!review.type.empty()) count(types[review.type], review.verdict);
      for (auto second = std::next(first); second != reviews.end(); ++second) {
        ++agreement.judged_pairs;
        agreement.agreed_pairs += second->second.verdict == review.verdict ? 1 : 0;
      }
    }
  }
  for (const RecordKind kind : kRecordKinds) {
    AgreementRow& row = kinds[static_cast<std::size_t>(kind)];
    row.kind = kind;
    if (row.reviewed() > 0) agreement.kinds.push_back(row);
  }
  for (auto& [type, row] : types) {
    row.type = type;
    agreement.types.push_back(row);
  }
  std::ranges::stable_sort(agreement.types, std::greater{}, &AgreementRow::reviewed);
  return agreement;
}

}  // namespace annals
