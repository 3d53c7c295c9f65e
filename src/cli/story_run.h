// What commands that go over stories share: their options, the threads, the messages and the exit status.
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annals/story.h"
#include "base/utf8.h"
#include "record/pipeline.h"

namespace annals::cli {

struct StoryOptions {
  std::vector<std::string> files;
  std::string model;
  std::string lexicon;
  std::string published;
  unsigned threads = 0;  // 0: one for each core

  void add_to(CLI::App& command);
  // The user's folder of tables that lies over ours, if one was named.
  std::optional<std::filesystem::path> overlay() const;
};

// What a thread keeps from story to story.
struct Worker {
  Workspace::Buffers buffers;
  CodePointIndex index;  // of the story at hand
};

// What is to be done with a story: appends to `out` what goes to standard output. Runs on several threads at once,
// each with a worker of its own.
using StoryWork = std::function<void(const Story& story, Worker& worker, std::string& out)>;

// Reads the stories one after another, works on them, and writes the output in their order. A story or file that is
// refused costs one line on standard error. The exit status.
int run_stories(const StoryOptions& options, const StoryWork& work);

// The same for output of several parts, which `write` is given story by story on the thread that called.
using StoryPartsWork = std::function<void(const Story& story, Worker& worker, std::span<std::string> parts)>;
using WriteParts = std::function<void(std::span<const std::string> parts)>;
int run_stories(const StoryOptions& options, std::size_t parts, const StoryPartsWork& work, const WriteParts& write);

}  // namespace annals::cli
