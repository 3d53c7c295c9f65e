// `annals stories`: the stories of a ledger.
#include <memory>

#include "cli/commands.h"
#include "cli/empty_answer.h"
#include "cli/ledger_options.h"
#include "cli/record_output.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/query.h"
#include "output/record_table.h"
#include "output/stored_csv.h"
#include "output/stored_json.h"

namespace annals::cli {
namespace {

struct StoriesOptions {
  std::string ledger;
  std::string format;
  FilterOptions filters;
};

const std::array<std::string, 3> kFormats = {"table", "jsonl", "csv"};
constexpr std::uint32_t kScreenful = 50;
constexpr std::uint32_t kBatch = 500;

// Prints a page; the table is laid out as a whole, the other formats line by line.
void print(const std::vector<StoredStory>& stories, std::size_t format, TextTable& table) {
  std::string out;
  for (const StoredStory& story : stories) {
    if (format == 0) table.add(story_table_cells(story));
    if (format == 1) append_story_json(out, story);
    if (format == 2) append_story_csv_line(out, story);
  }
  write_output(out);
}

int run_stories_list(const StoriesOptions& options) {
  const bool terminal = output_is_terminal();
  const std::size_t format = options.format.empty() ? (terminal ? 0 : 1) : choose("--format", options.format, kFormats);
  RecordFilter filter = options.filters.filter();
  std::uint32_t left = filter.limit.value_or(terminal && format == 0 ? kScreenful : UINT32_MAX);
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    TextTable table(story_table_columns());
    std::string header;
    if (format == 2) append_story_csv_header(header);
    write_output(header);
    bool any = false;
    for (bool more = true; more && left > 0;) {
      filter.limit = std::min(left, kBatch);
      const StoryPage page = find_stories(db, filter);
      print(page.stories, format, table);
      any = any || !page.stories.empty();
      left -= static_cast<std::uint32_t>(page.stories.size());
      filter.after = page.next;
      more = page.next.has_value();
    }
    if (format == 0) print_table(table);
    if (!any) explain_empty(db, filter, options.filters.words());
    if (any && filter.after) say_more(*filter.after, terminal);
    return kAllDone;
  });
}

}  // namespace

void add_stories(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("stories", "List stories, with the number of records of each");
  auto options = std::make_shared<StoriesOptions>();
  add_ledger(*command, options->ledger);
  options->filters.add_to(*command, "S");
  command
      ->add_option("--format", options->format,
                   "table (the default on a terminal), jsonl (the default elsewhere) or csv")
      ->type_name("FORMAT");
  command->footer(
      "Examples:\n"
      "  annals stories news.ledger --text \"humanitarian pause\" --since 2023-11\n"
      "  annals stories news.ledger --source Reuters --format csv > stories.csv");
  command->callback([options, &status] { status = run_stories_list(*options); });
}

}  // namespace annals::cli
