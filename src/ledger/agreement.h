// How right the records are, by the reviews: precision by kind and by type of event.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ledger/stored_record.h"

namespace annals {

struct Interval {
  double low = 0;
  double high = 1;
};

// The 95% interval of Wilson (1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22)
// for a share of `hits` in `cases`, which holds for few cases and for shares near 0 and 1.
Interval wilson(std::int64_t hits, std::int64_t cases);

struct AgreementRow {
  RecordKind kind = RecordKind::event;
  std::string type;  // of events; empty in the row of a whole kind
  std::int64_t right = 0, fixed = 0, wrong = 0;

  std::int64_t reviewed() const { return right + fixed + wrong; }
  double precision() const { return static_cast<double>(right) / static_cast<double>(reviewed()); }
  double lenient() const { return static_cast<double>(right + fixed) / static_cast<double>(reviewed()); }
};

struct Agreement {
  std::vector<AgreementRow> kinds;                // those with reviews, in the order of kinds
  std::vector<AgreementRow> types;                // most reviewed first
  std::map<std::string, std::int64_t> reviewers;  // how many reviews of each count
  std::int64_t judged_pairs = 0;                  // pairs of reviewers who judged the same record
  std::int64_t agreed_pairs = 0;                  // those with the same verdict
};

// Of each reviewer's newest review of each record. A record that several judged counts once for each.
Agreement measure_agreement(SQLite::Database& db);

}  // namespace annals
