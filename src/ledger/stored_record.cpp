// The printed ids of records.
#include "ledger/stored_record.h"

#include <charconv>

namespace annals {

std::string to_string(RecordId id) { return letter_of(id.kind) + std::to_string(id.row); }

std::optional<RecordId> parse_record_id(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  for (const RecordKind kind : kRecordKinds) {
    if (letter_of(kind) != text[0]) continue;
    std::int64_t row = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data() + 1, end, row);
    if (fault != std::errc{} || stop != end || row < 1) return std::nullopt;
    return RecordId{kind, row};
  }
  return std::nullopt;
}

}  // namespace annals
