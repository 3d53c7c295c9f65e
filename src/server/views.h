// Many records seen at once: what a chart, a map, a network shows. Each writes the schema of the document of its name.
#pragma once
#include <SQLiteCpp/Database.h>

#include "output/json_writer.h"
#include "server/call.h"

namespace annals {

void write_timeline(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_map(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_network(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_dyads(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_series(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_speakers(JsonWriter& json, SQLite::Database& db, const Call& call);
void write_negotiations(JsonWriter& json, SQLite::Database& db, const Call& call);

}  // namespace annals
