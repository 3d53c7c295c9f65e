// Stories to rows of PostgreSQL, a batch a transaction.
#include "ledger/postgres_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ledger/tallies.h"

namespace annals {
namespace {

const char* or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

std::optional<std::string> optional_text(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// libpqxx 6 streams rows whose width the compiler knows; these are the widths of tables.h.
using Widths = std::index_sequence<2, 4, 7, 11, 21, 23, 24, 25, 26>;

template <std::size_t N>
bool put_if(pqxx::stream_to& stream, std::span<const char* const> fields) {
  if (fields.size() != N) return false;
  std::array<const char*, N> row;
  std::copy(fields.begin(), fields.end(), row.begin());
  stream << row;
  return true;
}

template <std::size_t... N>
void put(pqxx::stream_to& stream, std::span<const char* const> fields, std::index_sequence<N...>) {
  if (!(put_if<N>(stream, fields) || ...)) {
    throw Error{Fault::internal, "a row of " + std::to_string(fields.size()) + " columns", "no table is that wide",
                "Report this."};
  }
}

void prepare(pqxx::connection& connection) {
  connection.prepare("latest", "SELECT id, version FROM stories WHERE doc = $1 AND current");
  connection.prepare("retire", "UPDATE stories SET current = FALSE WHERE id = $1");
  connection.prepare("reread", "UPDATE stories SET run = $2 WHERE id = $1");
  // One statement finds the row or makes it; the lock of `write` keeps others from making it at the same time.
  connection.prepare("actor",
                     "WITH found AS (SELECT id FROM actors WHERE name = $1 AND country = $2 AND sector = $3),"
                     " made AS (INSERT INTO actors (name, country, sector) SELECT $1, $2, $3"
                     " WHERE NOT EXISTS (SELECT FROM found) RETURNING id)"
                     " SELECT id FROM found UNION ALL SELECT id FROM made");
  connection.prepare("place",
                     "WITH found AS (SELECT id FROM places WHERE name = $1 AND country = $2 AND geonames = $3::bigint),"
                     " told AS (UPDATE places SET province = $6 WHERE id = (SELECT id FROM found)"
                     " AND $6 <> '' AND province <> $6),"
                     " made AS (INSERT INTO places (name, country, geonames, latitude, longitude, province)"
                     " SELECT $1, $2, $3::bigint, $4::double precision, $5::double precision, $6"
                     " WHERE NOT EXISTS (SELECT FROM found) RETURNING id)"
                     " SELECT id FROM found UNION ALL SELECT id FROM made");
}

}  // namespace

PostgresLedger::PostgresLedger(const std::string& url, const Provenance& by, bool refresh)
    : database_(url), refresh_(refresh), known_(database_, by) {
  try {
    prepare(database_.connection());
    pqxx::work transaction(database_.connection());
    run_ = transaction
               .exec_params1("INSERT INTO runs (program, model, lexicon) VALUES ($1, $2, $3) RETURNING id", by.program,
                             by.model, by.lexicon)[0]
               .as<std::int64_t>();
    transaction.commit();
  } catch (const pqxx::failure& fault) {
    throw postgres_error(name(), fault);
  }
}

void PostgresLedger::write(std::span<const StoryRows> stories) {
  LedgerCounts counts = pending_;
  try {
    pqxx::work transaction(database_.connection());
    transaction.exec("SELECT pg_advisory_xact_lock(1095650892)");  // one writer at a time, as for SQLite
    number_rows(transaction);
    for (const StoryRows& story : stories) store(story, transaction, counts);
    copy(transaction);
    transaction.exec_params(
        "UPDATE runs SET added = added + $1, replaced = replaced + $2, unchanged = unchanged + $3,"
        " refused = refused + $4, skipped = skipped + $5 WHERE id = $6",
        counts.added, counts.replaced, counts.unchanged, counts.refused, counts.skipped, run_);
    transaction.commit();
  } catch (const pqxx::failure& fault) {
    actors_.clear();  // they may hold numbers of rows that were taken back
    places_.clear();
    for (auto& rows : rows_) rows.clear();
    told_.clear();
    ahead_.clear();
    throw postgres_error(name(), fault);
  }
  pending_ = {};
  counts_ += counts;
}

void PostgresLedger::finish() {
  write({});
  try {
    pqxx::work transaction(database_.connection());
    transaction.exec_params("UPDATE runs SET ended = now() WHERE id = $1", run_);
    transaction.commit();
  } catch (const pqxx::failure& fault) {
    throw postgres_error(name(), fault);
  }
}

void PostgresLedger::store(const StoryRows& story, pqxx::work& transaction, LedgerCounts& counts) {
  const std::string digest = hex(story.identity.digest);
  if (ahead_.contains(story.identity.doc) || ahead_.contains(digest)) copy(transaction);
  const std::optional<KnownStory> known = known_.find(story.identity, transaction);
  if (is_settled(known, refresh_)) {
    ++counts.unchanged;
    return;
  }
  const auto drop_records = [&](std::int64_t row) {
    tally({row}, -1, transaction);
    for (const char* table : {"events", "statements", "figures", "movements", "talks", "roles", "evidence"}) {
      transaction.exec_params(std::string("DELETE FROM ") + table + " WHERE story = $1", row);
    }
  };
  ahead_.insert({story.identity.doc, digest});
  if (known) {
    drop_records(known->row);
    transaction.exec_prepared("reread", known->row, run_);
    insert(story, known->row, transaction);
    ++counts.replaced;
    return;
  }
  const pqxx::result latest = transaction.exec_prepared("latest", story.identity.doc);
  std::int64_t version = 1;
  if (!latest.empty()) {
    const auto before = latest[0][0].as<std::int64_t>();
    version = latest[0][1].as<std::int64_t>() + 1;
    drop_records(before);
    transaction.exec_prepared("retire", before);
  }
  const std::int64_t row = ++last_[index_of(Table::stories)];
  rows_[index_of(Table::stories)].push_back(
      {std::to_string(row), story.identity.doc, std::to_string(version), std::to_string(run_), "\\x" + digest,
       optional_text(story.source), optional_text(story.url), optional_text(story.title), optional_text(story.dateline),
       optional_text(story.published), story.text});
  insert(story, row, transaction);
  ++(latest.empty() ? counts.added : counts.replaced);
}

void PostgresLedger::insert(const StoryRows& story, std::int64_t row, pqxx::work& transaction) {
  std::vector<std::int64_t> actors, places;
  for (const ActorKey& key : story.actors) actors.push_back(intern(key, transaction));
  for (const PlaceEntry& place : story.places) places.push_back(intern(place, transaction));
  std::array<std::int64_t, kTableCount> base{};
  for (const Table table : kTablesWithIds) {
    const std::size_t i = index_of(table);
    base[i] = last_[i] + 1;
    if (table != Table::stories) last_[i] += story.row_counts[i];
  }
  base[index_of(Table::stories)] = row;
  struct Text {
    const std::array<std::int64_t, kTableCount>& base;
    std::span<const std::int64_t> actors, places;
    using Out = std::optional<std::string>;

    Out operator()(std::monostate) const { return std::nullopt; }
    Out operator()(std::int64_t number) const { return std::to_string(number); }
    Out operator()(double number) const { return fmt::format("{}", number); }
    Out operator()(const std::string& text) const { return text; }
    Out operator()(RowRef ref) const { return std::to_string(base[index_of(ref.table)] + ref.index); }
    Out operator()(ActorRef ref) const { return std::to_string(actors[ref.index]); }
    Out operator()(PlaceRef ref) const { return std::to_string(places[ref.index]); }
  } const text{base, actors, places};
  for (const Row& r : story.rows) {
    CopyRow out;
    out.reserve(r.values.size());
    for (const Value& value : r.values) out.push_back(std::visit(text, value));
    rows_[index_of(r.table)].push_back(std::move(out));
  }
  told_.push_back(row);
}

void PostgresLedger::copy(pqxx::work& transaction) {
  std::vector<const char*> fields;
  for (std::size_t i = 0; i < kTableCount; ++i) {  // parents before children
    if (rows_[i].empty()) continue;
    const std::vector<std::string> columns = {std::string(kTables[i].columns)};
    pqxx::stream_to stream(transaction, std::string(kTables[i].name), columns);
    for (const CopyRow& row : rows_[i]) {
      fields.clear();
      for (const auto& field : row) fields.push_back(field ? field->c_str() : nullptr);
      put(stream, fields, Widths());
    }
    stream.complete();
    rows_[i].clear();
  }
  tally(told_, 1, transaction);
  told_.clear();
  ahead_.clear();
  for (const Table table : kTablesWithIds) {
    const std::int64_t last = last_[index_of(table)];
    if (last == 0) continue;
    transaction.exec_params("SELECT setval($1::regclass, $2)", std::string(info(table).name) + "_id_seq", last);
  }
}

void PostgresLedger::tally(const std::vector<std::int64_t>& stories, int sign, pqxx::work& transaction) {
  if (stories.empty()) return;
  const std::string rows = fmt::format("{{{}}}", fmt::join(stories, ","));
  for (const Tally& each : kTallies) transaction.exec_params(postgres_tally_change(each), rows, sign);
}

std::int64_t PostgresLedger::intern(const ActorKey& key, pqxx::work& transaction) {
  return actors_.get(key, [&] {
    return transaction.exec_prepared1("actor", key.name, key.country, key.sector)[0].as<std::int64_t>();
  });
}

std::int64_t PostgresLedger::intern(const PlaceEntry& place, pqxx::work& transaction) {
  return places_.get(place.key, [&] {
    const auto degrees = [](const std::optional<double>& d) { return d ? fmt::format("{}", *d) : std::string(); };
    const std::string latitude = degrees(place.latitude), longitude = degrees(place.longitude);
    return transaction
        .exec_prepared1("place", place.key.name, place.key.country, place.key.geonames, or_null(latitude),
                        or_null(longitude), place.province)[0]
        .as<std::int64_t>();
  });
}

// Behind the lock, and by the sequences, so that no number is given twice.
void PostgresLedger::number_rows(pqxx::work& transaction) {
  for (const Table table : kTablesWithIds) {
    const std::string sequence = std::string(info(table).name) + "_id_seq";
    last_[index_of(table)] =
        transaction.exec1("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM " + sequence)[0]
            .as<std::int64_t>();
  }
}

}  // namespace annals
