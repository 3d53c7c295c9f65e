// The table of corrections.
#include "ledger/corrections.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "ledger/sql_text.h"

namespace annals {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, kind, record, doc, coalesce(type, ''), verdict, coalesce(changes, ''), reviewer, made, "
    "coalesce(note, ''), original FROM corrections ";

template <typename Enum, typename Names>
Enum value_of(const Names& names, std::string_view name) {
  return static_cast<Enum>(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

Correction correction_of(SQLite::Statement& row) {
  Correction correction;
  correction.row = row.getColumn(0).getInt64();
  correction.kind = value_of<RecordKind>(kKindNames, row.getColumn(1).getString());
  if (!row.getColumn(2).isNull()) correction.record = row.getColumn(2).getInt64();
  correction.doc = row.getColumn(3).getString();
  correction.type = row.getColumn(4).getString();
  correction.verdict = value_of<Verdict>(kVerdictNames, row.getColumn(5).getString());
  correction.changes = row.getColumn(6).getString();
  correction.reviewer = row.getColumn(7).getString();
  correction.made = row.getColumn(8).getString();
  correction.note = row.getColumn(9).getString();
  correction.original = row.getColumn(10).getString();
  return correction;
}

SqlText and_value(SqlText sql, const char* condition, SqlValue value) {
  return sql.add(condition).value(std::move(value));
}

}  // namespace

void add_correction(SQLite::Database& db, Correction& correction) {
  SQLite::Statement add(db,
                        "INSERT INTO corrections (kind, record, doc, type, verdict, changes, reviewer, made, note, "
                        "original) VALUES (?, ?, ?, nullif(?, ''), ?, nullif(?, ''), ?, "
                        "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), nullif(?, ''), ?) RETURNING id, made");
  add.bind(1, std::string(name_of(correction.kind)));
  if (correction.record) add.bind(2, *correction.record);
  add.bind(3, correction.doc);
  add.bind(4, correction.type);
  add.bind(5, std::string(name_of(correction.verdict)));
  add.bind(6, correction.changes);
  add.bind(7, correction.reviewer);
  add.bind(8, correction.note);
  add.bind(9, correction.original);
  add.executeStep();
  correction.row = add.getColumn(0).getInt64();
  correction.made = add.getColumn(1).getString();
}

std::vector<Correction> find_corrections(SQLite::Database& db, const CorrectionFilter& filter) {
  SqlText sql = SqlText().add(kSelect).add("WHERE 1");
  if (filter.record) {
    sql = and_value(std::move(sql), " AND kind = ", std::string(name_of(filter.record->kind)));
    sql = and_value(std::move(sql), " AND record = ", filter.record->row);
  }
  if (!filter.reviewer.empty()) sql = and_value(std::move(sql), " AND reviewer = ", filter.reviewer);
  if (filter.before) sql = and_value(std::move(sql), " AND id < ", *filter.before);
  sql = and_value(std::move(sql), " ORDER BY id DESC LIMIT ", filter.limit);
  std::vector<Correction> found;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) found.push_back(correction_of(row));
  return found;
}

std::optional<Correction> newest_review(SQLite::Database& db, RecordId record) {
  // Newest first; a review that its reviewer has replaced or withdrawn does not count.
  SqlText sql =
      SqlText()
          .add(kSelect)
          .add("c WHERE kind = ")
          .value(std::string(name_of(record.kind)))
          .add(" AND record = ")
          .value(record.row)
          .add(
              " AND verdict <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM corrections n WHERE n.kind = c.kind "
              "AND n.record = c.record AND n.reviewer = c.reviewer AND n.id > c.id) ORDER BY id DESC LIMIT 1");
  SQLite::Statement row = prepare(db, sql);
  if (!row.executeStep()) return std::nullopt;
  return correction_of(row);
}

void each_correction(SQLite::Database& db, const std::function<void(const Correction&)>& give) {
  SQLite::Statement row(db, std::string(kSelect) + "ORDER BY id");
  while (row.executeStep()) give(correction_of(row));
}

}  // namespace annals
