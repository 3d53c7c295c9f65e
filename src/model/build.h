// Building of the model file from what is fetched at set-up.
#pragma once
#include <filesystem>
#include <string>

namespace annals {

struct ModelSources {
  std::filesystem::path pipeline;  // directory of a spaCy 3 pipeline
  std::filesystem::path lexicon;   // the project's lexicon/
};

// Reads the sources and writes a model file to `output`. Throws Error{Fault::model} or Error{Fault::lexicon} if one is
// incomplete or the pipeline is of an architecture that the engine does not run.
void build_model(const ModelSources& sources, const std::string& output);

}  // namespace annals
