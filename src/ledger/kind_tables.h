// What the schema calls the tables of each kind, and which of its parts take which filter.
#pragma once
#include <string_view>

#include "ledger/stored_record.h"

namespace annals {

// A part that people have in a record: the value of `role` in the table of people.
struct KindTable {
  RecordKind kind;
  std::string_view table;
  std::string_view people;     // the table of those who take part; empty where there is none
  std::string_view key;        // its column that names the record
  std::string_view actor;      // the role that --actor means
  std::string_view recipient;  // and --recipient
  std::string_view mediator;
  std::string_view letters;  // this kind in FilterOption::kinds
};

inline constexpr KindTable kKindTables[] = {
    {RecordKind::event, "events", "event_actors", "event", "actor", "recipient", "", "e"},
    {RecordKind::statement, "statements", "statement_actors", "statement", "speaker", "addressee", "", "s"},
    {RecordKind::figure, "figures", "", "", "", "", "", "f"},
    {RecordKind::movement, "movements", "movement_actors", "movement", "who", "", "", "m"},
    {RecordKind::talks, "talks", "talks_actors", "talks", "party", "", "mediator", "t"},
    {RecordKind::role, "roles", "", "", "", "", "", "r"},
};

inline const KindTable& table_of(RecordKind kind) { return kKindTables[static_cast<int>(kind)]; }

}  // namespace annals
