// Finding the word of a command line that is at fault.
#include "cli/usage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/closest.h"

namespace annals::cli {
namespace {

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : full_name(*app.get_parent()) + " " + app.get_name();
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

const CLI::App* command_named(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

std::string did_you_mean(const CLI::App& app, std::string_view word, const std::vector<std::string>& names) {
  if (const auto near = closest(word, names)) return "Did you mean " + *near + "?";
  return "Run `" + full_name(app) + " --help` to see what there is.";
}

// "-" is standard input, and "-1" a value.
bool is_option(std::string_view word) { return word.size() > 1 && word[0] == '-' && (word[1] < '0' || word[1] > '9'); }

// The library's own words, made to fit our form: no period at the end, no line break.
std::string problem_of(const CLI::ParseError& fault) {
  std::string problem = fault.what();
  for (char& c : problem) c = c == '\n' ? ' ' : c;
  while (!problem.empty() && (problem.back() == '.' || problem.back() == ' ')) problem.pop_back();
  return problem;
}

}  // namespace

Error usage_error(const CLI::App& app, int argc, char** argv, const CLI::ParseError& fault) {
  const CLI::App* at = &app;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--") break;
    if (is_option(word)) {
      const std::string name = word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
      const std::vector<std::string> names = option_names(*at);
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        return Error{Fault::usage, full_name(*at), "there is no option " + name, did_you_mean(*at, name, names)};
      }
    } else if (const std::vector<std::string> names = command_names(*at); !names.empty()) {
      const CLI::App* command = command_named(*at, word);
      if (command == nullptr) {
        return Error{Fault::usage, full_name(*at), "there is no command " + word, did_you_mean(*at, word, names)};
      }
      at = command;
    }
  }
  if (const std::vector<std::string> names = command_names(*at); !names.empty()) {
    return Error{Fault::usage, full_name(*at), "a command is missing",
                 fmt::format("Name one of: {}.", fmt::join(names, ", "))};
  }
  return Error{Fault::usage, full_name(*at), problem_of(fault), "Run `" + full_name(*at) + " --help` for an example."};
}

std::size_t choose(std::string_view option, std::string_view value, std::span<const std::string> names) {
  const auto found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto near = closest(value, names);
  throw Error{Fault::usage, std::string(option), fmt::format("there is no \"{}\"", value),
              near ? "Did you mean " + *near + "?" : fmt::format("Choose one of: {}.", fmt::join(names, ", "))};
}

}  // namespace annals::cli
