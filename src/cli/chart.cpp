// `annals chart`: the series of a measure, or counts of records by period, drawn.
#include "output/chart.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <memory>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/empty_answer.h"
#include "cli/ledger_options.h"
#include "cli/periods.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/kind_tables.h"
#include "ledger/query.h"

namespace annals::cli {
namespace {

struct ChartOptions {
  std::string ledger;
  std::string what = "figures";
  std::string by = "month", svg;
  bool counts = false;
  FilterOptions filters;
};

RecordKind kind_named(const std::string& name) {
  std::vector<std::string> names;
  for (const KindTable& kind : kKindTables) names.emplace_back(kind.table);
  return static_cast<RecordKind>(choose("KIND", name, names));
}

// A figure that is open on one side is drawn as the value that it names.
Chart series_chart(SQLite::Database& db, const RecordFilter& filter) {
  Chart chart;
  std::map<std::string, std::size_t> sources;
  for (const SeriesPoint& p : find_series(db, filter)) {
    if (!p.low && !p.high) continue;
    const auto [source, fresh] = sources.emplace(p.source, chart.sources.size());
    if (fresh) chart.sources.push_back(p.source);
    chart.points.push_back({p.day, p.low.value_or(*(p.high ? p.high : p.low)),
                            p.high.value_or(*(p.low ? p.low : p.high)), source->second});
    if (chart.unit.empty() && p.unit != "count") chart.unit = p.unit;
  }
  return chart;
}

// Periods without a record are drawn too: nothing happened, or nothing was told.
Chart count_chart(SQLite::Database& db, const RecordFilter& filter, Period period) {
  Chart chart;
  chart.bars = true;
  chart.sources = {""};
  for (const PeriodCount& count : count_by_period(db, filter, period)) {
    while (!chart.points.empty() && period_after(chart.points.back().day, period) < count.first) {
      chart.points.push_back({period_after(chart.points.back().day, period), 0, 0, 0});
    }
    const auto value = static_cast<double>(count.count);
    chart.points.push_back({count.first, value, value, 0});
  }
  return chart;
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  if (!out.write(text.data(), static_cast<std::streamsize>(text.size())) || !out.flush()) {
    throw Error{Fault::usage, path, "the chart can not be written there", "Check the folder and the disk."};
  }
}

std::size_t chart_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

int run_chart(const ChartOptions& options) {
  const RecordKind kind = kind_named(options.what);
  const Period period = period_named(options.by);
  RecordFilter filter = options.filters.filter();
  filter.kinds = {kind};
  const bool series = kind == RecordKind::figure && !options.counts;
  if (series && filter.measure.empty()) {
    throw Error{Fault::usage, "annals chart", "figures of different measures do not stand on one scale",
                "Name one with --measure, as --measure killed, or count records with --counts."};
  }
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    Chart chart = series ? series_chart(db, filter) : count_chart(db, filter, period);
    if (chart.points.empty()) {
      explain_empty(db, filter, options.filters.words());
      return kAllDone;
    }
    chart.title = options.what + (series ? "" : " a " + options.by);
    if (!options.filters.words().empty()) chart.title += ": " + options.filters.words();
    if (options.svg.empty()) {
      write_output(terminal_chart(chart, chart_width()));
    } else {
      write_file(options.svg, svg_chart(chart));
    }
    return kAllDone;
  });
}

}  // namespace

void add_chart(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("chart", "Draw the series of a measure, or counts of records, here or as SVG");
  auto options = std::make_shared<ChartOptions>();
  add_ledger(*command, options->ledger);
  command->add_option("KIND", options->what, "figures (the default), events, statements, movements, talks or roles")
      ->type_name("");
  options->filters.add_to(*command, "esfmtr");
  command->add_flag("--counts", options->counts, "Count figures by period instead of drawing their values");
  command->add_option("--by", options->by, "Count by month (the default), week, day or year")->type_name("PERIOD");
  command->add_option("--svg", options->svg, "Write a picture instead of drawing on the terminal")->type_name("FILE");
  command->footer(
      "Examples:\n"
      "  annals chart news.ledger figures --measure trucks --where Gaza\n"
      "  annals chart news.ledger events --actor Israel --type ASSAULT --by week --svg assaults.svg");
  command->callback([options, &status] { status = run_chart(*options); });
}

}  // namespace annals::cli
