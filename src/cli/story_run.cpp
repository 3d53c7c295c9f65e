// Going over stories with several threads.
#include "cli/story_run.h"

#include <cstdio>
#include <optional>
#include <thread>

#include "annals/error.h"
#include "base/in_order.h"
#include "base/iso_date.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "story/story_source.h"

namespace annals::cli {
namespace {

struct Job {
  Story story;
  std::vector<std::string> parts;
  std::optional<Error> fault;
  std::uint32_t cuts = 0;  // sentences that were longer than the engine's limit
};

std::optional<std::chrono::sys_days> published_option(const std::string& given) {
  if (given.empty()) return std::nullopt;
  const auto day = parse_iso_date(given);
  if (!day) throw Error{Fault::usage, "--published", "\"" + given + "\" is no date", "Write it as 2023-11-07."};
  return day;
}

void say(const std::string& line) {
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", line.c_str());
}

void report_repairs(const Story& story) {
  if (story.repairs.empty()) return;
  const std::size_t first = count_code_points(std::string_view(story.text).substr(0, story.repairs.front()));
  const std::size_t count = story.repairs.size();
  say(story.id + ": " + std::to_string(count) +
      (count == 1 ? " malformed byte or NUL was" : " malformed bytes or NULs were") +
      " replaced by U+FFFD, the first at character " + std::to_string(first) + ". The rest is read as it stands.");
}

void report_cuts(const Story& story, std::uint32_t sentences) {
  if (sentences == 0) return;
  say(story.id + ": " + std::to_string(sentences) + (sentences == 1 ? " cut was" : " cuts were") +
      " made within a sentence of more than " + std::to_string(kMaxTokensAtOnce) +
      " words. What stands on both sides of a cut is not read together.");
}

// The next story that can be read; what can not is reported and counted.
std::optional<Job> next_job(StorySource& source, std::size_t& refused) {
  for (;;) {
    try {
      std::optional<Story> story = source.next();
      if (!story) return std::nullopt;
      return Job{std::move(*story), {}, std::nullopt, 0};
    } catch (const Error& error) {
      if (error.fault != Fault::input) throw;
      say(error.what());
      ++refused;
    }
  }
}

}  // namespace

void StoryOptions::add_to(CLI::App& command) {
  command.add_option("FILE", files, "Text files, JSON Lines of stories, or - for standard input")
      ->required()
      ->type_name("");
  command.add_option("--model", model, kModelHelp)->type_name("PATH");
  command.add_option("--lexicon", lexicon, kLexiconHelp)->type_name("DIR");
  command.add_option("--published", published, "The day of the stories, over what they say themselves")
      ->type_name("DATE");
  command.add_option("--threads", threads, "Threads to use (default: one for each core)")->type_name("N");
}

std::optional<std::filesystem::path> StoryOptions::overlay() const {
  if (lexicon.empty()) return std::nullopt;
  return lexicon;
}

int run_stories(const StoryOptions& options, const StoryWork& work) {
  return run_stories(
      options, 1,
      [&](const Story& story, Worker& worker, std::span<std::string> parts) { work(story, worker, parts[0]); },
      [](std::span<const std::string> parts) { write_output(parts[0]); });
}

int run_stories(const StoryOptions& options, std::size_t parts, const StoryPartsWork& work, const WriteParts& write) {
  StorySource source(options.files, published_option(options.published));
  InOrderLimits limits;
  limits.threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<Worker> workers(limits.threads);
  std::size_t refused = 0;
  run_in_order<Job>(
      limits, [&] { return next_job(source, refused); }, [](const Job& job) { return job.story.text.size(); },
      [&](Job& job, unsigned worker) {
        try {
          workers[worker].index.reset(job.story.text);
          job.parts.resize(parts);
          work(job.story, workers[worker], job.parts);
          job.cuts = workers[worker].buffers.layers.language.cut_sentences;
        } catch (const Error& error) {
          if (error.fault != Fault::input) throw;
          job.fault = error;
        }
      },
      [&](const Job& job) {
        report_repairs(job.story);
        if (job.fault) {
          say(job.fault->what());
          ++refused;
          return;
        }
        report_cuts(job.story, job.cuts);
        write(job.parts);
      });
  if (source.files_read() == 0) return kNothingDone;
  return refused > 0 ? kSomeRefused : kAllDone;
}

}  // namespace annals::cli
