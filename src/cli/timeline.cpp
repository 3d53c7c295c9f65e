// `annals timeline`: records of all kinds, day by day, oldest first.
#include <fmt/format.h>

#include <memory>

#include "base/iso_date.h"
#include "cli/commands.h"
#include "cli/empty_answer.h"
#include "cli/ledger_options.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/query.h"
#include "output/digest.h"
#include "output/stored_json.h"

namespace annals::cli {
namespace {

struct TimelineOptions {
  std::string ledger;
  std::string format;
  FilterOptions filters;
};

const std::array<std::string, 2> kFormats = {"table", "jsonl"};
constexpr std::uint32_t kLongest = 500;  // records shown where no limit is given

std::string heading(const StoredRecord& record) {
  std::string day;
  if (record.day) append_iso_date(day, *record.day);
  return day.empty() ? "undated" : day;
}

int run_timeline(const TimelineOptions& options) {
  const bool table = options.format.empty() || choose("--format", options.format, kFormats) == 0;
  RecordFilter filter = options.filters.filter();
  const bool bounded = filter.limit.has_value();
  if (table && !bounded) filter.limit = kLongest;
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    std::string out, last_day;
    std::uint32_t given = 0;
    std::optional<Cursor> last;
    each_record(db, filter, [&](StoredRecord& record) {
      if (table) {
        if (const std::string day = heading(record); day != last_day) {
          out += (last_day.empty() ? "" : "\n") + day + "\n";
          last_day = day;
        }
        out += fmt::format("  {:<8} {:<9}  {}\n", to_string(record.id), name_of(record.id.kind),
                           digest_line(record.record));
      } else {
        append_stored_json(out, record);
      }
      ++given;
      last = cursor_of(record);
      if (out.size() > (1U << 16)) write_output(std::exchange(out, {}));
      return true;
    });
    write_output(out);
    if (given == 0) explain_empty(db, filter, options.filters.words());
    if (!bounded && filter.limit == given) say_more(*last, output_is_terminal());
    return kAllDone;
  });
}

}  // namespace

void add_timeline(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("timeline", "List records of all kinds day by day, oldest first");
  auto options = std::make_shared<TimelineOptions>();
  add_ledger(*command, options->ledger);
  options->filters.add_to(*command, "esmtr");
  options->filters.set("order", "oldest");
  command->add_option("--format", options->format, "table (the default) or jsonl")->type_name("FORMAT");
  command->footer(
      "Examples:\n"
      "  annals timeline news.ledger --actor Blinken --since 2023-10\n"
      "  annals timeline news.ledger --where Goma --text fighting");
  command->callback([options, &status] { status = run_timeline(*options); });
}

}  // namespace annals::cli
