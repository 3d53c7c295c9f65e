// One pass over the stories that have the words.
#include "ledger/sentences.h"

#include <SQLiteCpp/Statement.h>

#include "ledger/phrases.h"

namespace annals {
TemporarySearch sentences_saying(const std::string& phrase) {
  static constexpr TemporaryColumn kColumns[] = {{"id"}};
  return {temporary_name("annals_saying", SqlText().value(phrase)), kColumns, [phrase] {
            return SqlText()
                .add(
                    "SELECT ev.id FROM stories_text t CROSS JOIN stories s ON s.id = t.rowid CROSS JOIN evidence ev"
                    " ON ev.story = s.id WHERE stories_text MATCH ")
                .value("text : " + phrase_expression(phrase))
                .add(" AND annals_says(s.text, ev.start, ev.\"end\", ")
                .value(phrase)
                .add(")");
          }};
}

std::vector<Condition> by_sentence(SQLite::Database& db, const KindTable& kind,
                                   const std::vector<Condition>& conditions) {
  std::vector<Condition> settled;
  for (const Condition& condition : conditions) {
    if (condition.count) continue;  // only narrows what the phrase demands anyway
    settled.push_back(condition);
    if (condition.phrase.empty()) continue;
    const TemporarySearch search = sentences_saying(condition.phrase);
    fill_temporary(db, search);
    const std::string sentences = "evidence IN (SELECT id FROM " + search.table + ")";
    settled.back().check = SqlText().add("r." + sentences);
    settled.back().find = SqlText().add("SELECT id FROM " + std::string(kind.table) + " WHERE " + sentences);
  }
  return settled;
}

}  // namespace annals
