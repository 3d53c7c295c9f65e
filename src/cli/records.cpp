// `annals events`, `statements`, `figures`, `movements`, `talks` and `roles`: the records that filters ask for.
#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/empty_answer.h"
#include "cli/ledger_options.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/kind_tables.h"
#include "ledger/query.h"

namespace annals::cli {
namespace {

struct RecordsOptions {
  RecordKind kind = RecordKind::event;
  std::string ledger;
  std::string format;
  FilterOptions filters;
};

constexpr std::uint32_t kScreenful = 50;  // records of a table on a terminal, where no limit is given

int run_records(const RecordsOptions& options) {
  const bool terminal = output_is_terminal();
  const RecordFormat format = record_format(options.format, terminal);
  RecordFilter filter = options.filters.filter();
  filter.kinds = {options.kind};
  if (terminal && format == RecordFormat::table && !filter.limit) filter.limit = kScreenful;
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    RecordOutput output(format, options.kind);
    std::uint32_t given = 0;
    std::optional<Cursor> last;
    each_record(db, filter, [&](StoredRecord& record) {
      output.add(record);
      ++given;
      last = cursor_of(record);
      return true;
    });
    output.finish();
    if (given == 0) explain_empty(db, filter, options.filters.words());
    if (given > 0 && filter.limit == given) {
      RecordFilter rest = filter;
      rest.after = last;
      rest.limit = 1;
      if (!find_records(db, rest).records.empty()) say_more(*last, terminal);
    }
    return kAllDone;
  });
}

struct Example {
  std::string_view about, examples;
};
constexpr Example kExamples[] = {
    {"List events: who did what to whom",
     "  annals events news.ledger --actor Turkey --recipient Israel --type SANCTION --since 2023-10-01\n"
     "  annals events news.ledger --where Gaza --text \"humanitarian pause\"\n"
     "  annals events news.ledger --type ASSAULT --near 31.5,34.47,25 --format geojson > map.geojson"},
    {"List statements: who said what",
     "  annals statements news.ledger --said-by Erdogan --since 2023-11\n"
     "  annals statements news.ledger --text ceasefire --format csv > statements.csv"},
    {"List figures: how many of what",
     "  annals figures news.ledger --measure killed --where Gaza\n"
     "  annals figures news.ledger --measure trucks --format hxl > trucks.csv"},
    {"List movements: who went where",
     "  annals movements news.ledger --actor Blinken\n"
     "  annals movements news.ledger --where Rwanda --format geojson > ways.geojson"},
    {"List talks: where negotiations stand",
     "  annals talks news.ledger --involving Israel --status stalled\n"
     "  annals talks news.ledger --mediator Qatar --order oldest"},
    {"List roles: who is what",
     "  annals roles news.ledger --person Blinken\n"
     "  annals roles news.ledger --actor Turkey --format csv > offices.csv"},
};

}  // namespace

void add_records(CLI::App& app, int& status) {
  for (const KindTable& kind : kKindTables) {
    const Example& example = kExamples[static_cast<int>(kind.kind)];
    CLI::App* command = app.add_subcommand(std::string(kind.table), std::string(example.about));
    auto options = std::make_shared<RecordsOptions>();
    options->kind = kind.kind;
    add_ledger(*command, options->ledger);
    options->filters.add_to(*command, kind.letters);
    command->add_option("--format", options->format, kRecordFormatHelp)->type_name("FORMAT");
    command->footer("Examples:\n" + std::string(example.examples));
    command->callback([options, &status] { status = run_records(*options); });
  }
}

}  // namespace annals::cli
