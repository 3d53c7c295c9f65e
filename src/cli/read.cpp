// `annals read`: stories to records.
#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "cli/story_run.h"
#include "cli/usage.h"
#include "output/digest.h"
#include "output/json_lines.h"

namespace annals::cli {
namespace {

struct ReadOptions {
  StoryOptions stories;
  std::string format;
  DigestOptions digest;
};

const std::array<std::string, 2> kFormats = {"table", "jsonl"};

int run_read(const ReadOptions& options) {
  const bool table = options.format.empty() ? output_is_terminal() : choose("--format", options.format, kFormats) == 0;
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  return run_stories(options.stories, [&](const Story& story, Worker& worker, std::string& out) {
    const std::vector<Record> records = pipeline.read(story, worker.buffers);
    if (table) {
      append_digest(out, story, records, options.digest);
      return;
    }
    for (const Record& record : records) append_json_line(out, record, worker.index);
  });
}

}  // namespace

void add_read(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("read", "Print the records of stories: who did what to whom");
  auto options = std::make_shared<ReadOptions>();
  options->stories.add_to(*command);
  command->add_option("--format", options->format, "table (the default on a terminal) or jsonl (the default elsewhere)")
      ->type_name("FORMAT");
  command->add_flag("--evidence", options->digest.evidence, "Show the sentence under each record of the table");
  command->footer(
      "Examples:\n"
      "  annals read --evidence story.txt\n"
      "  annals read --format jsonl --threads 4 wire.jsonl > records.jsonl\n"
      "  annals read --lexicon my-tables wire.jsonl\n"
      "  curl -s https://example.org/story.txt | annals read --published 2023-11-07 -");
  command->callback([options, &status] { status = run_read(*options); });
}

}  // namespace annals::cli
