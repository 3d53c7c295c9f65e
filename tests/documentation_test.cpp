// Runs the examples of README.md and docs/: what a ```console block shows is what the command prints.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "support/fixture.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

struct Example {
  std::string page;
  std::string command;
  std::string output;
};

// In a ```console block a line "$ COMMAND" is a command, and the lines up to the next are its output.
std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  std::istringstream lines(support::read_file(page));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      examples.push_back({page, line.substr(2), ""});
    } else if (inside && !examples.empty()) {
      examples.back().output += line + "\n";
    }
  }
  return examples;
}

std::vector<Example> all_examples() {
  std::vector<Example> examples = examples_of("README.md");
  for (const auto& entry : fs::directory_iterator(fs::path(ANNALS_SOURCE_DIR) / "docs")) {
    if (entry.path().extension() != ".md") continue;
    const auto of_page = examples_of("docs/" + entry.path().filename().string());
    examples.insert(examples.end(), of_page.begin(), of_page.end());
  }
  return examples;
}

// What `command` prints when it is run in the source tree, by the program and with the model that are being tested.
std::string run(std::string command) {
  const std::string program = "build/annals";
  if (const auto at = command.find(program + " "); at != std::string::npos) {
    command.replace(at, program.size(), ANNALS_BINARY);
  }
  command = std::string("cd '") + ANNALS_SOURCE_DIR + "' && export ANNALS_MODEL='" + ANNALS_MODEL + "' && " + command;
  std::string output;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return "popen failed";
  std::array<char, 4096> buffer{};
  for (std::size_t n; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) output.append(buffer.data(), n);
  pclose(pipe);
  return output;
}

TEST(Documentation, ExamplesPrintWhatTheyShow) {
  const auto examples = all_examples();
  ASSERT_GE(examples.size(), 2u) << "README.md has lost its examples";
  for (const Example& example : examples) {
    EXPECT_EQ(run(example.command), example.output) << example.page << ": $ " << example.command;
  }
}

}  // namespace
}  // namespace annals
