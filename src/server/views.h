// Many records seen at once: what a chart, a map, a network shows. Each writes the schema of the document of its name.
#pragma once
#include "output/json_writer.h"
#include "server/call.h"
#include "server/searches.h"

namespace annals {

void write_timeline(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_map(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_network(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_dyads(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_series(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_speakers(JsonWriter& json, const Snapshot& ledger, const Call& call);
void write_negotiations(JsonWriter& json, const Snapshot& ledger, const Call& call);

}  // namespace annals
