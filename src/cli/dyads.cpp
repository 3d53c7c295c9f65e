// `annals dyads`: what countries did to one another, month by month.
#include "ledger/dyads.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/empty_answer.h"
#include "cli/ledger_options.h"
#include "cli/periods.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "output/json_writer.h"

namespace annals::cli {
namespace {

struct DyadsOptions {
  std::string ledger;
  std::string format, by = "month", scores;
  FilterOptions filters;
};

const std::array<std::string, 3> kFormats = {"table", "csv", "jsonl"};

// Nothing where the scores know none of the events.
std::string mean(const Dyad& dyad) { return dyad.mean_score ? fmt::format("{:.2f}", *dyad.mean_score) : ""; }

TextTable table_of(const std::vector<Dyad>& dyads, Period period) {
  TextTable table({{"PERIOD"},
                   {"ACTOR"},
                   {"RECIPIENT"},
                   {"EVENTS", Align::right},
                   {"VERBAL COOP", Align::right},
                   {"MATERIAL COOP", Align::right},
                   {"VERBAL CONFL", Align::right},
                   {"MATERIAL CONFL", Align::right},
                   {"MEAN SCORE", Align::right}});
  for (const Dyad& d : dyads) {
    std::vector<std::string> cells = {period_name(d.first, period), d.actor, d.recipient, std::to_string(d.events)};
    for (const std::int64_t count : d.quads) cells.push_back(std::to_string(count));
    cells.push_back(mean(d));
    table.add(cells);
  }
  return table;
}

std::string csv_of(const std::vector<Dyad>& dyads, Period period, const std::string& by) {
  std::string out = by + ",actor,recipient,events";
  for (const std::string_view quad : kQuadNames) out.append(",").append(quad);
  out += ",mean_score\r\n";
  for (const Dyad& d : dyads) {
    out += fmt::format("{},{},{},{}", period_name(d.first, period), d.actor, d.recipient, d.events);
    for (const std::int64_t count : d.quads) out += fmt::format(",{}", count);
    out += "," + mean(d) + "\r\n";
  }
  return out;
}

std::string json_of(const std::vector<Dyad>& dyads, Period period, const std::string& by) {
  std::string out;
  for (const Dyad& d : dyads) {
    JsonWriter json(out);
    json.begin_object();
    json.key(by).value(period_name(d.first, period));
    json.key("actor").value(d.actor);
    json.key("recipient").value(d.recipient);
    json.key("events").value(d.events);
    for (std::size_t quad = 0; quad < d.quads.size(); ++quad) json.key(kQuadNames[quad]).value(d.quads[quad]);
    json.key("mean_score");
    d.mean_score ? json.raw(mean(d)) : json.null();
    json.end_object();
    out.push_back('\n');
  }
  return out;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error{Fault::usage, "--scores", "\"" + path + "\" can not be read", "Check the name of the file."};
  return {std::istreambuf_iterator<char>(in), {}};
}

int run_dyads(const DyadsOptions& options) {
  // The table is what researchers load: CSV is the default where it goes to a file.
  const std::size_t format =
      options.format.empty() ? (output_is_terminal() ? 0 : 1) : choose("--format", options.format, kFormats);
  const Period period = period_named(options.by);
  const RecordFilter filter = options.filters.filter();
  std::optional<ActScores> own;
  if (!options.scores.empty()) own.emplace(text_of(options.scores), options.scores);
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    const std::vector<Dyad> dyads = find_dyads(db, filter, period, own ? *own : ActScores::instance());
    if (format == 0) print_table(table_of(dyads, period));
    if (format == 1) write_output(csv_of(dyads, period, options.by));
    if (format == 2) write_output(json_of(dyads, period, options.by));
    if (dyads.empty()) explain_empty(db, filter, options.filters.words());
    return kAllDone;
  });
}

}  // namespace

void add_dyads(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("dyads", "Count what pairs of countries did to one another, month by month");
  auto options = std::make_shared<DyadsOptions>();
  add_ledger(*command, options->ledger);
  options->filters.add_to(*command, "e");
  command->add_option("--by", options->by, "month (the default), week, day or year")->type_name("PERIOD");
  command
      ->add_option("--scores", options->scores,
                   "A table of your own in place of lexicon/scores.tsv: type, mode, quad, score")
      ->type_name("FILE");
  command
      ->add_option("--format", options->format,
                   "table (the default on a terminal), csv (the default elsewhere) or jsonl")
      ->type_name("FORMAT");
  command->footer(
      "Only what happened counts, unless --factuality says otherwise. The mean score is from -10 (hostile) to 10\n"
      "(cooperative); docs/querying.md says where it comes from.\n"
      "Examples:\n"
      "  annals dyads news.ledger > dyads.csv\n"
      "  annals dyads news.ledger --actor Turkey --recipient Israel --since 2023");
  command->callback([options, &status] { status = run_dyads(*options); });
}

}  // namespace annals::cli
