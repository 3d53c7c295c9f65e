// A temporary table for each search, called by a hash of what was searched for.
#include "server/chosen_rows.h"

#include <algorithm>
#include <span>

#include "ledger/row_search.h"

namespace annals {
namespace {

constexpr TemporaryColumn kEvent[] = {{"id"}, {"day", true}, {"type", true}, {"mode", true}, {"where_place"}};
constexpr TemporaryColumn kFigure[] = {{"id"}, {"day", true}, {"measure", true}, {"unit", true}, {"per", true}};

SqlText select(std::span<const TemporaryColumn> columns) {
  SqlText sql;
  for (const TemporaryColumn& column : columns) sql.add(sql.text.empty() ? "SELECT r." : ", r.").add(column.name);
  return sql;
}

}  // namespace

std::optional<SqlText> from_chosen(const Snapshot& ledger, const RecordFilter& filter, RecordKind kind) {
  const KindTable& table = table_of(kind);
  const auto conditions = conditions_of(ledger.db, filter, table);
  if (!conditions) return std::nullopt;
  const bool searched = std::ranges::any_of(*conditions, [](const Condition& one) { return one.find.has_value(); });
  if (!searched) return from_rows(ledger.db, table, *conditions);

  const std::span<const TemporaryColumn> columns = kind == RecordKind::event ? std::span(kEvent) : std::span(kFigure);
  const TemporarySearch search = {temporary_name("chosen", from_checks(table, *conditions)), columns,
                                  [&] { return select(columns).add(from_rows(ledger.db, table, *conditions)); }};
  ledger.lay_in(search);
  return SqlText().add(" FROM " + search.table + " r WHERE 1");
}

}  // namespace annals
