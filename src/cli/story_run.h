// What commands that go over stories share: their options, the threads, the messages and the exit status.
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annals/error.h"
#include "annals/story.h"
#include "base/in_order.h"
#include "base/utf8.h"
#include "record/pipeline.h"
#include "story/story_source.h"

namespace annals::cli {

struct StoryOptions {
  std::vector<std::string> files;
  std::string model;
  std::string lexicon;
  std::string published;
  bool any_language = false;
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

// A line for whoever calls, on standard error.
void say(const std::string& line);

// What commands differ in when they go over stories. `work` runs on several threads at once, each with a worker of its
// own; the others run on the thread that called, in the order of the stories.
template <typename Result>
struct StoryPass {
  std::function<bool(const Story& story)> wants = [](const Story&) { return true; };  // asked before any work
  std::function<void(const Story& story, Worker& worker, Result& result)> work;
  std::function<void(Result& result)> done;
  std::function<bool()> stopped = [] { return false; };  // no further story is begun
  std::function<void(const std::string& line)> say = cli::say;
};

struct PassTotals {
  std::size_t files_read = 0;
  std::size_t refused = 0;  // files and stories, each of which cost one line
  std::size_t skipped = 0;  // stories in other languages

  int status() const;
};

namespace story_run_detail {

template <typename Result>
struct Job {
  Story story;
  Result result;
  std::optional<Error> fault;
  std::uint32_t cuts = 0;  // sentences that were longer than the engine's limit
};

StorySourceOptions reading_of(const StoryOptions& options);
unsigned threads_of(const StoryOptions& options);
std::optional<std::string> repairs_line(const Story& story);
std::optional<std::string> cuts_line(const Story& story, std::uint32_t cuts);
std::vector<std::string> passed_over_lines(const PassedOver& passed);

// The next story that can be read and is wanted; what can not be read is reported and counted.
template <typename Result>
std::optional<Job<Result>> next_job(StorySource& source, const StoryPass<Result>& pass, PassTotals& totals) {
  while (!pass.stopped()) {
    try {
      std::optional<Story> story = source.next();
      if (!story) return std::nullopt;
      if (pass.wants(*story)) return Job<Result>{std::move(*story), {}, std::nullopt, 0};
    } catch (const Error& error) {
      if (error.fault != Fault::input) throw;
      pass.say(error.what());
      ++totals.refused;
    }
  }
  return std::nullopt;
}

}  // namespace story_run_detail

// Reads the stories one after another, works on them, and hands the results over in their order. A story or file that
// is refused costs one line.
template <typename Result>
PassTotals run_pass(const StoryOptions& options, const StoryPass<Result>& pass) {
  using Job = story_run_detail::Job<Result>;
  StorySource source(options.files, story_run_detail::reading_of(options));
  InOrderLimits limits;
  limits.threads = story_run_detail::threads_of(options);
  std::vector<Worker> workers(limits.threads);
  PassTotals totals;
  run_in_order<Job>(
      limits, [&] { return story_run_detail::next_job(source, pass, totals); },
      [](const Job& job) { return job.story.text.size(); },
      [&](Job& job, unsigned worker) {
        try {
          workers[worker].index.reset(job.story.text);
          pass.work(job.story, workers[worker], job.result);
          job.cuts = workers[worker].buffers.layers.language.cut_sentences;
        } catch (const Error& error) {
          if (error.fault != Fault::input) throw;
          job.fault = error;
        }
      },
      [&](Job& job) {
        if (const auto line = story_run_detail::repairs_line(job.story)) pass.say(*line);
        if (job.fault) {
          pass.say(job.fault->what());
          ++totals.refused;
          return;
        }
        if (const auto line = story_run_detail::cuts_line(job.story, job.cuts)) pass.say(*line);
        pass.done(job.result);
      });
  for (const std::string& line : story_run_detail::passed_over_lines(source.passed_over())) pass.say(line);
  totals.files_read = source.files_read();
  totals.skipped = source.passed_over().in_other_languages();
  return totals;
}

// The pass of commands that print: what `work` appends to `out` goes to standard output. The exit status.
using StoryWork = std::function<void(const Story& story, Worker& worker, std::string& out)>;
int run_stories(const StoryOptions& options, const StoryWork& work);

// The same for output of several parts, which `write` is given story by story on the thread that called.
using StoryPartsWork = std::function<void(const Story& story, Worker& worker, std::span<std::string> parts)>;
using WriteParts = std::function<void(std::span<const std::string> parts)>;
int run_stories(const StoryOptions& options, std::size_t parts, const StoryPartsWork& work, const WriteParts& write);

}  // namespace annals::cli
