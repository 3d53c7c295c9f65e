// The values of a filter, one by one, against what the ledger holds.
#include "ledger/suggestions.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <set>

#include "annals/error.h"
#include "base/closest.h"
#include "base/iso_date.h"
#include "base/tsv.h"
#include "ledger/conditions.h"
#include "ledger/country_names.h"
#include "ledger/lexicon_tables.h"
#include "ledger/phrases.h"
#include "ledger/query.h"

namespace annals {
namespace {

bool any(SQLite::Database& db, const SqlText& sql) { return prepare(db, sql).executeStep(); }

std::vector<std::string> strings(SQLite::Database& db, const SqlText& sql) {
  std::vector<std::string> out;
  for (SQLite::Statement row = prepare(db, sql); row.executeStep();) out.push_back(row.getColumn(0).getString());
  return out;
}

// The words of a full-text index that begin like `word`; most misspellings keep the first letter.
std::vector<std::string> terms_like(SQLite::Database& db, const std::string& index, const std::string& word) {
  const std::string first = word.substr(0, 1);
  if (first.empty() || static_cast<unsigned char>(first[0]) >= 0x80) return {};
  const std::string terms = "temp.annals_terms_of_" + index;
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS " + terms + " USING fts5vocab(main, " + index + ", row)");
  const std::string beyond(1, static_cast<char>(first[0] + 1));
  return strings(
      db,
      SqlText().add("SELECT term FROM " + terms + " WHERE term >= ").value(first).add(" AND term < ").value(beyond));
}

std::string or_nearest(const std::optional<std::string>& near) {
  return near ? " Did you mean " + *near + "?" : std::string();
}

constexpr std::size_t kShort = 4;  // shorter words are near to too many

// Replaces the words that the index does not have by the nearest that it has.
std::optional<std::string> nearest_words(SQLite::Database& db, const std::string& index, std::string_view value) {
  std::string out;
  bool changed = false;
  for (const std::string& word : folded_words(value)) {
    const std::vector<std::string> terms = terms_like(db, index, word);
    if (!out.empty()) out += ' ';
    if (word.size() < kShort || std::find(terms.begin(), terms.end(), word) != terms.end()) {
      out += word;
      continue;
    }
    const auto near = closest(word, terms);
    if (!near) return std::nullopt;
    out += *near;
    changed = true;
  }
  return changed ? std::optional(out) : std::nullopt;
}

std::optional<std::string> nearest_name(SQLite::Database& db, const std::string& index, const std::string& value) {
  if (const auto country = closest(value, CountryNames::instance().names())) return country;
  return nearest_words(db, index, value);
}

class Explanation {
 public:
  Explanation(SQLite::Database& db, const RecordFilter& filter) : db_(db), filter_(filter) {}

  std::vector<std::string> explain() {
    for (const auto* names :
         {&filter_.actor, &filter_.recipient, &filter_.involving, &filter_.mediator, &filter_.said_by}) {
      for (const std::string& name : *names) this->name(name, "actor", "actors_text", actors_called(name));
    }
    for (const std::string& name : filter_.where) this->name(name, "place", "places_text", places_called(name));
    if (filter_.near && places_near(db_, *filter_.near).empty()) say("No place of this ledger lies in the circle.");
    codes(filter_.type, "type", "events WHERE type IS NOT NULL");
    codes(filter_.mode, "mode", "events WHERE mode IS NOT NULL");
    codes(filter_.context, "context", "event_contexts WHERE context IS NOT NULL");
    codes(filter_.measure, "measure", "figures WHERE measure IS NOT NULL");
    codes(filter_.source, "source", "stories WHERE current AND source IS NOT NULL");
    texts();
    days();
    if (said_.empty()) together();
    return said_;
  }

 private:
  void say(const std::string& sentence) { said_.push_back(sentence); }

  void name(const std::string& name, const std::string& what, const std::string& index, const SqlText& called) {
    if (any(db_, SqlText(called).add(" LIMIT 1"))) return;
    say("No " + what + " of this ledger is called \"" + name + "\"." + or_nearest(nearest_name(db_, index, name)));
  }

  // `rows` are those that have the column. All its values are listed only where the one asked for is not among them.
  void codes(const std::vector<std::string>& values, const std::string& column, const std::string& rows) {
    for (const std::string& value : values) {
      const SqlText same =
          SqlText().add("SELECT 1 FROM " + rows + " AND " + column + " = ").value(value).add(" LIMIT 1");
      if (any(db_, same)) continue;
      say("This ledger has no " + column + " \"" + value + "\"." +
          choice(value, strings(db_, SqlText().add("SELECT DISTINCT " + column + " FROM " + rows))));
    }
  }

  static std::string choice(const std::string& value, const std::vector<std::string>& known) {
    constexpr std::size_t kMost = 20;
    if (const auto near = closest(value, known)) return or_nearest(near);
    if (known.empty() || known.size() > kMost) return {};
    std::string list;
    for (const std::string& one : known) list += (list.empty() ? " It has " : ", ") + one;
    return list + ".";
  }

  void texts() {
    for (const std::string& phrase : filter_.text) {
      const SqlText match = SqlText()
                                .add("SELECT 1 FROM stories_text WHERE stories_text MATCH ")
                                .value(phrase_expression(phrase))
                                .add(" LIMIT 1");
      if (any(db_, match)) continue;
      say("No story says \"" + phrase + "\"." + or_nearest(nearest_words(db_, "stories_text", phrase)));
    }
  }

  void days() {
    const auto bound = [this](const char* which) {
      return parse_iso_date(db_.execAndGet("SELECT coalesce(" + std::string(which) +
                                           "(published), '') FROM stories WHERE current AND published IS NOT NULL")
                                .getString());
    };
    const auto first = bound("min"), last = bound("max");
    if (!first || !last) return say("The ledger has no stories yet; `annals add` reads them.");
    std::string range = "The stories of this ledger are from ";
    append_iso_date(range, *first);
    range += " to ";
    append_iso_date(range, *last);
    if (filter_.since && *filter_.since > *last) say(range + ", before --since.");
    if (filter_.until && *filter_.until < *first) say(range + ", after --until.");
    if (filter_.since && filter_.until && *filter_.since > *filter_.until) say("--since is later than --until.");
  }

  void together() { say("Each filter alone finds something in this ledger, all together do not: leave one out."); }

  SQLite::Database& db_;
  const RecordFilter& filter_;
  std::vector<std::string> said_;
};

// PLOVER's own types or modes, from the table of scores, which has them all.
std::vector<std::string> plover(std::string_view column) {
  const TsvTable table(scores_table(), "lexicon/scores.tsv");
  std::set<std::string> values;
  for (const TsvRow& row : table) {
    if (const std::string_view cell = row[table.column(column)]; !cell.empty()) values.emplace(cell);
  }
  return {values.begin(), values.end()};
}

void check(SQLite::Database& db, const std::vector<std::string>& values, const std::string& column) {
  for (const std::string& value : values) {
    const std::vector<std::string> known = plover(column);
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    if (any(db, SqlText().add("SELECT 1 FROM events WHERE " + column + " = ").value(value).add(" LIMIT 1"))) continue;
    const auto near = closest(value, known);
    std::string list;
    for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
    throw Error{Fault::usage, "--" + column, "there is no " + column + " \"" + value + "\"",
                near ? "Did you mean " + *near + "?" : "Choose one of: " + list + "."};
  }
}

}  // namespace

std::vector<std::string> explain_nothing(SQLite::Database& db, const RecordFilter& filter) {
  define_says(db);
  return Explanation(db, filter).explain();
}

void check_codes(SQLite::Database& db, const RecordFilter& filter) {
  check(db, filter.type, "type");
  check(db, filter.mode, "mode");
}

}  // namespace annals
