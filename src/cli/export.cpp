// `annals export`: a whole ledger, or what filters leave of it, as files that other programs load.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/ledger_options.h"
#include "cli/usage.h"
#include "ledger/query.h"
#include "output/data_package.h"
#include "output/geojson.h"
#include "output/hxl.h"
#include "output/record_columns.h"
#include "output/stored_csv.h"

namespace annals::cli {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
  std::string ledger, folder;
  bool geojson = false, hxl = false;
  FilterOptions filters;
};

// A file that is written piece by piece.
class OutputFile {
 public:
  explicit OutputFile(const fs::path& path) : path_(path.string()), out_(path, std::ios::binary) { check(); }

  std::string& buffer() { return buffer_; }
  void flush_if_full() {
    if (buffer_.size() > (1U << 16)) flush();
  }
  void close() {
    flush();
    out_.close();
    check();
  }

 private:
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    check();
  }
  void check() const {
    if (!out_) throw Error{Fault::usage, path_, "the file can not be written", "Check the folder and the disk."};
  }

  std::string path_;
  std::ofstream out_;
  std::string buffer_;
};

void write_file(const fs::path& path, const std::string& text) {
  OutputFile file(path);
  file.buffer() = text;
  file.close();
}

std::uint64_t export_stories(SQLite::Database& db, RecordFilter filter, const fs::path& folder) {
  OutputFile file(folder / "stories.csv");
  append_story_csv_header(file.buffer());
  std::uint64_t count = 0;
  filter.limit = 1000;
  for (bool more = true; more;) {
    const StoryPage page = find_stories(db, filter);
    for (const StoredStory& story : page.stories) append_story_csv_line(file.buffer(), story);
    file.flush_if_full();
    count += page.stories.size();
    filter.after = page.next;
    more = page.next.has_value();
  }
  file.close();
  return count;
}

// One pass over the records of a kind fills all its files.
std::uint64_t export_kind(SQLite::Database& db, RecordFilter filter, RecordKind kind, const ExportOptions& options) {
  const fs::path folder(options.folder);
  const std::string name(kTableNames[static_cast<std::size_t>(kind)]);
  filter.kinds = {kind};
  OutputFile csv(folder / (name + ".csv"));
  append_stored_csv_header(csv.buffer(), kind);
  std::optional<OutputFile> map, tagged;
  if (options.geojson) map.emplace(folder / (name + ".geojson")).buffer() += kGeoJsonBegin;
  if (options.hxl) append_hxl_header(tagged.emplace(folder / (name + ".hxl.csv")).buffer(), kind);
  std::uint64_t count = 0;
  std::string feature;
  bool first = true;
  each_record(db, filter, [&](StoredRecord& record) {
    append_stored_csv_line(csv.buffer(), record);
    csv.flush_if_full();
    feature.clear();
    if (map && append_feature(feature, record)) {
      map->buffer().append(std::exchange(first, false) ? "\n" : ",\n").append(feature);
      map->flush_if_full();
    }
    if (tagged) {
      append_hxl_line(tagged->buffer(), record);
      tagged->flush_if_full();
    }
    ++count;
    return true;
  });
  csv.close();
  if (map) {
    map->buffer() += kGeoJsonEnd;
    map->close();
  }
  if (tagged) tagged->close();
  return count;
}

int run_export(const ExportOptions& options) {
  RecordFilter filter = options.filters.filter();
  filter.order = Order::oldest;
  const fs::path folder(options.folder);
  std::error_code code;
  fs::create_directories(folder, code);
  if (code || !fs::is_directory(folder)) {
    throw Error{Fault::usage, options.folder, "the folder can not be made", "Name one that you may write in."};
  }
  return ask_ledger(options.ledger, [&](SQLite::Database& db) {
    // One transaction, so that all files are of one moment while others add stories.
    SQLite::Transaction moment(db);
    // The keys of records must find their stories, whose days may lie outside of the records' own.
    RecordFilter stories;
    stories.order = Order::oldest;
    stories.source = filter.source;
    stories.doc = filter.doc;
    std::string report = fmt::format("{} stories", export_stories(db, stories, folder));
    for (const RecordKind kind : kRecordKinds) {
      report +=
          fmt::format(", {} {}", export_kind(db, filter, kind, options), kTableNames[static_cast<std::size_t>(kind)]);
    }
    write_file(folder / "datapackage.json", data_package_json());
    write_file(folder / "data-dictionary.md", data_dictionary());
    std::fprintf(stderr, "%s: %s\n", options.folder.c_str(), report.c_str());
    return kAllDone;
  });
}

}  // namespace

void add_export(CLI::App& app, int& status) {
  CLI::App* command =
      app.add_subcommand("export", "Write CSV of every kind with a data dictionary and a Frictionless data package");
  auto options = std::make_shared<ExportOptions>();
  add_ledger(*command, options->ledger);
  command->add_option("DIR", options->folder, "The folder to write; files of the same names are replaced")
      ->required()
      ->type_name("");
  options->filters.add_to(*command, "S");
  command->add_flag("--geojson", options->geojson, "Also a map of each kind (RFC 7946)");
  command->add_flag("--hxl", options->hxl, "Also each kind with Humanitarian Exchange Language tags");
  command->footer("Example:\n  annals export news.ledger tables --since 2023-10 --geojson");
  command->callback([options, &status] { status = run_export(*options); });
}

}  // namespace annals::cli
