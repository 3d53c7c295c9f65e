// A filter as SQL: what narrows the records of one kind, and how each part of it finds or checks them.
#pragma once
#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "ledger/filter.h"
#include "ledger/kind_tables.h"
#include "ledger/sql_text.h"

namespace annals {

// One demand on the record `r`. `check` holds or not for a row of the kind's table; `find`, where there is an index
// for it, selects the ids of all records that meet it, perhaps twice.
struct Condition {
  SqlText check;
  std::optional<SqlText> find;
  bool dated = false;   // `find` selects days beside the ids, from the index alone
  bool of_day = false;  // `check` looks at nothing but the day
  // Set for a phrase: rows that are quickly counted in place of what `find` gives. Its check lists all stories with the
  // phrase and only spares others the reading of sentences, so that a short page does without.
  std::optional<SqlText> count = {};
  // Set for what the record's sentence must say, where `check` reads that one sentence (ledger/sentences.h).
  std::string phrase = {};
};

// What the filter demands of records of this kind, but for order, limit and place in the list. Nothing where no record
// of the kind can meet it.
std::optional<std::vector<Condition>> conditions_of(SQLite::Database& db, const RecordFilter& filter,
                                                    const KindTable& kind);

// SELECTs the ids of the actors or places that a user means by a name (docs/querying.md). Needs define_says.
SqlText actors_called(std::string_view name);
SqlText places_called(std::string_view name);

// The places of the circle.
std::vector<std::int64_t> places_near(SQLite::Database& db, const Near& near);

}  // namespace annals
