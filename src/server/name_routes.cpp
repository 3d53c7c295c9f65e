// Actors and places by name, and the search over everything.
#include "ledger/phrases.h"
#include "ledger/query.h"
#include "ledger/record_loader.h"
#include "ledger/sql_text.h"
#include "server/name_lists.h"
#include "server/record_json.h"
#include "server/routes.h"

namespace annals {
namespace {

// What snippet() puts around words that match: characters that no text has, because reading replaces malformed bytes
// and these are no characters (Unicode 15, section 23.7).
constexpr std::string_view kOpen = "\xEF\xB7\x90";   // U+FDD0
constexpr std::string_view kClose = "\xEF\xB7\x91";  // U+FDD1

void write_piece(JsonWriter& json, std::string_view text, bool match) {
  if (text.empty()) return;
  json.begin_object();
  json.key("text").value(text);
  json.key("match").value(match);
  json.end_object();
}

void write_snippet(JsonWriter& json, std::string_view text) {
  json.begin_array();
  bool match = false;
  while (!text.empty()) {
    const std::size_t mark = text.find(match ? kClose : kOpen);
    write_piece(json, text.substr(0, mark), match);
    if (mark == std::string_view::npos) break;
    text.remove_prefix(mark + kOpen.size());
    match = !match;
  }
  json.end_array();
}

void write_stories(JsonWriter& json, SQLite::Database& db, const std::string& expression, std::int64_t limit) {
  json.begin_array();
  if (!expression.empty()) {
    SqlText sql;
    sql.add("SELECT rowid, snippet(stories_text, 1, ")
        .value(std::string(kOpen))
        .add(", ")
        .value(std::string(kClose))
        .add(", '…', 24) FROM stories_text WHERE stories_text MATCH ")
        .value(expression)
        .add(" ORDER BY rowid DESC LIMIT ")
        .value(limit);
    for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
      const auto story = find_story(db, row.getColumn(0).getInt64());
      if (!story) continue;
      json.begin_object();
      json.key("story");
      write_story(json, story->head);
      json.key("snippet");
      write_snippet(json, row.getColumn(1).getString());
      json.end_object();
    }
  }
  json.end_array();
}

void write_statements(JsonWriter& json, SQLite::Database& db, const std::string& expression, std::int64_t limit) {
  json.begin_array();
  if (!expression.empty()) {
    SqlText sql = SqlText()
                      .add("SELECT rowid FROM statements_text WHERE statements_text MATCH ")
                      .value(expression)
                      .add(" ORDER BY rowid DESC LIMIT ")
                      .value(limit);
    RecordLoader loader(db);
    for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
      const auto record = loader.load({RecordKind::statement, row.getColumn(0).getInt64()});
      if (record) write_record(json, db, *record);
    }
  }
  json.end_array();
}

template <typename Rows, typename Write>
void write_list(JsonWriter& json, const Rows& rows, Write write) {
  json.begin_array();
  for (const auto& row : rows) write(json, row);
  json.end_array();
}

template <typename Find, typename Write>
Answer names(const ApiParts& parts, Find find, Write write) {
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("items");
            write_list(json, find(db), write);
            json.end_object();
            return out;
          })};
}

}  // namespace

Answer get_actors(const ApiParts& parts, const Call& call) {
  const auto limit = static_cast<std::uint32_t>(call.number("limit", 50));
  const auto q = call.value("q");
  return names(
      parts, [&](SQLite::Database& db) { return q ? find_actors(db, *q, limit) : most_told_actors(db, limit); },
      write_actor);
}

Answer get_places(const ApiParts& parts, const Call& call) {
  const auto limit = static_cast<std::uint32_t>(call.number("limit", 50));
  const auto q = call.value("q");
  return names(
      parts, [&](SQLite::Database& db) { return q ? find_places(db, *q, limit) : most_told_places(db, limit); },
      write_place);
}

Answer get_search(const ApiParts& parts, const Call& call) {
  const std::string words(*call.value("q"));
  const std::int64_t limit = call.number("limit", 10);
  const std::string expression = folded_words(words).empty() ? std::string() : words_expression(words);
  return {200, parts.ledger.ask([&](SQLite::Database& db) {
            std::string out;
            JsonWriter json(out);
            json.begin_object();
            json.key("stories");
            write_stories(json, db, expression, limit);
            json.key("statements");
            write_statements(json, db, expression, limit);
            json.key("actors");
            const auto few = static_cast<std::uint32_t>(limit);
            write_list(json, expression.empty() ? std::vector<ActorRow>() : find_actors(db, words, few), write_actor);
            json.key("places");
            write_list(json, expression.empty() ? std::vector<PlaceRow>() : find_places(db, words, few), write_place);
            json.end_object();
            return out;
          })};
}

}  // namespace annals
