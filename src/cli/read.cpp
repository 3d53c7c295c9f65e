// `annals read`: stories to records.
#include <array>
#include <memory>
#include <optional>
#include <span>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "cli/story_run.h"
#include "cli/table_folder.h"
#include "cli/usage.h"
#include "output/csv.h"
#include "output/digest.h"
#include "output/json_lines.h"
#include "record/cameo.h"
#include "record/whole_quotations.h"

namespace annals::cli {
namespace {

struct ReadOptions {
  StoryOptions stories;
  std::string format;
  std::string output;
  std::string codebook = "plover";
  bool whole_quotations = false;
  DigestOptions digest;
};

enum class Format { table, jsonl, csv };
const std::array<std::string, 3> kFormats = {"table", "jsonl", "csv"};
const std::array<std::string, 2> kCodebooks = {"plover", "cameo"};

Format chosen_format(const ReadOptions& options) {
  if (!options.format.empty()) return static_cast<Format>(choose("--format", options.format, kFormats));
  return output_is_terminal() ? Format::table : Format::jsonl;
}

// Six tables do not fit one stream, and one stream needs no folder.
void check_output(Format format, const std::string& output) {
  if (format == Format::csv && output.empty()) {
    throw Error{Fault::usage, "--format csv", "a folder for its files, one for each kind of record, is missing",
                "Name one with --output DIR."};
  }
  if (format != Format::csv && !output.empty()) {
    throw Error{Fault::usage, "--output", "only --format csv writes into a folder",
                "Add --format csv, or send standard output to a file with > FILE."};
  }
}

std::optional<CameoCodes> cameo_codes(const ReadOptions& options, const Pipeline& pipeline) {
  if (choose("--codebook", options.codebook, kCodebooks) == 0) return std::nullopt;
  return CameoCodes(pipeline.lexicon());
}

// What the stories are read with.
class RecordReader {
 public:
  explicit RecordReader(const ReadOptions& options)
      : pipeline_(model_path(options.stories.model), options.stories.overlay()),
        cameo_(cameo_codes(options, pipeline_)),
        whole_quotations_(options.whole_quotations) {}

  std::vector<Record> read(const Story& story, Worker& worker) const {
    std::vector<Record> records = pipeline_.read(story, worker.buffers);
    if (cameo_) cameo_->fill(records);
    if (whole_quotations_) join_quotations(story, records);
    return records;
  }

 private:
  Pipeline pipeline_;
  std::optional<CameoCodes> cameo_;
  bool whole_quotations_;
};

int read_to_stream(const ReadOptions& options, Format format) {
  const RecordReader reader(options);
  return run_stories(options.stories, [&](const Story& story, Worker& worker, std::string& out) {
    const std::vector<Record> records = reader.read(story, worker);
    if (format == Format::table) {
      append_digest(out, story, records, options.digest);
      return;
    }
    for (const Record& record : records) append_json_line(out, record, worker.index);
  });
}

int read_to_tables(const ReadOptions& options) {
  const RecordReader reader(options);
  TableFolder tables(options.output);
  const int status = run_stories(
      options.stories, kKinds,
      [&](const Story& story, Worker& worker, std::span<std::string> lines) {
        for (const Record& record : reader.read(story, worker)) {
          append_csv_line(lines[record.index()], columns_of(record.index()), record, worker.index);
        }
      },
      [&](std::span<const std::string> lines) { tables.write(lines); });
  tables.finish();
  return status;
}

int run_read(const ReadOptions& options) {
  const Format format = chosen_format(options);
  check_output(format, options.output);
  return format == Format::csv ? read_to_tables(options) : read_to_stream(options, format);
}

}  // namespace

void add_read(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("read", "Print the records of stories: who did what to whom");
  auto options = std::make_shared<ReadOptions>();
  options->stories.add_to(*command);
  command
      ->add_option("--format", options->format,
                   "table (the default on a terminal), jsonl (the default elsewhere), or csv: a file for each kind of "
                   "record")
      ->type_name("FORMAT");
  command->add_option("--output", options->output, "The folder for the files of --format csv")->type_name("DIR");
  command
      ->add_option("--codebook", options->codebook,
                   "plover (the default), or cameo: CAMEO codes beside PLOVER's types and modes")
      ->type_name("NAME");
  command->add_flag("--whole-quotations", options->whole_quotations,
                    "One statement a quotation, however many sentences it has, in place of one a sentence");
  command->add_flag("--evidence", options->digest.evidence, "Show the sentence under each record of the table");
  command->footer(
      "Examples:\n"
      "  annals read --evidence story.txt\n"
      "  annals read --format jsonl --threads 4 wire.jsonl > records.jsonl\n"
      "  annals read --format csv --output tables wire.jsonl\n"
      "  annals read --lexicon my-tables wire.jsonl\n"
      "  curl -s https://example.org/story.txt | annals read --published 2023-11-07 -");
  command->callback([options, &status] { status = run_read(*options); });
}

}  // namespace annals::cli
