// `annals add`: stories and their records into a ledger.
#include <filesystem>
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
#include "ledger/postgres_ledger.h"
#include "ledger/provenance.h"
#include "ledger/sqlite_ledger.h"
#include "story/byte_reader.h"

namespace annals::cli {
namespace {

constexpr int kInterrupted = 130;  // what shells say of a program that Ctrl-C ended: 128 and SIGINT

struct AddOptions {
  StoryOptions stories;
  std::string ledger;
  std::string postgres;
  bool refresh = false;
  std::size_t batch = BatchLimits{}.stories;
};

// A database as this command uses it, with a connection to ask by and one to write by.
struct SqliteStore {
  SqliteStore(const AddOptions& options, const Provenance& by)
      : name(options.ledger),
        writer(options.ledger, by, options.refresh),
        reading(options.ledger, Access::read),
        known(reading.handle(), by) {}

  std::string name;
  SqliteLedger writer;
  Database reading;
  KnownStories known;
};

struct PostgresStore {
  PostgresStore(const AddOptions& options, const Provenance& by)
      : writer(options.postgres, by, options.refresh), reading(options.postgres), known(reading, by) {
    name = writer.name();
  }

  std::string name;
  PostgresLedger writer;
  PostgresDatabase reading;
  PostgresKnownStories known;
};

std::string counts_text(const LedgerCounts& counts) {
  const auto part = [](std::uint64_t n, const char* what) { return with_commas(n) + " " + what; };
  return part(counts.added, "added") + ", " + part(counts.replaced, "replaced") + ", " +
         part(counts.unchanged, "unchanged") + ", " + part(counts.refused, "refused") + ", " +
         part(counts.skipped, "skipped");
}

// What the files named hold; 0 where that can not be known before they are read.
std::uint64_t bytes_of(const std::vector<std::string>& names) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::error_code fault;
  for (const std::string& name : names) {
    if (fs::is_regular_file(name, fault)) {
      bytes += fs::file_size(name, fault);
    } else if (fs::is_directory(name, fault)) {
      for (const auto& entry : fs::recursive_directory_iterator(name, fault)) {
        if (entry.is_regular_file(fault)) bytes += entry.file_size(fault);
      }
    } else {
      return 0;  // a pipe
    }
  }
  return bytes;
}

// One thread reads the files and asks what is known, several read stories, and one writes.
template <typename Store>
int add_to(Store& store, const AddOptions& options, const Pipeline& pipeline) {
  BatchWriter writer([&](std::span<const StoryRows> stories) { store.writer.write(stories); },
                     {.stories = options.batch});
  const Interruption interruption;
  Progress progress(bytes_of(options.stories.files));
  Passed passed;
  LedgerCounts at_sight;  // what needed no reading
  const auto one_more = [&] {
    ++passed.stories;
    passed.bytes = file_bytes_given();
    progress.show(passed);
  };
  StoryPass<StoryRows> pass;
  pass.say = [&](const std::string& line) { progress.say(line); };
  pass.stopped = [&] { return interruption.wanted(); };
  pass.wants = [&](const Story& story) {
    if (!is_settled(store.known.find(identify(story)), options.refresh)) return true;
    ++at_sight.unchanged;
    one_more();
    return false;
  };
  pass.work = [&](const Story& story, Worker& worker, StoryRows& rows) {
    rows = rows_of(story, pipeline.read(story, worker.buffers), worker.index);
  };
  pass.done = [&](StoryRows& rows) {
    writer.push(std::move(rows));
    one_more();
  };
  const PassTotals totals = run_pass(options.stories, pass);
  writer.finish();
  at_sight.refused = totals.refused;
  at_sight.skipped = totals.skipped;
  store.writer.count(at_sight);
  store.writer.finish();
  progress.say(store.name + ": " + counts_text(store.writer.counts()));
  if (interruption.wanted()) {
    progress.say("Stopped. All that was counted is stored; call the same command again to go on.");
    return kInterrupted;
  }
  return totals.status();
}

// With --postgres the first name on the command line is a file like the others.
void settle_names(AddOptions& options) {
  std::vector<std::string>& files = options.stories.files;
  if (!options.postgres.empty()) files.insert(files.begin(), options.ledger);
  if (files.empty()) {
    throw Error{Fault::usage, "annals add", "no FILE is named", "Name the ledger first, then files or - to read."};
  }
}

int run_add(AddOptions& options) {
  settle_names(options);
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  const Provenance by = provenance(ANNALS_VERSION, pipeline.model(), options.stories.overlay());
  if (!options.postgres.empty()) {
    PostgresStore store(options, by);
    return add_to(store, options, pipeline);
  }
  try {
    SqliteStore store(options, by);
    return add_to(store, options, pipeline);
  } catch (const SQLite::Exception& fault) {
    throw ledger_error(options.ledger, fault);
  }
}

}  // namespace

void add_add(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("add", "Read stories into a ledger: a database of records");
  auto options = std::make_shared<AddOptions>();
  command->add_option("LEDGER", options->ledger, "The ledger; it is made where there is none")
      ->required()
      ->type_name("");
  options->stories.add_to(*command);
  command->get_option("FILE")->required(false);
  command
      ->add_option("--postgres", options->postgres,
                   "Keep the ledger in PostgreSQL; only files are named then, no LEDGER")
      ->type_name("URL");
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
      "  annals add --refresh --lexicon my-tables news.ledger wire.jsonl\n"
      "  annals add --postgres postgresql://ann@db.example.org/news wire.jsonl");
  command->callback([options, &status] { status = run_add(*options); });
}

}  // namespace annals::cli
