// What the API adds to output/json_lines.h.
#include "server/record_json.h"

#include <algorithm>

#include "base/iso_date.h"
#include "ledger/corrections.h"
#include "output/json_lines.h"
#include "server/correction_json.h"

namespace annals {
namespace {

void write_day(JsonWriter& json, std::string_view key, const std::optional<std::chrono::sys_days>& day) {
  if (!day) return;
  json.key(key).value(iso_date(*day));
}

}  // namespace

bool is_web_address(std::string_view url) {
  const auto starts = [url](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::ranges::equal(url.substr(0, scheme.size()), scheme, {},
                              [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  };
  return starts("https://") || starts("http://");
}

void write_story(JsonWriter& json, const StoryHead& story) {
  json.begin_object();
  json.key("id").value(story.row);
  json.key("doc").value(story.doc);
  write_text(json, "title", story.title);
  write_text(json, "source", story.source);
  if (is_web_address(story.url)) json.key("url").value(story.url);
  write_day(json, "published", story.published);
  json.end_object();
}

void write_record(JsonWriter& json, SQLite::Database& db, const StoredRecord& stored, bool with_story) {
  std::string text;
  append_json_line(text, stored.record, CodePointIndex());
  std::string more;
  JsonWriter extra(more);
  extra.begin_object();
  extra.key("id").value(to_string(stored.id));
  write_day(extra, "day", stored.day);
  if (with_story) {
    extra.key("story");
    write_story(extra, stored.story);
  }
  if (const auto review = newest_review(db, stored.id)) {
    extra.key("review");
    write_correction(extra, *review);
  }
  extra.end_object();
  text.resize(text.size() - 2);  // "}\n"
  text.append(",").append(more, 1, std::string::npos);
  json.raw(text);
}

void write_records(JsonWriter& json, SQLite::Database& db, std::span<const StoredRecord> records, bool with_story) {
  json.begin_array();
  for (const StoredRecord& record : records) write_record(json, db, record, with_story);
  json.end_array();
}

void write_actor(JsonWriter& json, const ActorRow& actor) {
  json.begin_object();
  json.key("id").value(actor.row);
  json.key("name").value(actor.name);
  write_text(json, "country", actor.country);
  write_text(json, "sector", actor.sector);
  json.key("records").value(actor.records);
  json.end_object();
}

void write_place(JsonWriter& json, const PlaceRow& row) {
  json.begin_object();
  json.key("id").value(row.row);
  json.key("name").value(row.place.name);
  write_text(json, "country", row.place.country);
  if (row.place.geonames) json.key("geonames").value(*row.place.geonames);
  if (row.place.latitude && row.place.longitude) {
    json.key("lat").value(*row.place.latitude);
    json.key("lon").value(*row.place.longitude);
  }
  json.key("records").value(row.records);
  json.end_object();
}

void write_next(JsonWriter& json, const std::optional<Cursor>& next) {
  json.key("next");
  next ? json.value(to_string(*next)) : json.null();
}

}  // namespace annals
