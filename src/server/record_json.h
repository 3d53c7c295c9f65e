// Records, stories, actors and places of a ledger as the API gives them.
#pragma once
#include <SQLiteCpp/Database.h>

#include <span>
#include <string>

#include "ledger/query.h"
#include "output/json_writer.h"

namespace annals {

// Whether a link may be followed: http and https only. A story's url is whatever its page said, and
// "javascript:..." would run in our page.
bool is_web_address(std::string_view url);

// {"id":12,"doc":...,"title":...,...}: StoryRef of the document.
void write_story(JsonWriter& json, const StoryHead& story);

// LEDGER.md's form with "id", "day" and "review", and with "story" where the reader does not have it already.
void write_record(JsonWriter& json, SQLite::Database& db, const StoredRecord& record, bool with_story = true);
void write_records(JsonWriter& json, SQLite::Database& db, std::span<const StoredRecord> records,
                   bool with_story = true);

void write_actor(JsonWriter& json, const ActorRow& actor);  // KnownActor
void write_place(JsonWriter& json, const PlaceRow& place);  // KnownPlace

// "next": the cursor, or null.
void write_next(JsonWriter& json, const std::optional<Cursor>& next);

// A member that is left out where there is nothing to say.
inline void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.key(key).value(text);
}

}  // namespace annals
