// `annals annotate`: what the stages below the records say of a story, layer by layer.
#include <array>
#include <memory>

#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "cli/story_run.h"
#include "cli/usage.h"
#include "output/actor_layer.h"
#include "output/conllu.h"
#include "output/language_layers.h"
#include "output/layer_rows.h"
#include "output/place_layer.h"
#include "output/time_layer.h"

namespace annals::cli {
namespace {

// The layers that can be printed: a new one is a function that writes its rows, and a line here.
struct Layer {
  const char* name;
  void (*rows)(const Pipeline& pipeline, const Layers& layers, LayerRows& rows);
};
constexpr Layer kLayers[] = {
    {"tokens", [](const Pipeline& p, const Layers& l, LayerRows& rows) { token_rows(l.language, p.labels(), rows); }},
    {"sentences", [](const Pipeline&, const Layers& l, LayerRows& rows) { sentence_rows(l.language, rows); }},
    {"entities",
     [](const Pipeline& p, const Layers& l, LayerRows& rows) { entity_rows(l.language, p.labels(), rows); }},
    {"times", [](const Pipeline&, const Layers& l, LayerRows& rows) { time_rows(l.times, rows); }},
    {"places", [](const Pipeline& p, const Layers& l, LayerRows& rows) { place_rows(l.places, p.gazetteer(), rows); }},
    {"actors", [](const Pipeline&, const Layers& l, LayerRows& rows) { actor_rows(l.actors, l.language, rows); }},
};

std::vector<std::string> layer_names() {
  std::vector<std::string> names;
  for (const Layer& layer : kLayers) names.emplace_back(layer.name);
  return names;
}

const std::array<std::string, 3> kFormats = {"table", "jsonl", "conllu"};
enum class Format { table, json_lines, conllu };

struct AnnotateOptions {
  StoryOptions stories;
  std::string layer = "tokens";
  std::string format;
};

Format format_of(const AnnotateOptions& options) {
  if (!options.format.empty()) return static_cast<Format>(choose("--format", options.format, kFormats));
  return output_is_terminal() ? Format::table : Format::json_lines;
}

int run_annotate(const AnnotateOptions& options) {
  const Layer& layer = kLayers[choose("--layer", options.layer, layer_names())];
  const Format format = format_of(options);
  const Pipeline pipeline(model_path(options.stories.model), options.stories.overlay());
  return run_stories(options.stories, [&](const Story& story, Worker& worker, std::string& out) {
    const Layers& layers = pipeline.annotate(story, worker.buffers);
    if (format == Format::conllu) {
      append_conllu(layers.language, pipeline.labels(), story.id, out);
      return;
    }
    LayerRows rows(format == Format::table ? RowFormat::columns : RowFormat::json_lines, story, worker.index, out);
    layer.rows(pipeline, layers, rows);
    rows.finish();
  });
}

}  // namespace

void add_annotate(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("annotate", "Print what Annals sees in stories: words, trees, names");
  auto options = std::make_shared<AnnotateOptions>();
  options->stories.add_to(*command);
  std::string names;
  for (const std::string& name : layer_names()) names += (names.empty() ? "" : ", ") + name;
  command->add_option("--layer", options->layer, "One of: " + names + " (default: tokens)")->type_name("LAYER");
  command
      ->add_option("--format", options->format,
                   "table (the default on a terminal), jsonl (the default elsewhere), or conllu (the words of whole "
                   "sentences, whatever the layer)")
      ->type_name("FORMAT");
  command->footer(
      "Examples:\n"
      "  annals annotate story.txt\n"
      "  annals annotate --layer entities wire.jsonl > entities.jsonl\n"
      "  annals annotate --layer actors --lexicon my-tables wire.jsonl\n"
      "  annals annotate --format conllu wire.jsonl > wire.conllu");
  command->callback([options, &status] { status = run_annotate(*options); });
}

}  // namespace annals::cli
