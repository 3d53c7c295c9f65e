// Lists of records and stories, and single ones.
#include "base/utf8.h"
#include "ledger/corrections.h"
#include "ledger/query.h"
#include "server/correction_json.h"
#include "server/filters.h"
#include "server/problem.h"
#include "server/record_json.h"
#include "server/routes.h"

namespace annals {
namespace {

Problem nothing_there(const std::string& what) {
  return {404, "The ledger has no " + what + ".",
          "Take ids from the answers of the lists; a story that is read again has new ones."};
}

// The part of `text` from code point `begin` to `end`.
std::string slice(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  std::size_t at = 0;
  std::uint32_t seen = 0;
  const auto advance = [&](std::uint32_t to) {
    for (; seen < to && at < text.size(); ++seen) at += sequence_length(std::string_view(text).substr(at));
    return at;
  };
  const std::size_t first = advance(begin);
  return text.substr(first, advance(end) - first);
}

}  // namespace

template <RecordKind kind>
Answer get_records(const ApiParts& parts, const Call& call) {
  const RecordFilter filter = filter_of(call, kind);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const RecordPage page = find_records(db, filter);
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("items");
            write_records(json, db, page.records);
            write_next(json, page.next);
            json.end_object();
            return out;
          })};
}

template Answer get_records<RecordKind::event>(const ApiParts&, const Call&);
template Answer get_records<RecordKind::statement>(const ApiParts&, const Call&);
template Answer get_records<RecordKind::figure>(const ApiParts&, const Call&);
template Answer get_records<RecordKind::movement>(const ApiParts&, const Call&);
template Answer get_records<RecordKind::talks>(const ApiParts&, const Call&);
template Answer get_records<RecordKind::role>(const ApiParts&, const Call&);

Answer get_record(const ApiParts& parts, const Call& call) {
  const auto id = parse_record_id(call.path_value);
  if (!id) throw nothing_there("record " + call.path_value);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const auto record = find_record(db, *id);
            if (!record) throw nothing_there("record " + call.path_value);
            const auto story = find_story(db, record->story.row);
            constexpr std::uint32_t kAround = 300;  // code points
            const Words& evidence = common(record->record).evidence;
            const std::uint32_t before = evidence.begin > kAround ? evidence.begin - kAround : 0;
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("record");
            write_record(json, db, *record);
            json.key("before").value(story ? slice(story->text, before, evidence.begin) : "");
            json.key("after").value(story ? slice(story->text, evidence.end, evidence.end + kAround) : "");
            json.key("reviews");
            json.begin_array();
            for (const Correction& review : find_corrections(db, {.record = *id, .limit = 500})) {
              write_correction(json, review);
            }
            json.end_array();
            json.end_object();
            return out;
          })};
}

Answer get_stories(const ApiParts& parts, const Call& call) {
  const RecordFilter filter = filter_of(call, kStories);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const StoryPage page = find_stories(db, filter);
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("items");
            json.begin_array();
            for (const StoredStory& story : page.stories) write_story(json, story.head);
            json.end_array();
            write_next(json, page.next);
            json.end_object();
            return out;
          })};
}

Answer get_story(const ApiParts& parts, const Call& call) {
  const std::int64_t row = std::stoll(call.path_value);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            const auto story = find_story(db, row);
            if (!story) throw nothing_there("story " + call.path_value);
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("story");
            write_story(json, story->head);
            json.key("text").value(story->text);
            json.key("version").value(story->version);
            json.key("current").value(story->current);
            json.key("records");
            write_records(json, db, records_of_story(db, row), false);
            json.end_object();
            return out;
          })};
}

}  // namespace annals
