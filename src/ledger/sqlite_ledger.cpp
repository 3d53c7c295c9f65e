// Stories to rows of SQLite, a batch a transaction.
#include "ledger/sqlite_ledger.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "ledger/tallies.h"

namespace annals {
namespace {

// A writer touches pages of many indexes; they are kept at hand up to this size, so that memory stays flat. A WAL that
// grew while somebody read for long is cut back once it can be.
constexpr const char* kWriterSettings =
    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;";

void bind(SQLite::Statement& statement, int at, const std::string& text) { statement.bindNoCopy(at, text); }

void bind_or_null(SQLite::Statement& statement, int at, const std::string& text) {
  text.empty() ? statement.bind(at) : statement.bindNoCopy(at, text);
}

// A statement that is run once more, with what is bound by then.
void run(SQLite::Statement& statement) {
  statement.exec();
  statement.reset();
}

std::string insert_text(const TableInfo& table) {
  const auto columns = std::count(table.columns.begin(), table.columns.end(), ',') + 1;
  std::string text = "INSERT INTO " + std::string(table.name) + " (" + std::string(table.columns) + ") VALUES (?";
  for (auto i = columns; i > 1; --i) text += ",?";
  return text + ")";
}

constexpr Table kRecordTables[] = {Table::events,    Table::statements, Table::figures,
                                   Table::movements, Table::talks,      Table::roles};

}  // namespace

SqliteLedger::SqliteLedger(const std::string& path, const Provenance& by, bool refresh)
    : database_(path, Access::write), refresh_(refresh), known_(database_.handle(), by), inserts_(kTableCount) {
  try {
    database_.handle().exec(kWriterSettings);
    SQLite::Statement& insert = statement(
        "INSERT INTO runs (started, program, model, lexicon)"
        " VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?, ?, ?)");
    bind(insert, 1, by.program);
    bind(insert, 2, by.model);
    bind(insert, 3, by.lexicon);
    run(insert);
    run_ = database_.handle().getLastInsertRowid();
  } catch (const SQLite::Exception& fault) {
    throw ledger_error(path, fault);
  }
}

void SqliteLedger::write(std::span<const StoryRows> stories) {
  LedgerCounts counts = pending_;
  try {
    SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
    number_rows();
    for (const StoryRows& story : stories) store(story, counts);
    store_counts(counts);
    transaction.commit();
  } catch (const SQLite::Exception& fault) {
    actors_.clear();  // they may hold numbers of rows that were taken back
    places_.clear();
    throw ledger_error(database_.path(), fault);
  }
  pending_ = {};
  counts_ += counts;
}

void SqliteLedger::finish() {
  write({});
  try {
    SQLite::Statement& end = statement("UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE id = ?");
    end.bind(1, run_);
    run(end);
  } catch (const SQLite::Exception& fault) {
    throw ledger_error(database_.path(), fault);
  }
}

void SqliteLedger::store(const StoryRows& story, LedgerCounts& counts) {
  const std::optional<KnownStory> known = known_.find(story.identity);
  if (is_settled(known, refresh_)) {
    ++counts.unchanged;
    return;
  }
  if (known) {  // another reader's records of this very version
    drop_records(known->row);
    SQLite::Statement& update = statement("UPDATE stories SET run = ? WHERE id = ?");
    update.bind(1, run_);
    update.bind(2, known->row);
    run(update);
    insert(story, known->row);
    ++counts.replaced;
    return;
  }
  SQLite::Statement& latest = statement("SELECT id, version FROM stories WHERE doc = ? AND current");
  bind(latest, 1, story.identity.doc);
  std::int64_t version = 1;
  std::int64_t before = 0;
  if (latest.executeStep()) {
    before = latest.getColumn(0).getInt64();
    version = latest.getColumn(1).getInt64() + 1;
  }
  latest.reset();
  if (before != 0) {
    drop_records(before);
    drop_text(before);
    SQLite::Statement& retire = statement("UPDATE stories SET current = 0 WHERE id = ?");
    retire.bind(1, before);
    run(retire);
  }
  const std::int64_t row = ++last_[index_of(Table::stories)];
  insert_story(story, row, version);
  insert(story, row);
  ++(before != 0 ? counts.replaced : counts.added);
}

void SqliteLedger::insert_story(const StoryRows& story, std::int64_t row, std::int64_t version) {
  static const std::string text = insert_text(info(Table::stories));
  SQLite::Statement& insert = statement(text.c_str());
  insert.bind(1, row);
  bind(insert, 2, story.identity.doc);
  insert.bind(3, version);
  insert.bind(4, run_);
  insert.bindNoCopy(5, story.identity.digest.data(), static_cast<int>(story.identity.digest.size()));
  bind_or_null(insert, 6, story.source);
  bind_or_null(insert, 7, story.url);
  bind_or_null(insert, 8, story.title);
  bind_or_null(insert, 9, story.dateline);
  bind_or_null(insert, 10, story.published);
  bind(insert, 11, story.text);
  run(insert);
  SQLite::Statement& words = statement("INSERT INTO stories_text (rowid, title, text) VALUES (?, ?, ?)");
  words.bind(1, row);
  bind_or_null(words, 2, story.title);
  bind(words, 3, story.text);
  run(words);
}

void SqliteLedger::insert(const StoryRows& story, std::int64_t row) {
  std::vector<std::int64_t> actors, places;
  for (const ActorKey& key : story.actors) actors.push_back(intern(key));
  for (const PlaceEntry& place : story.places) places.push_back(intern(place));
  for (const Table table : kTablesWithIds) {
    const std::size_t i = index_of(table);
    base_[i] = last_[i] + 1;
    if (table == Table::stories) continue;
    last_[i] += story.row_counts[i];
  }
  base_[index_of(Table::stories)] = row;
  for (const Row& r : story.rows) {
    insert_row(r, actors, places);
    index_text(r);
  }
  tally(row, 1);
}

void SqliteLedger::tally(std::int64_t story, std::int64_t sign) {
  static const auto changes = [] {
    std::vector<std::string> texts;
    for (const Tally& each : kTallies) texts.push_back(tally_change(each));
    return texts;
  }();
  for (const std::string& text : changes) {
    SQLite::Statement& change = statement(text.c_str());
    change.bind(1, story);
    change.bind(2, sign);
    run(change);
  }
}

void SqliteLedger::insert_row(const Row& row, std::span<const std::int64_t> actors,
                              std::span<const std::int64_t> places) {
  std::optional<SQLite::Statement>& insert = inserts_[index_of(row.table)];
  if (!insert) insert.emplace(database_.handle(), insert_text(info(row.table)));
  insert->tryReset();  // where the last row was refused it is not ready yet
  int at = 0;
  for (const Value& value : row.values) {
    ++at;
    if (const auto* text = std::get_if<std::string>(&value)) {
      insert->bindNoCopy(at, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      insert->bind(at, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
      insert->bind(at, *real);
    } else if (const auto* ref = std::get_if<RowRef>(&value)) {
      insert->bind(at, base_[index_of(ref->table)] + ref->index);
    } else if (const auto* actor = std::get_if<ActorRef>(&value)) {
      insert->bind(at, actors[actor->index]);
    } else if (const auto* place = std::get_if<PlaceRef>(&value)) {
      insert->bind(at, places[place->index]);
    } else {
      insert->bind(at);
    }
  }
  run(*insert);
}

void SqliteLedger::index_text(const Row& row) {
  if (row.table != Table::statements) return;
  constexpr std::size_t kContent = 20;  // of the columns in tables.h
  SQLite::Statement& words = statement("INSERT INTO statements_text (rowid, content) VALUES (?, ?)");
  const RowRef ref = std::get<RowRef>(row.values[0]);
  words.bind(1, base_[index_of(ref.table)] + ref.index);
  bind(words, 2, std::get<std::string>(row.values[kContent]));
  run(words);
}

// An index over external content is told what the words were (https://www.sqlite.org/fts5.html, section 4.4.3).
void SqliteLedger::drop_text(std::int64_t story) {
  SQLite::Statement& drop = statement(
      "INSERT INTO stories_text (stories_text, rowid, title, text)"
      " SELECT 'delete', id, title, text FROM stories WHERE id = ?");
  drop.bind(1, story);
  run(drop);
}

void SqliteLedger::drop_records(std::int64_t story) {
  tally(story, -1);
  SQLite::Statement& words = statement(
      "INSERT INTO statements_text (statements_text, rowid, content)"
      " SELECT 'delete', id, content FROM statements WHERE story = ?");
  words.bind(1, story);
  run(words);
  static const auto deletions = [] {
    std::vector<std::string> texts;
    for (const Table table : kRecordTables) {
      texts.push_back("DELETE FROM " + std::string(info(table).name) + " WHERE story = ?");
    }
    texts.emplace_back("DELETE FROM evidence WHERE story = ?");
    return texts;
  }();
  for (const std::string& text : deletions) {
    SQLite::Statement& drop = statement(text.c_str());
    drop.bind(1, story);
    run(drop);
  }
}

std::int64_t SqliteLedger::intern(const ActorKey& key) {
  return actors_.get(key, [&] {
    SQLite::Statement& find = statement("SELECT id FROM actors WHERE name = ? AND country = ? AND sector = ?");
    SQLite::Statement& insert = statement("INSERT INTO actors (name, country, sector) VALUES (?, ?, ?)");
    for (SQLite::Statement* s : {&find, &insert}) {
      bind(*s, 1, key.name);
      bind(*s, 2, key.country);
      bind(*s, 3, key.sector);
    }
    const std::int64_t found = find.executeStep() ? find.getColumn(0).getInt64() : 0;
    find.reset();
    if (found != 0) return found;
    run(insert);
    const std::int64_t row = database_.handle().getLastInsertRowid();
    SQLite::Statement& words = statement("INSERT INTO actors_text (rowid, name) VALUES (?, ?)");
    words.bind(1, row);
    bind(words, 2, key.name);
    run(words);
    return row;
  });
}

std::int64_t SqliteLedger::intern(const PlaceEntry& place) {
  return places_.get(place.key, [&] {
    SQLite::Statement& find =
        statement("SELECT id, province FROM places WHERE name = ? AND country = ? AND geonames = ?");
    bind_key(find, place.key);
    const std::int64_t found = find.executeStep() ? find.getColumn(0).getInt64() : 0;
    const bool same = found != 0 && find.getColumn(1).getString() == place.province;
    find.reset();
    if (found == 0) return insert(place);
    if (!same && !place.province.empty()) {
      SQLite::Statement& update = statement("UPDATE places SET province = ? WHERE id = ?");
      bind(update, 1, place.province);
      update.bind(2, found);
      run(update);
    }
    return found;
  });
}

void SqliteLedger::bind_key(SQLite::Statement& statement, const PlaceKey& key) {
  bind(statement, 1, key.name);
  bind(statement, 2, key.country);
  statement.bind(3, key.geonames);
}

std::int64_t SqliteLedger::insert(const PlaceEntry& place) {
  SQLite::Statement& insert = statement(
      "INSERT INTO places (name, country, geonames, latitude, longitude, province) VALUES (?, ?, ?, ?, ?, ?)");
  bind_key(insert, place.key);
  place.latitude ? insert.bind(4, *place.latitude) : insert.bind(4);
  place.longitude ? insert.bind(5, *place.longitude) : insert.bind(5);
  bind(insert, 6, place.province);
  run(insert);
  const std::int64_t row = database_.handle().getLastInsertRowid();
  SQLite::Statement& words = statement("INSERT INTO places_text (rowid, name) VALUES (?, ?)");
  words.bind(1, row);
  bind(words, 2, place.key.name);
  run(words);
  if (place.latitude && place.longitude) {
    SQLite::Statement& box = statement("INSERT INTO places_box (id, south, north, west, east) VALUES (?1,?2,?2,?3,?3)");
    box.bind(1, row);
    box.bind(2, *place.latitude);
    box.bind(3, *place.longitude);
    run(box);
  }
  return row;
}

// Behind the lock: another writer may have added rows since the last batch.
void SqliteLedger::number_rows() {
  for (const Table table : kTablesWithIds) {
    const std::string name(info(table).name);
    const bool kept = table != Table::stories && table != Table::evidence;  // the highest number there ever was
    const std::string query = kept ? "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '" + name + "'), 0)"
                                   : "SELECT coalesce(max(id), 0) FROM " + name;
    last_[index_of(table)] = database_.handle().execAndGet(query).getInt64();
  }
}

void SqliteLedger::store_counts(const LedgerCounts& counts) {
  SQLite::Statement& update = statement(
      "UPDATE runs SET added = added + ?, replaced = replaced + ?, unchanged = unchanged + ?,"
      " refused = refused + ?, skipped = skipped + ? WHERE id = ?");
  int at = 0;
  for (const std::uint64_t count : {counts.added, counts.replaced, counts.unchanged, counts.refused, counts.skipped}) {
    update.bind(++at, static_cast<std::int64_t>(count));
  }
  update.bind(++at, run_);
  run(update);
}

// Prepared once for each text; the texts are literals or live as long as the program, so that their address tells them.
SQLite::Statement& SqliteLedger::statement(const char* query) {
  for (const auto& [text, prepared] : statements_) {
    if (text == query) {
      prepared->tryReset();
      return *prepared;
    }
  }
  statements_.emplace_back(query, std::make_unique<SQLite::Statement>(database_.handle(), query));
  return *statements_.back().second;
}

}  // namespace annals
