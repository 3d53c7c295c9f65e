// `annals sql`: a ledger in the words of SQL, read-only.
#include <sqlite3.h>
#include <unistd.h>

#include <iostream>
#include <memory>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/ledger_options.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/views.h"
#include "output/csv.h"
#include "output/json_writer.h"

namespace annals::cli {
namespace {

struct SqlOptions {
  std::string ledger;
  std::string query;
  std::string format;
};

const std::array<std::string, 3> kFormats = {"table", "csv", "jsonl"};
constexpr std::size_t kBuffer = 1 << 16;

Error query_error(const SQLite::Exception& fault) {
  return Error{Fault::usage, "sql", fault.what(),
               "The tables are in docs/ledger.md, the views in docs/querying.md; `.tables` lists both."};
}

std::string cell(SQLite::Statement& row, int at) {
  const SQLite::Column column = row.getColumn(at);
  return column.isBlob() ? "(" + std::to_string(column.getBytes()) + " bytes)" : column.getString();
}

void append_csv(std::string& out, SQLite::Statement& row, bool header) {
  for (int at = 0; at < row.getColumnCount(); ++at) {
    if (at > 0) out.push_back(',');
    const std::size_t from = out.size();
    out += header ? std::string(row.getColumnName(at)) : cell(row, at);
    quote_csv_cell(out, from);
  }
  out += "\r\n";
}

void append_json(std::string& out, SQLite::Statement& row) {
  JsonWriter json(out);
  json.begin_object();
  for (int at = 0; at < row.getColumnCount(); ++at) {
    const SQLite::Column column = row.getColumn(at);
    std::string name;
    JsonWriter(name).value(row.getColumnName(at));  // a user's alias may need escapes
    json.key(std::string_view(name).substr(1, name.size() - 2));
    if (column.isNull()) {
      json.null();
    } else if (column.isInteger()) {
      json.value(column.getInt64());
    } else if (column.isFloat()) {
      json.value(column.getDouble());
    } else {
      json.value(cell(row, at));
    }
  }
  json.end_object();
  out.push_back('\n');
}

TextTable table_for(SQLite::Statement& row) {
  std::vector<TextColumn> columns;
  for (int at = 0; at < row.getColumnCount(); ++at) columns.push_back({row.getColumnName(at)});
  return TextTable(columns);
}

// Runs one statement and prints its rows.
void run_query(SQLite::Database& db, const std::string& query, std::size_t format) {
  SQLite::Statement row(db, query);
  TextTable table = table_for(row);
  std::string out;
  if (format == 1) append_csv(out, row, true);
  while (row.executeStep()) {
    if (format == 0) {
      std::vector<std::string> cells;
      for (int at = 0; at < row.getColumnCount(); ++at) cells.push_back(cell(row, at));
      table.add(cells);
    }
    if (format == 1) append_csv(out, row, false);
    if (format == 2) append_json(out, row);
    if (out.size() > kBuffer) write_output(std::exchange(out, {}));
  }
  write_output(out);
  if (format == 0) print_table(table);
}

constexpr const char* kTables =
    "SELECT name, type FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE "
    "'%\\_text\\__%' ESCAPE '\\' "
    "AND name NOT LIKE 'places\\_box\\__%' ESCAPE '\\' "
    "UNION ALL SELECT name, type FROM sqlite_temp_schema WHERE type = 'view' ORDER BY name";

// A statement may run over lines; it ends where SQLite says that it is complete. A fault costs only its statement.
void prompt(SQLite::Database& db, std::size_t format) {
  const bool terminal = ::isatty(STDIN_FILENO) == 1;
  std::string statement;
  const auto ask = [&] {
    if (terminal) std::cerr << (statement.empty() ? "annals> " : "   ...> ") << std::flush;
  };
  if (terminal)
    std::cerr << "A read-only ledger. End statements with ;  .tables lists tables and views, .quit leaves.\n";
  for (std::string line; ask(), std::getline(std::cin, line);) {
    if (statement.empty() && (line == ".quit" || line == ".exit")) return;
    if (statement.empty() && line == ".tables") line = std::string(kTables) + ";";
    if (statement.empty() && line.find_first_not_of(" \t") == line.npos) continue;
    statement += line + "\n";
    if (sqlite3_complete(statement.c_str()) == 0) continue;
    try {
      run_query(db, std::exchange(statement, {}), format);
    } catch (const SQLite::Exception& fault) {
      std::cerr << query_error(fault).what() << "\n";
    }
  }
  if (!statement.empty()) run_query(db, statement, format);
}

int run_sql(const SqlOptions& options) {
  const std::size_t format =
      options.format.empty() ? (output_is_terminal() ? 0 : 1) : choose("--format", options.format, kFormats);
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    define_views(db);
    db.exec("PRAGMA query_only = ON");
    // ATTACH would open, and could make, other files.
    sqlite3_limit(db.getHandle(), SQLITE_LIMIT_ATTACHED, 0);
    try {
      if (options.query.empty()) {
        prompt(db, format);
      } else {
        run_query(db, options.query == ".tables" ? kTables : options.query, format);
      }
    } catch (const SQLite::Exception& fault) {
      throw query_error(fault);
    }
    return kAllDone;
  });
}

}  // namespace

void add_sql(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("sql", "Ask in SQL, or open a prompt; nothing can be changed");
  auto options = std::make_shared<SqlOptions>();
  add_ledger(*command, options->ledger);
  command->add_option("QUERY", options->query, "One SELECT; without it, statements are read from standard input")
      ->type_name("");
  command
      ->add_option("--format", options->format,
                   "table (the default on a terminal), csv (the default elsewhere) or jsonl")
      ->type_name("FORMAT");
  command->footer(
      "Examples:\n"
      "  annals sql news.ledger \"SELECT type, count(*) FROM events GROUP BY type\"\n"
      "  annals sql news.ledger \"SELECT day, actor, type, recipient, evidence FROM event_rows WHERE killed > 10\"\n"
      "  annals sql news.ledger");
  command->callback([options, &status] { status = run_sql(*options); });
}

}  // namespace annals::cli
