// The views, one by one and together.
#include <array>

#include "ledger/phrases.h"
#include "ledger/sentences.h"
#include "server/filters.h"
#include "server/routes.h"
#include "server/views.h"

namespace annals {
namespace {

using View = void (*)(JsonWriter& json, const Snapshot& ledger, const Call& call);

// Which sentences say the words that are looked for is the same for all kinds of records.
void lay_in_sentences(const Snapshot& ledger, const Call& call) {
  for (const std::string& phrase : filter_of(without_cursor(call), RecordKind::event).text) {
    define_says(ledger.db);
    ledger.lay_in(sentences_saying(phrase));
  }
}

Answer view(const ApiParts& parts, const Call& call, View write) {
  const std::string state = parts.ledger.state();
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const Snapshot ledger{db, parts.searches, state};
            lay_in_sentences(ledger, call);
            std::string out;
            JsonWriter json(out);
            write(json, ledger, call);
            return out;
          })};
}

struct Part {
  std::string_view name;
  View write;
};
constexpr std::array<Part, 6> kParts = {{{"timeline", write_timeline},
                                         {"map", write_map},
                                         {"network", write_network},
                                         {"series", write_series},
                                         {"speakers", write_speakers},
                                         {"negotiations", write_negotiations}}};

bool included(const Call& call, std::string_view part) {
  bool any = false;
  for (const auto& [name, value] : call.query) {
    if (name != "include") continue;
    if (value == part) return true;
    any = true;
  }
  return !any;
}

void write_overview(JsonWriter& json, const Snapshot& ledger, const Call& call) {
  json.begin_object();
  for (const Part& part : kParts) {
    if (!included(call, part.name)) continue;
    json.key(part.name);
    part.write(json, ledger, call);
  }
  json.end_object();
}

}  // namespace

Answer get_timeline(const ApiParts& parts, const Call& call) { return view(parts, call, write_timeline); }
Answer get_map(const ApiParts& parts, const Call& call) { return view(parts, call, write_map); }
Answer get_network(const ApiParts& parts, const Call& call) { return view(parts, call, write_network); }
Answer get_dyads(const ApiParts& parts, const Call& call) { return view(parts, call, write_dyads); }
Answer get_series(const ApiParts& parts, const Call& call) { return view(parts, call, write_series); }
Answer get_speakers(const ApiParts& parts, const Call& call) { return view(parts, call, write_speakers); }
Answer get_negotiations(const ApiParts& parts, const Call& call) { return view(parts, call, write_negotiations); }
Answer get_overview(const ApiParts& parts, const Call& call) { return view(parts, call, write_overview); }

}  // namespace annals
