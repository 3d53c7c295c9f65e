// What is wrong with a command line, in one line, with what was probably meant.
#pragma once
#include <CLI/CLI.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "annals/error.h"

namespace annals::cli {

Error usage_error(const CLI::App& app, int argc, char** argv, const CLI::ParseError& fault);

// The index of `value` among `names`. Throws Error{Fault::usage} that lists them, or names the nearest.
std::size_t choose(std::string_view option, std::string_view value, std::span<const std::string> names);

}  // namespace annals::cli
