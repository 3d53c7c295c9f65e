// Building of the model file: each part of the pipeline becomes sections.
#include "model/build.h"

#include "model/import_attribute_ruler.h"
#include "model/import_lemmatizer.h"
#include "model/import_network.h"
#include "model/import_tokenizer.h"
#include "model/lexicon.h"
#include "model/model_file.h"
#include "model/spacy_pipeline.h"

namespace annals {

void build_model(const ModelSources& sources, const std::string& output, std::span<const ModelPart> parts) {
  const SpacyPipeline source(sources.pipeline);
  check_architectures(source);
  ModelWriter writer;
  writer.add_text("pipeline.config", source.text("config.cfg"));
  writer.add_text("pipeline.meta", source.has_file("meta.json") ? source.text("meta.json") : "{}");
  import_tokenizer(source, sources.lexicon, writer);
  import_networks(source, writer);
  import_attribute_ruler(source, writer);
  import_lemmatizer(source, writer);
  import_lexicon(sources.lexicon, writer);
  for (const ModelPart& part : parts) part(writer);
  writer.write(output);
}

}  // namespace annals
