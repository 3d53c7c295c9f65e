// The members that a ledger adds to a record, and stories.
#include "output/stored_json.h"

#include "base/iso_date.h"
#include "output/json_lines.h"
#include "output/json_writer.h"

namespace annals {
namespace {

void text(JsonWriter& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json.key(key).value(value);
}

void date(JsonWriter& json, std::string_view key, const std::optional<std::chrono::sys_days>& day) {
  if (!day) return;
  json.key(key).value(iso_date(*day));
}

void head(JsonWriter& json, const StoryHead& story) {
  text(json, "title", story.title);
  text(json, "source", story.source);
  text(json, "url", story.url);
  date(json, "published", story.published);
}

}  // namespace

void append_stored_json(std::string& out, const StoredRecord& stored) {
  const std::size_t begin = out.size();
  append_json_line(out, stored.record, CodePointIndex());
  out.insert(begin + 1, "\"id\":\"" + to_string(stored.id) + "\",");
  out.resize(out.size() - 2);  // "}\n"
  std::string more;
  JsonWriter json(more);
  json.begin_object();
  date(json, "day", stored.day);
  json.key("story");
  json.begin_object();
  json.key("row").value(stored.story.row);
  head(json, stored.story);
  json.end_object();
  json.end_object();
  out.append(",").append(more, 1).append("\n");
}

void append_story_json(std::string& out, const StoredStory& story) {
  JsonWriter json(out);
  json.begin_object();
  json.key("row").value(story.head.row);
  json.key("doc").value(story.head.doc);
  json.key("version").value(story.version);
  head(json, story.head);
  text(json, "dateline", story.dateline);
  json.key("records");
  json.begin_object();
  for (const RecordKind kind : kRecordKinds) {
    json.key(name_of(kind)).value(story.records[static_cast<std::size_t>(kind)]);
  }
  json.end_object();
  text(json, "text", story.text);
  json.end_object();
  out.push_back('\n');
}

}  // namespace annals
