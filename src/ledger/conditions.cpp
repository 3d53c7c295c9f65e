// The conditions of a filter, one after the other.
#include "ledger/conditions.h"

#include <SQLiteCpp/Statement.h>

#include <cmath>
#include <numbers>

#include "base/iso_date.h"
#include "ledger/country_names.h"
#include "ledger/phrases.h"
#include "ledger/suggestions.h"

namespace annals {
namespace {

// One statement's worth of building: the conditions so far, and whether the kind is out.
class Builder {
 public:
  Builder(SQLite::Database& db, const RecordFilter& filter, const KindTable& kind)
      : db_(db), filter_(filter), kind_(kind) {}

  std::optional<std::vector<Condition>> build() {
    days();
    if (kind_.kind == RecordKind::role) {
      roles_of(filter_.actor);
      roles_of(filter_.involving);
    } else {
      people(filter_.actor, {kind_.actor});
      people(filter_.involving, {kind_.actor, kind_.recipient, kind_.mediator});
    }
    people(filter_.recipient, {kind_.recipient});
    people(filter_.mediator, {kind_.mediator});
    persons();
    said_by();
    cells(RecordKind::event, filter_.type, "r.type");
    cells(RecordKind::event, filter_.mode, "r.mode");
    contexts();
    cells(RecordKind::talks, filter_.status, "r.status");
    cells(RecordKind::figure, filter_.measure, "r.measure");
    if (!filter_.factuality.empty()) check(is_one_of("r.factuality", filter_.factuality));
    where();
    near();
    stories();
    texts();
    if (impossible_) return std::nullopt;
    return std::move(conditions_);
  }

 private:
  void check(SqlText sql) { conditions_.push_back({.check = std::move(sql), .find = {}}); }
  void check(SqlText sql, SqlText find) { conditions_.push_back({.check = std::move(sql), .find = std::move(find)}); }
  void check_dated(SqlText sql, SqlText find) {
    check(std::move(sql), std::move(find));
    conditions_.back().dated = true;
  }

  // SELECT of ids for any of the names.
  template <typename Called>
  static SqlText any_of(const std::vector<std::string>& names, Called called) {
    SqlText sql;
    for (const std::string& name : names) sql.add(sql.text.empty() ? "" : " UNION ").add(called(name));
    return sql;
  }

  void days() {
    const auto bound = [this](const char* compare, std::chrono::sys_days day) {
      check(SqlText().add("r.day ").add(compare).add(" ").value(iso_date(day)));
      conditions_.back().of_day = true;
    };
    if (filter_.since) bound(">=", *filter_.since);
    if (filter_.until) bound("<=", *filter_.until);
  }

  // Somebody called so has one of the roles.
  void people(const std::vector<std::string>& names, std::vector<std::string_view> roles) {
    if (names.empty()) return;
    std::erase(roles, "");
    const SqlText actors = any_of(names, actors_called);
    if (roles.empty()) return impossible();
    std::string role = "p.role IN (";
    for (const std::string_view r : roles) role.append(role.ends_with('(') ? "'" : ", '").append(r).append("'");
    role += ")";
    const std::string key = "p." + std::string(kind_.key);
    const std::string table(kind_.people);
    check_dated(
        SqlText()
            .add("EXISTS (SELECT 1 FROM " + table + " p WHERE " + key + " = r.id AND " + role + " AND p.actor IN (")
            .add(actors)
            .add("))"),
        SqlText()
            .add("SELECT " + key + " AS id, p.day AS day FROM " + table + " p WHERE " + role + " AND p.actor IN (")
            .add(actors)
            .add(")"));
  }

  // A role is somebody's in some body: either may be meant.
  void roles_of(const std::vector<std::string>& names) {
    if (names.empty()) return;
    const SqlText actors = any_of(names, actors_called), persons = persons_called(names);
    check(SqlText().add("(r.of_actor IN (").add(actors).add(") OR r.person IN (").add(persons).add("))"),
          SqlText()
              .add("SELECT id FROM roles WHERE of_actor IN (")
              .add(actors)
              .add(") UNION SELECT id FROM roles WHERE person IN (")
              .add(persons)
              .add(")"));
  }

  static SqlText person_called(const std::string& name) {
    SqlText sql;
    for (const std::string& word : folded_words(name)) {
      sql.add(sql.text.empty() ? "(" : " AND ").add("annals_says(r.person, 0, 1000000, ").value(word).add(")");
    }
    return sql.text.empty() ? SqlText().add("0") : sql.add(")");
  }

  // The index of persons has each name once a role; the function is called once a name.
  static SqlText persons_called(const std::vector<std::string>& names) {
    SqlText sql;
    for (const std::string& name : names) {
      sql.add(sql.text.empty() ? "SELECT person FROM (SELECT DISTINCT person FROM roles) r WHERE " : " OR ")
          .add(person_called(name));
    }
    return sql;
  }

  void persons() {
    if (filter_.person.empty()) return;
    if (kind_.kind != RecordKind::role) return impossible();
    const SqlText called = persons_called(filter_.person);
    check(SqlText().add("r.person IN (").add(called).add(")"),
          SqlText().add("SELECT id FROM roles WHERE person IN (").add(called).add(")"));
  }

  void said_by() {
    if (filter_.said_by.empty()) return;
    if (kind_.kind == RecordKind::statement) return people(filter_.said_by, {"speaker"});
    const SqlText actors = any_of(filter_.said_by, actors_called);
    const std::string table(kind_.table);
    check_dated(SqlText().add("r.attributed_to IN (").add(actors).add(")"),
                SqlText().add("SELECT id, day FROM " + table + " WHERE attributed_to IN (").add(actors).add(")"));
  }

  // A column that only one kind has.
  void cells(RecordKind kind, const std::vector<std::string>& values, std::string_view column) {
    if (values.empty()) return;
    if (kind != kind_.kind) return impossible();
    check(is_one_of(column, values));
  }

  void contexts() {
    if (filter_.context.empty()) return;
    if (kind_.kind != RecordKind::event) return impossible();
    const SqlText named = is_one_of("c.context", filter_.context);
    check(SqlText().add("EXISTS (SELECT 1 FROM event_contexts c WHERE c.event = r.id AND ").add(named).add(")"),
          SqlText().add("SELECT c.event AS id FROM event_contexts c WHERE ").add(named));
  }

  // A movement is also where it begins and ends.
  void places(const SqlText& ids) {
    std::vector<std::string> columns = {"where_place"};
    if (kind_.kind == RecordKind::movement) columns.insert(columns.end(), {"from_place", "to_place"});
    SqlText sql, find;
    for (const std::string& column : columns) {
      sql.add(sql.text.empty() ? "(" : " OR ").add("r." + column + " IN (").add(ids).add(")");
      find.add(find.text.empty() ? "" : " UNION ")
          .add("SELECT id, day FROM " + std::string(kind_.table) + " WHERE " + column + " IN (")
          .add(ids)
          .add(")");
    }
    check_dated(sql.add(")"), find);
  }

  void where() {
    if (!filter_.where.empty()) places(any_of(filter_.where, places_called));
  }

  void near() {
    if (!filter_.near) return;
    std::string ids;
    for (const std::int64_t id : places_near(db_, *filter_.near)) {
      ids += (ids.empty() ? "VALUES (" : ", (") + std::to_string(id) + ")";
    }
    if (ids.empty()) return impossible();
    places(SqlText().add(ids));
  }

  // Conditions on the story, each with the records of the stories that meet it.
  void of_story(const SqlText& stories) {
    check(SqlText().add("r.story IN (").add(stories).add(")"),
          SqlText().add("SELECT id FROM " + std::string(kind_.table) + " WHERE story IN (").add(stories).add(")"));
  }

  void stories() {
    if (!filter_.doc.empty()) {
      of_story(SqlText().add("SELECT id FROM stories WHERE current AND ").add(is_one_of("doc", filter_.doc)));
    }
    if (!filter_.source.empty()) {
      // Sources are few, so that the index is gone through once for their spelling.
      of_story(SqlText()
                   .add("SELECT id FROM stories WHERE current AND source IN (SELECT DISTINCT source FROM stories WHERE "
                        "current AND ")
                   .add(is_one_of("source COLLATE NOCASE", filter_.source))
                   .add(")"));
    }
  }

  // Of a rare phrase, the index finds the stories. Of a common one it would list too many: there the sentences alone
  // are read, newest first, and a page is soon full.
  void texts() {
    for (const std::string& phrase : filter_.text) {
      const SqlText stories = SqlText()
                                  .add("SELECT rowid FROM stories_text WHERE stories_text MATCH ")
                                  .value("text : " + phrase_expression(phrase));
      check(SqlText().add("1"),
            SqlText().add("SELECT id FROM " + std::string(kind_.table) + " WHERE story IN (").add(stories).add(")"));
      conditions_.back().count = stories;
      check(SqlText()
                .add("EXISTS (SELECT 1 FROM stories s JOIN evidence ev ON ev.id = r.evidence WHERE s.id = r.story AND "
                     "annals_says(s.text, ev.start, ev.\"end\", ")
                .value(phrase)
                .add("))"));
      conditions_.back().phrase = phrase;
    }
  }

  void impossible() { impossible_ = true; }

  SQLite::Database& db_;
  const RecordFilter& filter_;
  const KindTable& kind_;
  std::vector<Condition> conditions_;
  bool impossible_ = false;
};

constexpr double kEarthRadius = 6371.0088;  // kilometres, the mean (IUGG)
constexpr double kDegree = std::numbers::pi / 180;

double kilometres_between(double lat1, double lon1, double lat2, double lon2) {
  const double north = std::sin((lat2 - lat1) * kDegree / 2);
  const double east = std::sin((lon2 - lon1) * kDegree / 2);
  const double h = north * north + std::cos(lat1 * kDegree) * std::cos(lat2 * kDegree) * east * east;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace

std::optional<std::vector<Condition>> conditions_of(SQLite::Database& db, const RecordFilter& filter,
                                                    const KindTable& kind) {
  define_says(db);
  if (kind.kind == RecordKind::event) check_codes(db, filter);
  return Builder(db, filter, kind).build();
}

SqlText actors_called(std::string_view name) {
  if (const std::string country = CountryNames::instance().code(name); !country.empty()) {
    return SqlText().add("SELECT id FROM actors WHERE country = ").value(country);
  }
  return SqlText().add("SELECT rowid FROM actors_text WHERE actors_text MATCH ").value(words_expression(name));
}

SqlText places_called(std::string_view name) {
  if (const std::string country = CountryNames::instance().code(name); !country.empty()) {
    return SqlText().add("SELECT id FROM places WHERE country = ").value(country);
  }
  return SqlText()
      .add("SELECT rowid FROM places_text WHERE places_text MATCH ")
      .value(words_expression(name))
      .add(
          " UNION SELECT id FROM places WHERE province IN (SELECT province FROM (SELECT DISTINCT province FROM places "
          "WHERE province <> '') WHERE annals_is_one_of(")
      .value(std::string(name))
      .add(", province))");
}

std::vector<std::int64_t> places_near(SQLite::Database& db, const Near& near) {
  // The box's north and south; its sides only where it reaches neither a pole nor the date line.
  const double high = near.kilometres / kEarthRadius / kDegree;
  const double cosine = std::cos(std::min(90.0, std::abs(near.latitude) + high) * kDegree);
  const double wide = cosine > 1e-6 ? high / cosine : 360;
  SqlText sql;
  sql.add("SELECT p.id, p.latitude, p.longitude FROM places_box b JOIN places p ON p.id = b.id WHERE b.north >= ")
      .value(near.latitude - high)
      .add(" AND b.south <= ")
      .value(near.latitude + high);
  if (near.longitude - wide >= -180 && near.longitude + wide <= 180) {
    sql.add(" AND b.east >= ").value(near.longitude - wide).add(" AND b.west <= ").value(near.longitude + wide);
  }
  std::vector<std::int64_t> ids;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) {
    const double distance =
        kilometres_between(near.latitude, near.longitude, row.getColumn(1).getDouble(), row.getColumn(2).getDouble());
    if (distance <= near.kilometres) ids.push_back(row.getColumn(0).getInt64());
  }
  return ids;
}

}  // namespace annals
