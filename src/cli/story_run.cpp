// Going over stories with several threads.
#include "cli/story_run.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "base/iso_date.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"

namespace annals::cli {

void say(const std::string& line) {
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", line.c_str());
}

int PassTotals::status() const {
  if (files_read == 0) return kNothingDone;
  return refused > 0 ? kSomeRefused : kAllDone;
}

namespace story_run_detail {

StorySourceOptions reading_of(const StoryOptions& options) {
  StorySourceOptions reading;
  reading.any_language = options.any_language;
  if (options.published.empty()) return reading;
  reading.published = parse_iso_date(options.published);
  if (!reading.published) {
    throw Error{Fault::usage, "--published", "\"" + options.published + "\" is no date", "Write it as 2023-11-07."};
  }
  return reading;
}

unsigned threads_of(const StoryOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

std::optional<std::string> repairs_line(const Story& story) {
  if (story.repairs.empty()) return std::nullopt;
  const std::size_t first = count_code_points(std::string_view(story.text).substr(0, story.repairs.front()));
  const std::size_t count = story.repairs.size();
  return story.id + ": " + std::to_string(count) +
         (count == 1 ? " malformed byte or NUL was" : " malformed bytes or NULs were") +
         " replaced by U+FFFD, the first at character " + std::to_string(first) + ". The rest is read as it stands.";
}

std::optional<std::string> cuts_line(const Story& story, std::uint32_t cuts) {
  if (cuts == 0) return std::nullopt;
  return story.id + ": " + std::to_string(cuts) + (cuts == 1 ? " cut was" : " cuts were") +
         " made within a sentence of more than " + std::to_string(kMaxTokensAtOnce) +
         " words. What stands on both sides of a cut is not read together.";
}

std::vector<std::string> passed_over_lines(const PassedOver& passed) {
  std::vector<std::string> lines;
  if (const std::size_t count = passed.in_other_languages(); count > 0) {
    std::string languages;
    for (const auto& [code, stories] : passed.other_languages) {
      languages += (languages.empty() ? "" : ", ") + std::to_string(stories) + " " + code;
    }
    lines.push_back(std::to_string(count) +
                    (count == 1 ? " story in another language was" : " stories in other languages were") +
                    " passed over (" + languages + "). To read what is there all the same, add --any-language.");
  }
  if (const std::size_t count = passed.without_text; count > 0) {
    lines.push_back(
        std::to_string(count) +
        (count == 1 ? " page or item without a story's text was" : " pages or items without a story's text were") +
        " passed over. Front pages, lists of links, pictures and videos have none.");
  }
  return lines;
}

}  // namespace story_run_detail

void StoryOptions::add_to(CLI::App& command) {
  command
      .add_option(
          "FILE", files,
          "Stories: text, JSON Lines, HTML, RSS, Atom, WARC, PDF, archives or folders of these; - is standard input")
      ->required()
      ->type_name("");
  command.add_option("--model", model, kModelHelp)->type_name("PATH");
  command.add_option("--lexicon", lexicon, kLexiconHelp)->type_name("DIR");
  command.add_option("--published", published, "The day of the stories, over what they say themselves")
      ->type_name("DATE");
  command.add_flag("--any-language", any_language, "Read stories in other languages than English, too");
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
  StoryPass<std::vector<std::string>> pass;
  pass.work = [&](const Story& story, Worker& worker, std::vector<std::string>& out) {
    out.resize(parts);
    work(story, worker, out);
  };
  pass.done = [&](std::vector<std::string>& out) { write(out); };
  return run_pass(options, pass).status();
}

}  // namespace annals::cli
