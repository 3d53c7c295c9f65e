// CAMEO codes of events, from lexicon/cameo.tsv.
#include "record/cameo.h"

#include <algorithm>

#include "base/tsv.h"

namespace annals {
namespace {

std::string key_of(std::string_view type, std::string_view mode) { return std::string(type).append("/").append(mode); }

bool is_code(std::string_view code) {
  return code.size() >= 2 && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CameoCodes::CameoCodes(const Lexicon& lexicon) {
  for (const Lexicon::Table& source : lexicon.tables("cameo.tsv")) {
    const TsvTable table(source.text, source.where);
    const std::size_t type = table.column("type"), mode = table.column("mode"), code = table.column("cameo");
    for (const TsvRow& row : table) {
      if (!is_code(row[code])) {
        throw table.error(row, "\"" + std::string(row[code]) + "\" is no CAMEO code",
                          "Write two to four digits, as 042 or 1724.");
      }
      codes_[key_of(row[type], row[mode])] = row[code];
    }
  }
}

std::string_view CameoCodes::code(std::string_view type, std::string_view mode) const {
  auto found = codes_.find(key_of(type, mode));
  if (found == codes_.end()) found = codes_.find(key_of(type, ""));
  return found == codes_.end() ? std::string_view() : std::string_view(found->second);
}

void CameoCodes::fill(std::span<Record> records) const {
  for (Record& record : records) {
    if (auto* event = std::get_if<Event>(&record)) event->cameo = code(event->type, event->mode);
  }
}

}  // namespace annals
