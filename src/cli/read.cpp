// `annals read`: stories to records.
#include <array>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "cli/story_run.h"
#include "cli/usage.h"
#include "output/digest.h"
#include "output/json_lines.h"
#include "record/cameo.h"

namespace annals::cli {
namespace {

struct ReadOptions {
  StoryOptions stories;
  std::string format;
  std::string codebook = "plover";
  DigestOptions digest;
};

const std::array<std::string, 2> kFormats = {"table", "jsonl"};
const std::array<std::string, 2> kCodebooks = {"plover", "cameo"};

std::optional<CameoCodes> cameo_codes(const ReadOptions& options, const Pipeline& pipeline) {
  if (choose("--codebook", options.codebook, kCodebooks) == 0) return std::nullopt;
  return CameoCodes(pipeline.lexicon());
}

int run_read(const ReadOptions& options) {
  const bool table = options.format.empty() ? output_is_terminal() : choose("--format", options.format, kFormats) == 0;
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  const std::optional<CameoCodes> cameo = cameo_codes(options, pipeline);
  return run_stories(options.stories, [&](const Story& story, Worker& worker, std::string& out) {
    std::vector<Record> records = pipeline.read(story, worker.buffers);
    if (cameo) cameo->fill(records);
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
  command
      ->add_option("--codebook", options->codebook,
                   "plover (the default), or cameo: CAMEO codes beside PLOVER's types and modes")
      ->type_name("NAME");
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
