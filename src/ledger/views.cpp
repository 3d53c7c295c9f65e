// The views, made of the same parts for every kind.
#include "ledger/views.h"

#include <string>

#include "ledger/kind_tables.h"

namespace annals {
namespace {

// Names of those who have a role, as "A; B".
std::string names(const KindTable& kind, std::string_view role, std::string_view part) {
  std::string sql = "(SELECT group_concat(" + std::string(part) + ", '; ') FROM ";
  sql.append(kind.people).append(" p JOIN actors a ON a.id = p.actor WHERE p.").append(kind.key);
  return sql.append(" = r.id AND p.role = '").append(role).append("')");
}

void add(std::string& columns, const std::string& expression, const std::string& name) {
  columns += ", " + expression + " AS \"" + name + "\"";
}

void add_people(std::string& columns, const KindTable& kind, std::string_view role) {
  if (role.empty()) return;
  add(columns, names(kind, role, "a.name"), std::string(role));
  add(columns, names(kind, role, "nullif(a.country, '')"), std::string(role) + "_country");
}

std::string place_name(const std::string& column) { return "(SELECT name FROM places WHERE id = r." + column + ")"; }

// The columns of the kind alone.
std::string own_columns(const KindTable& kind) {
  std::string columns;
  switch (kind.kind) {
    case RecordKind::event:
      columns = ", r.type, r.mode, r.killed, r.injured, r.size";
      break;
    case RecordKind::statement:
      columns = ", r.content, r.form";
      break;
    case RecordKind::figure:
      columns = ", r.\"of\", r.low, r.high, r.qualifier, r.unit, r.per, r.measure";
      break;
    case RecordKind::movement:
      add(columns, place_name("from_place"), "from");
      add(columns, place_name("to_place"), "to");
      columns += ", r.purpose";
      break;
    case RecordKind::talks:
      columns = ", r.subject, r.status, r.obstacle";
      break;
    case RecordKind::role:
      columns = ", r.person, r.title";
      add(columns, "(SELECT name FROM actors WHERE id = r.of_actor)", "of");
      break;
  }
  return columns;
}

std::string view(const KindTable& kind) {
  std::string columns = std::string("'") + letter_of(kind.kind) + "' || r.id AS id, r.day";
  for (const std::string_view role : {kind.actor, kind.recipient, kind.mediator}) add_people(columns, kind, role);
  columns += own_columns(kind);
  add(columns, place_name("where_place"), "where");
  add(columns, "(SELECT country FROM places WHERE id = r.where_place)", "where_country");
  add(columns, "(SELECT name FROM actors WHERE id = r.attributed_to)", "attributed_to");
  columns += ", r.factuality, s.source, s.published, s.doc, s.title AS story_title, ";
  columns += "substr(s.text, e.start + 1, e.\"end\" - e.start) AS evidence";
  return "CREATE TEMP VIEW IF NOT EXISTS " + std::string(name_of(kind.kind)) + "_rows AS SELECT " + columns + " FROM " +
         std::string(kind.table) + " r JOIN stories s ON s.id = r.story JOIN evidence e ON e.id = r.evidence";
}

}  // namespace

void define_views(SQLite::Database& db) {
  db.exec(
      "CREATE TEMP VIEW IF NOT EXISTS evidence_text AS SELECT e.id, e.story, s.doc, e.start, e.\"end\", "
      "substr(s.text, e.start + 1, e.\"end\" - e.start) AS text FROM evidence e JOIN stories s ON s.id = e.story");
  for (const KindTable& kind : kKindTables) db.exec(view(kind));
}

}  // namespace annals
