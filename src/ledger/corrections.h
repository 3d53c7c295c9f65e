// What reviewers said of records, kept in the ledger beside them.
#pragma once
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/stored_record.h"

namespace annals {

enum class Verdict : std::uint8_t {
  right,
  wrong,      // there is no such fact
  fixed,      // there is, but some members are not right
  withdrawn,  // the reviewer takes back what he said
};
inline constexpr std::string_view kVerdictNames[] = {"right", "wrong", "fixed", "withdrawn"};
inline std::string_view name_of(Verdict verdict) { return kVerdictNames[static_cast<int>(verdict)]; }

// One review. A reviewer's newest one of a record is the one that counts.
struct Correction {
  std::int64_t row = 0;
  RecordKind kind = RecordKind::event;
  std::optional<std::int64_t> record;  // none where the story was read again and the record is gone
  std::string doc;
  std::string type;  // the event's, as it was reviewed
  Verdict verdict = Verdict::right;
  std::string changes;  // JSON object of the members as they should be; empty without
  std::string reviewer;
  std::string made;  // ISO 8601, UTC
  std::string note;
  std::string original;  // JSON of the record as it was reviewed
};

// Adds a review and gives it its row and the time. The database must be open to write.
void add_correction(SQLite::Database& db, Correction& correction);

struct CorrectionFilter {
  std::optional<RecordId> record = {};
  std::string reviewer = {};
  std::optional<std::int64_t> before = {};  // rows below this one
  std::int64_t limit = 50;
};

// Newest first.
std::vector<Correction> find_corrections(SQLite::Database& db, const CorrectionFilter& filter);

// The newest review of a record that is not withdrawn, if there is one.
std::optional<Correction> newest_review(SQLite::Database& db, RecordId record);

// All reviews, oldest first.
void each_correction(SQLite::Database& db, const std::function<void(const Correction&)>& give);

}  // namespace annals
