// Searches for phrases in all sentences at once, for questions that want every record.
#pragma once
#include <SQLiteCpp/Database.h>

#include <vector>

#include "ledger/conditions.h"
#include "ledger/kind_tables.h"
#include "ledger/temporary.h"

namespace annals {

// The rows of evidence whose words say the phrase. Needs define_says (ledger/phrases.h).
TemporarySearch sentences_saying(const std::string& phrase);

// The same conditions, with what a sentence must say looked up in a temporary table of the sentences that say it, which
// is made once a connection and transaction: records share sentences, and several kinds are asked for together.
std::vector<Condition> by_sentence(SQLite::Database& db, const KindTable& kind,
                                   const std::vector<Condition>& conditions);

}  // namespace annals
