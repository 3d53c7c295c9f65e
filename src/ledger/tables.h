// The tables that a story's rows go to, the same in each database that keeps a ledger.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annals {

// In an order in which every row comes after those that it refers to.
enum class Table : std::uint8_t {
  stories,
  evidence,
  events,
  event_contexts,
  event_actors,
  statements,
  statement_actors,
  figures,
  movements,
  movement_actors,
  talks,
  talks_actors,
  roles,
};
inline constexpr std::size_t kTableCount = 13;

struct TableInfo {
  std::string_view name;
  std::string_view columns;  // in the order of StoryRows, with commas and quoted where SQL needs it
};

// The columns of all six kinds before their own.
#define ANNALS_RECORD_COLUMNS                                                                                    \
  "id,story,evidence,factuality,day,when_first,when_last,when_start,when_end,where_place,where_start,where_end," \
  "attributed_to,attributed_start,attributed_end,why_entry,why_rule,why_words,"

inline constexpr std::array<TableInfo, kTableCount> kTables = {{
    {"stories", "id,doc,version,run,digest,source,url,title,dateline,published,text"},
    {"evidence", "id,story,start,\"end\""},
    {"events", ANNALS_RECORD_COLUMNS "type,mode,cameo,trigger_start,trigger_end,killed,injured,size"},
    {"event_contexts", "event,context"},
    {"event_actors", "event,role,ordinal,actor,start,\"end\",day"},
    {"statements", ANNALS_RECORD_COLUMNS "content_start,content_end,content,form,cue_start,cue_end"},
    {"statement_actors", "statement,role,ordinal,actor,start,\"end\",day"},
    {"figures", ANNALS_RECORD_COLUMNS "\"of\",low,high,qualifier,unit,per,measure"},
    {"movements", ANNALS_RECORD_COLUMNS "from_place,from_start,from_end,to_place,to_start,to_end,purpose"},
    {"movement_actors", "movement,role,ordinal,actor,start,\"end\",day"},
    {"talks", ANNALS_RECORD_COLUMNS "subject,status,obstacle"},
    {"talks_actors", "talks,role,ordinal,actor,start,\"end\",day"},
    {"roles", ANNALS_RECORD_COLUMNS "person,title,of_actor,of_start,of_end"},
}};

#undef ANNALS_RECORD_COLUMNS

constexpr std::size_t index_of(Table table) { return static_cast<std::size_t>(table); }
constexpr const TableInfo& info(Table table) { return kTables[index_of(table)]; }

// Those whose rows have an id, which others refer to.
inline constexpr std::array kTablesWithIds = {Table::stories, Table::evidence,  Table::events, Table::statements,
                                              Table::figures, Table::movements, Table::talks,  Table::roles};

}  // namespace annals
