// One pass over the stories that have the words.
#include "ledger/sentences.h"

#include <SQLiteCpp/Statement.h>

#include "ledger/phrases.h"
#include "ledger/temporary.h"

namespace annals {
namespace {

std::string sentences_saying(SQLite::Database& db, const std::string& phrase) {
  const std::string table = temporary_name("annals_saying", SqlText().value(phrase));
  if (has_temporary(db, table)) return table;
  db.exec("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY)");
  prepare(db, SqlText()
                  .add("INSERT INTO " + table +
                       " SELECT ev.id FROM stories_text t CROSS JOIN stories s ON s.id = t.rowid"
                       " CROSS JOIN evidence ev ON ev.story = s.id WHERE stories_text MATCH ")
                  .value("text : " + phrase_expression(phrase))
                  .add(" AND annals_says(s.text, ev.start, ev.\"end\", ")
                  .value(phrase)
                  .add(")"))
      .exec();
  return table;
}

}  // namespace

std::vector<Condition> by_sentence(SQLite::Database& db, const KindTable& kind,
                                   const std::vector<Condition>& conditions) {
  std::vector<Condition> settled;
  for (const Condition& condition : conditions) {
    if (condition.count) continue;  // only narrows what the phrase demands anyway
    settled.push_back(condition);
    if (condition.phrase.empty()) continue;
    const std::string sentences = "evidence IN (SELECT id FROM " + sentences_saying(db, condition.phrase) + ")";
    settled.back().check = SqlText().add("r." + sentences);
    settled.back().find = SqlText().add("SELECT id FROM " + std::string(kind.table) + " WHERE " + sentences);
  }
  return settled;
}

}  // namespace annals
