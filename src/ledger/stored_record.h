// A record as the ledger gives it back: with its id, and the head of the story it came from.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annals/record.h"

namespace annals {

// The alternatives of Record, in their order.
enum class RecordKind : std::uint8_t { event, statement, figure, movement, talks, role };
inline constexpr RecordKind kRecordKinds[] = {RecordKind::event,    RecordKind::statement, RecordKind::figure,
                                              RecordKind::movement, RecordKind::talks,     RecordKind::role};

inline std::string_view name_of(RecordKind kind) { return kKindNames[static_cast<int>(kind)]; }

// The letter that a record's printed id begins with.
inline char letter_of(RecordKind kind) { return name_of(kind)[0]; }

// "e17": the letter of the kind and the row.
struct RecordId {
  RecordKind kind = RecordKind::event;
  std::int64_t row = 0;

  bool operator==(const RecordId&) const = default;
};

std::string to_string(RecordId id);
std::optional<RecordId> parse_record_id(std::string_view text);

// A story without its text.
struct StoryHead {
  std::int64_t row = 0;
  std::string doc;
  std::string source;
  std::string title;
  std::string url;
  std::optional<std::chrono::sys_days> published;

  bool operator==(const StoryHead&) const = default;
};

// The offsets of `record` are code points, as the ledger keeps them; an empty CodePointIndex passes them on as they
// are, so that what writes records of a story writes these too.
struct StoredRecord {
  RecordId id;
  Record record;
  StoryHead story;
  std::optional<std::chrono::sys_days> day;  // the first day of `when`, or else the story's
};

}  // namespace annals
