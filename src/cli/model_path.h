// Where the model file is, and what may lie over its lexicon.
#pragma once
#include <string>

namespace annals::cli {

inline constexpr const char* kModelHelp =
    "The model file (default: $ANNALS_MODEL, else annals.model beside the program, in build/ or /usr/share/annals/)";

inline constexpr const char* kLexiconHelp =
    "A folder of your own tables, named as ours in lexicon/, to lay over ours (docs/commands.md)";

// `given` if it is not empty, else the environment's, else the first of the usual places that has one. Throws
// Error{Fault::model} that says how to build it where there is none.
std::string model_path(const std::string& given);

}  // namespace annals::cli
