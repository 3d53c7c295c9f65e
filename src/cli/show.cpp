// `annals show`: a record with its sentence in context, why it is there, and where its story comes from.
#include <fmt/format.h>

#include <memory>

#include "annals/error.h"
#include "base/iso_date.h"
#include "cli/commands.h"
#include "cli/ledger_options.h"
#include "cli/standard_output.h"
#include "cli/usage.h"
#include "ledger/query.h"
#include "ledger/stored_run.h"
#include "output/record_context.h"
#include "output/stored_json.h"
#include "output/terminal.h"

namespace annals::cli {
namespace {

struct ShowOptions {
  std::string ledger;
  std::vector<std::string> ids;
  std::string format;
};

const std::array<std::string, 2> kFormats = {"text", "jsonl"};

std::string day(const std::optional<std::chrono::sys_days>& held) {
  std::string out;
  if (held) append_iso_date(out, *held);
  return out;
}

void line(std::string& out, std::string_view label, const std::string& value) {
  if (!value.empty()) out += fmt::format("  {:<10} {}\n", label, one_line(value));
}

std::string versions_text(const std::vector<StoredStory>& versions) {
  std::string out;
  for (const StoredStory& version : versions) {
    out += fmt::format("{}{} of run {}{}", out.empty() ? "" : ", ", version.version, version.run,
                       version.current ? " (this one)" : "");
  }
  return out;
}

void append_story(std::string& out, SQLite::Database& db, const StoredRecord& record, const StoredStory& story) {
  out += "\nStory\n";
  line(out, "id", story.head.doc);
  line(out, "title", story.head.title);
  line(out, "source", story.head.source);
  line(out, "published", day(story.head.published));
  line(out, "dateline", story.dateline);
  line(out, "url", story.head.url);
  line(out, "versions", versions_text(versions_of(db, record.story.doc)));
  if (const auto run = find_run(db, story.run)) {
    out += "\nRun\n";
    line(out, "started", run->started);
    line(out, "program", run->program);
    line(out, "model", run->model);
    if (run->lexicon != "{}") line(out, "lexicon", run->lexicon);
  }
}

void show(std::string& out, SQLite::Database& db, const StoredRecord& record, bool color) {
  out += to_string(record.id) + "  ";
  append_record_fields(out, record);
  const auto story = find_story(db, record.story.row);
  if (!story) return;
  append_record_context(out, record, story->text, color);
  append_story(out, db, record, *story);
}

int run_show(const ShowOptions& options) {
  const bool json = !options.format.empty() && choose("--format", options.format, kFormats) == 1;
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    std::string out;
    for (const std::string& name : options.ids) {
      const auto id = parse_record_id(name);
      if (!id) {
        throw Error{Fault::usage, name, "this is no id of a record",
                    "Ids are a letter and a number, as lists show them: e17, s4, f9, m2, t1, r3."};
      }
      const auto record = find_record(db, *id);
      if (!record) {
        throw Error{Fault::usage, name, "the ledger has no such record",
                    "List records to see their ids; they change when a story is read anew."};
      }
      if (json) {
        append_stored_json(out, *record);
      } else {
        out += out.empty() ? "" : "\n";
        show(out, db, *record, output_is_terminal());
      }
    }
    write_output(out);
    return kAllDone;
  });
}

}  // namespace

void add_show(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("show", "Show a record with its sentence in context, why, and its story");
  auto options = std::make_shared<ShowOptions>();
  add_ledger(*command, options->ledger);
  command->add_option("ID", options->ids, "Ids of records, as lists show them: e17")->required()->type_name("...");
  command->add_option("--format", options->format, "text (the default) or jsonl")->type_name("FORMAT");
  command->footer("Example:\n  annals show news.ledger e17");
  command->callback([options, &status] { status = run_show(*options); });
}

}  // namespace annals::cli
