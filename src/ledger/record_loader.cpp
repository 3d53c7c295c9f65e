// One SELECT a kind, with the columns that all kinds share first.
#include "ledger/record_loader.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/iso_date.h"
#include "ledger/kind_tables.h"
#include "ledger/story_text.h"

namespace annals {
namespace {

constexpr std::string_view kShared =
    "SELECT r.story, r.factuality, r.day, r.when_first, r.when_last, r.when_start, r.when_end, "
    "w.name, w.country, w.geonames, w.latitude, w.longitude, w.province, r.where_start, r.where_end, "
    "a.name, a.country, a.sector, r.attributed_start, r.attributed_end, "
    "r.why_entry, r.why_rule, r.why_words, e.start, e.\"end\"";

// The columns of the kind alone.
constexpr std::string_view kOwn[] = {
    "r.type, r.mode, r.cameo, r.trigger_start, r.trigger_end, r.killed, r.injured, r.size",
    "r.content_start, r.content_end, r.form, r.cue_start, r.cue_end",
    "r.\"of\", r.low, r.high, r.qualifier, r.unit, r.per, r.measure",
    "f.name, f.country, f.geonames, f.latitude, f.longitude, f.province, r.from_start, r.from_end, "
    "t.name, t.country, t.geonames, t.latitude, t.longitude, t.province, r.to_start, r.to_end, r.purpose",
    "r.subject, r.status, r.obstacle",
    "r.person, r.title, o.name, o.country, o.sector, r.of_start, r.of_end",
};

std::string select(const KindTable& kind) {
  std::string sql(kShared);
  sql.append(", ").append(kOwn[static_cast<int>(kind.kind)]).append(" FROM ").append(kind.table);
  sql +=
      " r JOIN evidence e ON e.id = r.evidence LEFT JOIN places w ON w.id = r.where_place "
      "LEFT JOIN actors a ON a.id = r.attributed_to";
  if (kind.kind == RecordKind::movement) {
    sql += " LEFT JOIN places f ON f.id = r.from_place LEFT JOIN places t ON t.id = r.to_place";
  }
  if (kind.kind == RecordKind::role) sql += " LEFT JOIN actors o ON o.id = r.of_actor";
  return sql + " WHERE r.id = ?";
}

std::string select_people(const KindTable& kind) {
  std::string sql = "SELECT p.role, a.name, a.country, a.sector, p.start, p.\"end\" FROM ";
  sql.append(kind.people).append(" p JOIN actors a ON a.id = p.actor WHERE p.").append(kind.key);
  return sql + " = ? ORDER BY p.ordinal";
}

// Reads the columns of one row from left to right.
class Row {
 public:
  Row(SQLite::Statement& statement, const StoryText& text) : statement_(statement), text_(text) {}

  std::string string() { return next().getString(); }
  std::int64_t integer() { return next().getInt64(); }
  std::optional<std::int64_t> maybe_integer() {
    const SQLite::Column column = next();
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
  }
  std::optional<double> maybe_real() {
    const SQLite::Column column = next();
    return column.isNull() ? std::nullopt : std::optional(column.getDouble());
  }
  std::optional<std::chrono::sys_days> day() { return parse_iso_date(string()); }

  Words words() { return *maybe_words(); }
  std::optional<Words> maybe_words() {
    const auto begin = maybe_integer(), end = maybe_integer();
    if (!begin || !end) return std::nullopt;
    return text_.words(static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end));
  }

  // name, country, sector, start, end
  std::optional<Actor> actor() {
    Actor actor;
    const bool there = !statement_.getColumn(at_).isNull();
    actor.name = string();
    actor.country = string();
    actor.sector = string();
    actor.words = maybe_words();
    return there ? std::optional(std::move(actor)) : std::nullopt;
  }

  // name, country, geonames, latitude, longitude, province, start, end
  std::optional<Place> place() {
    Place place;
    const bool there = !statement_.getColumn(at_).isNull();
    place.name = string();
    place.country = string();
    if (const std::int64_t id = integer(); id != 0) place.geonames = static_cast<std::uint64_t>(id);
    place.latitude = maybe_real();
    place.longitude = maybe_real();
    place.province = string();
    place.words = maybe_words();
    return there ? std::optional(std::move(place)) : std::nullopt;
  }

  std::optional<When> when() {
    const auto first = day(), last = day();
    const auto words = maybe_words();
    if (!first || !last) return std::nullopt;
    return When{words, *first, *last};
  }

  // [[start, end], ...]
  std::vector<Words> word_list() {
    std::vector<Words> list;
    const auto json = nlohmann::json::parse(string(), nullptr, false);
    if (!json.is_array()) return list;
    for (const auto& pair : json) {
      if (pair.is_array() && pair.size() == 2 && pair[0].is_number_unsigned() && pair[1].is_number_unsigned()) {
        list.push_back(text_.words(pair[0], pair[1]));
      }
    }
    return list;
  }

 private:
  SQLite::Column next() { return statement_.getColumn(at_++); }

  SQLite::Statement& statement_;
  const StoryText& text_;
  int at_ = 0;
};

// The value of a closed set by its name; the first where a later version wrote one that we do not know.
template <typename Enum, std::size_t N>
Enum value_named(const std::string_view (&names)[N], std::string_view name) {
  const auto* found = std::find(std::begin(names), std::end(names), name);
  return found == std::end(names) ? Enum{} : static_cast<Enum>(found - std::begin(names));
}

struct Person {
  std::string role;
  Actor actor;
};

std::vector<Actor> those(std::vector<Person>& people, std::string_view role) {
  std::vector<Actor> out;
  for (Person& person : people) {
    if (person.role == role) out.push_back(std::move(person.actor));
  }
  return out;
}

void fill(Event& event, Row& row, std::vector<Person>& people) {
  event.type = row.string();
  event.mode = row.string();
  event.cameo = row.string();
  event.trigger = row.words();
  event.killed = row.maybe_integer();
  event.injured = row.maybe_integer();
  event.size = row.maybe_integer();
  event.actor = those(people, "actor");
  event.recipient = those(people, "recipient");
}

void fill(Statement& statement, Row& row, std::vector<Person>& people) {
  statement.content = row.words();
  statement.form = value_named<StatementForm>(kStatementFormNames, row.string());
  statement.cue = row.maybe_words();
  std::vector<Actor> speakers = those(people, "speaker");
  if (!speakers.empty()) statement.speaker = std::move(speakers.front());
  statement.addressee = those(people, "addressee");
}

void fill(Figure& figure, Row& row, std::vector<Person>&) {
  figure.of = row.string();
  figure.low = row.maybe_real();
  figure.high = row.maybe_real();
  figure.qualifier = value_named<Qualifier>(kQualifierNames, row.string());
  figure.unit = row.string();
  figure.per = row.string();
  figure.measure = row.string();
}

void fill(Movement& movement, Row& row, std::vector<Person>& people) {
  movement.from = row.place();
  movement.to = row.place();
  movement.purpose = row.string();
  movement.who = those(people, "who");
}

void fill(Talks& talks, Row& row, std::vector<Person>& people) {
  talks.subject = row.string();
  talks.status = value_named<TalksStatus>(kTalksStatusNames, row.string());
  talks.obstacle = row.string();
  talks.parties = those(people, "party");
  talks.mediator = those(people, "mediator");
}

void fill(Role& role, Row& row, std::vector<Person>&) {
  role.person = row.string();
  role.title = row.string();
  role.of = row.actor();
}

Record empty_record(RecordKind kind) {
  switch (kind) {
    case RecordKind::event:
      return Event{};
    case RecordKind::statement:
      return Statement{};
    case RecordKind::figure:
      return Figure{};
    case RecordKind::movement:
      return Movement{};
    case RecordKind::talks:
      return Talks{};
    case RecordKind::role:
      return Role{};
  }
  return Event{};
}

}  // namespace

struct RecordLoader::State {
  explicit State(SQLite::Database& database) : db(database) {}

  // Compiled when a kind is first asked for.
  SQLite::Statement& prepared(std::optional<SQLite::Statement>& held, const std::string& sql) {
    if (!held) held.emplace(db, sql);
    held->reset();
    return *held;
  }

  void read_story(std::int64_t row) {
    if (head.row == row) return;
    SQLite::Statement& s = prepared(story, "SELECT doc, source, title, url, published, text FROM stories WHERE id = ?");
    s.bind(1, row);
    if (!s.executeStep()) return;
    head = {row,
            s.getColumn(0).getString(),
            s.getColumn(1).getString(),
            s.getColumn(2).getString(),
            s.getColumn(3).getString(),
            parse_iso_date(s.getColumn(4).getString())};
    text.reset(s.getColumn(5).getString());
    s.reset();
  }

  std::vector<Person> people_of(const KindTable& kind, std::int64_t row) {
    std::vector<Person> out;
    if (kind.people.empty()) return out;
    SQLite::Statement& s = prepared(people[static_cast<int>(kind.kind)], select_people(kind));
    s.bind(1, row);
    while (s.executeStep()) {
      Row columns(s, text);
      std::string role = columns.string();
      out.push_back({std::move(role), *columns.actor()});
    }
    return out;
  }

  std::vector<std::string> contexts_of(std::int64_t row) {
    std::vector<std::string> out;
    SQLite::Statement& s = prepared(contexts, "SELECT context FROM event_contexts WHERE event = ?");
    s.bind(1, row);
    while (s.executeStep()) out.push_back(s.getColumn(0).getString());
    return out;
  }

  SQLite::Database& db;
  std::optional<SQLite::Statement> records[std::size(kRecordKinds)];
  std::optional<SQLite::Statement> people[std::size(kRecordKinds)];
  std::optional<SQLite::Statement> contexts;
  std::optional<SQLite::Statement> story;
  StoryHead head;
  StoryText text;
};

RecordLoader::RecordLoader(SQLite::Database& db) : state_(std::make_unique<State>(db)) {}
RecordLoader::~RecordLoader() = default;

std::optional<StoredRecord> RecordLoader::load(RecordId id) {
  const KindTable& kind = table_of(id.kind);
  SQLite::Statement& statement = state_->prepared(state_->records[static_cast<int>(id.kind)], select(kind));
  statement.bind(1, id.row);
  if (!statement.executeStep()) return std::nullopt;
  state_->read_story(statement.getColumn(0).getInt64());
  std::vector<Person> people = state_->people_of(kind, id.row);

  StoredRecord out{id, empty_record(id.kind), state_->head, {}};
  Row row(statement, state_->text);
  row.integer();  // the story
  std::visit(
      [&](auto& record) {
        record.doc = out.story.doc;
        record.factuality = value_named<Factuality>(kFactualityNames, row.string());
        out.day = row.day();
        record.when = row.when();
        record.where = row.place();
        record.attributed_to = row.actor();
        record.why.entry = row.string();
        record.why.rule = row.string();
        record.why.words = row.word_list();
        record.evidence = row.words();
        fill(record, row, people);
      },
      out.record);
  if (auto* event = std::get_if<Event>(&out.record)) event->context = state_->contexts_of(id.row);
  statement.reset();
  return out;
}

}  // namespace annals
