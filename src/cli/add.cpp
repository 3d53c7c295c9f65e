// `annals add`: stories and their records into a ledger.
#include <memory>

#include "annals/error.h"
#include "annals/ledger.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/model_path.h"
#include "cli/progress.h"
#include "cli/story_run.h"
#include "ledger/batch_writer.h"
#include "ledger/known_stories.h"
#include "ledger/provenance.h"
#include "ledger/sqlite_ledger.h"

namespace annals::cli {
namespace {

constexpr int kInterrupted = 130;  // what shells say of a program that Ctrl-C ended: 128 and SIGINT

struct AddOptions {
  StoryOptions stories;
  std::string ledger;
  bool refresh = false;
  std::size_t batch = BatchLimits{}.stories;
};

std::uint64_t bytes_of(const std::vector<std::string>&) { return 0; }

std::string counts_text(const LedgerCounts& counts) {
  const auto part = [](std::uint64_t n, const char* what) { return with_commas(n) + " " + what; };
  return part(counts.added, "added") + ", " + part(counts.replaced, "replaced") + ", " +
         part(counts.unchanged, "unchanged") + ", " + part(counts.refused, "refused") + ", " +
         part(counts.skipped, "skipped");
}

int run_add(const AddOptions& options) {
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  const Provenance by = provenance(ANNALS_VERSION, pipeline.model(), options.stories.overlay());
  SqliteLedger ledger(options.ledger, by, options.refresh);
  Database reading(options.ledger, Access::read);
  KnownStories known(reading.handle(), by);
  BatchWriter writer([&](std::span<const StoryRows> stories) { ledger.write(stories); }, {.stories = options.batch});

  const Interruption interruption;
  Progress progress(bytes_of(options.stories.files));
  Passed passed;
  LedgerCounts at_sight;  // what needed no reading
  StoryPass<StoryRows> pass;
  pass.say = [&](const std::string& line) { progress.say(line); };
  pass.stopped = [&] { return interruption.wanted(); };
  pass.wants = [&](const Story& story) {
    if (!is_settled(known.find(identify(story)), options.refresh)) return true;
    ++at_sight.unchanged;
    ++passed.stories;
    progress.show(passed);
    return false;
  };
  pass.work = [&](const Story& story, Worker& worker, StoryRows& rows) {
    rows = rows_of(story, pipeline.read(story, worker.buffers), worker.index);
  };
  pass.done = [&](StoryRows& rows) {
    writer.push(std::move(rows));
    ++passed.stories;
    progress.show(passed);
  };
  const PassTotals totals = run_pass(options.stories, pass);
  writer.finish();
  at_sight.refused = totals.refused;
  ledger.count(at_sight);
  ledger.finish();
  progress.say(options.ledger + ": " + counts_text(ledger.counts()));
  if (interruption.wanted()) {
    progress.say("Stopped. All that was counted is stored; call the same command again to go on.");
    return kInterrupted;
  }
  return totals.status();
}

}  // namespace

void add_add(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("add", "Read stories into a ledger: a database of records");
  auto options = std::make_shared<AddOptions>();
  command->add_option("LEDGER", options->ledger, "The ledger; it is made where there is none")
      ->required()
      ->type_name("");
  options->stories.add_to(*command);
  command->add_flag("--refresh", options->refresh,
                    "Read stories anew that another model, lexicon or version of annals read");
  command->add_option("--batch", options->batch, "Stories to store in one transaction (default: 256)")
      ->type_name("N")
      ->check(CLI::Range(1, 100'000));
  command->footer(
      "A story that is in the ledger already costs nothing, so that a run that was stopped goes on when it is called "
      "again.\n"
      "Examples:\n"
      "  annals add news.ledger wire.jsonl reports/*.txt\n"
      "  annals add --refresh --lexicon my-tables news.ledger wire.jsonl");
  command->callback([options, &status] { status = run_add(*options); });
}

}  // namespace annals::cli
