// `annals corrections` and `annals agreement`: what reviewers said of the records of a ledger.
#include "ledger/corrections.h"

#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/ledger_options.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/agreement.h"
#include "output/csv.h"
#include "output/text_table.h"
#include "server/correction_json.h"

namespace annals::cli {
namespace {

struct Options {
  std::string ledger;
  std::string format;
};

const std::array<std::string, 2> kCorrectionFormats = {"jsonl", "csv"};
const std::array<std::string, 2> kAgreementFormats = {"table", "json"};

void append_cells(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += ',';
    first = false;
    const std::size_t from = out.size();
    out += cell;
    quote_csv_cell(out, from);
  }
  out += "\r\n";
}

void append_csv(std::string& out, const Correction& c) {
  append_cells(
      out, {std::to_string(c.row), c.record ? to_string(RecordId{c.kind, *c.record}) : std::string(), name_of(c.kind),
            c.doc, c.type, name_of(c.verdict), c.changes, c.reviewer, c.made, c.note, c.original});
}

int run_corrections(const Options& options) {
  const bool csv = !options.format.empty() && choose("--format", options.format, kCorrectionFormats) == 1;
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    std::string out;
    if (csv) {
      append_cells(out, {"id", "record", "kind", "doc", "type", "verdict", "changes", "by", "at", "note", "original"});
    }
    each_correction(db, [&](const Correction& correction) {
      if (csv) {
        append_csv(out, correction);
      } else {
        JsonWriter json(out);
        write_correction(json, correction);
        out += '\n';
      }
      constexpr std::size_t kBlock = 1 << 16;
      if (out.size() < kBlock) return;
      write_output(out);
      out.clear();
    });
    write_output(out);
    return kAllDone;
  });
}

void add_row(TextTable& table, const AgreementRow& row) {
  const Interval interval = wilson(row.right, row.reviewed());
  table.add({std::string(name_of(row.kind)), row.type.empty() ? "all" : row.type, std::to_string(row.reviewed()),
             std::to_string(row.right), std::to_string(row.fixed), std::to_string(row.wrong),
             fmt::format("{:.2f}", row.precision()), fmt::format("{:.2f}-{:.2f}", interval.low, interval.high)});
}

std::string as_table(const Agreement& agreement) {
  TextTable table({{"kind"},
                   {"type"},
                   {"reviewed", Align::right},
                   {"right", Align::right},
                   {"fixed", Align::right},
                   {"wrong", Align::right},
                   {"precision", Align::right},
                   {"95%", Align::right}});
  for (const AgreementRow& row : agreement.kinds) add_row(table, row);
  for (const AgreementRow& row : agreement.types) add_row(table, row);
  std::string out;
  table.print(out, 0);
  if (agreement.judged_pairs > 0) {
    out += fmt::format("Two reviewers judged {} records between them and agreed on {}.\n", agreement.judged_pairs,
                       agreement.agreed_pairs);
  }
  return out;
}

int run_agreement(const Options& options) {
  const bool terminal = output_is_terminal();
  const bool table = options.format.empty() ? terminal : choose("--format", options.format, kAgreementFormats) == 0;
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    const Agreement agreement = measure_agreement(db);
    if (agreement.kinds.empty()) {
      fmt::print(stderr, "{}: nobody has reviewed a record yet. Open it with `annals serve --write {}`.\n",
                 options.ledger, options.ledger);
    }
    std::string out;
    if (table) {
      if (!agreement.kinds.empty()) out = as_table(agreement);
    } else {
      JsonWriter json(out);
      write_agreement(json, agreement);
      out += '\n';
    }
    write_output(out);
    return kAllDone;
  });
}

}  // namespace

void add_corrections(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("corrections", "Print what reviewers said of the records of a ledger");
  auto options = std::make_shared<Options>();
  add_ledger(*command, options->ledger);
  command->add_option("--format", options->format, "jsonl (the default) or csv")->type_name("FORMAT");
  command->footer("Example:\n  annals corrections --format csv crisis.db > reviews.csv");
  command->callback([options, &status] { status = run_corrections(*options); });
}

void add_agreement(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("agreement", "How right the records are, by the reviews of them");
  auto options = std::make_shared<Options>();
  add_ledger(*command, options->ledger);
  command->add_option("--format", options->format, "table (the default on a terminal) or json (the default elsewhere)")
      ->type_name("FORMAT");
  command->footer("Example:\n  annals agreement --format table crisis.db");
  command->callback([options, &status] { status = run_agreement(*options); });
}

}  // namespace annals::cli
