// Building of the model file from what is fetched at set-up.
#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "model/model_file.h"

namespace annals {

struct ModelSources {
  std::filesystem::path pipeline;  // directory of a spaCy 3 pipeline
  std::filesystem::path lexicon;   // the project's lexicon/
};

// What a layer above the language engine adds to a model.
using ModelPart = std::function<void(ModelWriter&)>;

// Reads the sources and writes a model file to `output`. Throws Error{Fault::model} or Error{Fault::lexicon} if one is
// incomplete or the pipeline is of an architecture that the engine does not run.
void build_model(const ModelSources& sources, const std::string& output, std::span<const ModelPart> parts = {});

}  // namespace annals
