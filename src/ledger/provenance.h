// What reads the stories of a run: program, model and the user's own tables.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "annals/ledger.h"
#include "model/model_file.h"

namespace annals {

// `version` is the program's. `lexicon` is the user's folder of tables that lies over ours, where there is one.
Provenance provenance(std::string_view version, const ModelFile& model,
                      const std::optional<std::filesystem::path>& lexicon);

}  // namespace annals
