// `annals explain`: why each record says what it says.
#include <cstdlib>
#include <memory>
#include <optional>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "cli/story_run.h"
#include "output/explanation.h"
#include "output/terminal.h"

namespace annals::cli {
namespace {

struct ExplainOptions {
  StoryOptions stories;
  std::size_t record = 0;  // 0: all
};

// https://no-color.org: a variable that is set and not empty asks for plain text.
bool wants_bold() {
  const char* no_color = std::getenv("NO_COLOR");
  return output_is_terminal() && (no_color == nullptr || *no_color == '\0');
}

Error no_such_record(const Story& story, std::size_t asked, std::size_t there) {
  return Error{Fault::input, story.id,
               "there is no record " + std::to_string(asked) + ", for the story gives " + std::to_string(there),
               "Leave out --record to see them all."};
}

int run_explain(const ExplainOptions& options) {
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  const bool bold = wants_bold();
  return run_stories(options.stories, [&](const Story& story, Worker& worker, std::string& out) {
    const std::vector<Record> records = pipeline.read(story, worker.buffers);
    if (options.record > records.size()) throw no_such_record(story, options.record, records.size());
    const Explainer explainer{worker.buffers.layers.language, pipeline.labels(), pipeline.lexicon(), bold};
    out.append("== ").append(one_line(story.id)).push_back('\n');
    if (records.empty()) out.append("nothing\n\n");
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (options.record == 0 || options.record == i + 1) explainer.append(out, records[i], i + 1);
    }
  });
}

}  // namespace

void add_explain(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("explain", "Show why each record says what it says");
  auto options = std::make_shared<ExplainOptions>();
  options->stories.add_to(*command);
  command->add_option("--record", options->record, "Only the Nth record of each story, from 1")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->footer(
      "Under each record: its evidence, the tree of its sentence (a word stands right of its head, * marks words that\n"
      "the record was found by), the line of the lexicon with what it says, and the rule.\n"
      "Examples:\n"
      "  annals explain story.txt\n"
      "  annals explain --record 2 --published 2023-11-07 story.txt | less");
  command->callback([options, &status] { status = run_explain(*options); });
}

}  // namespace annals::cli
