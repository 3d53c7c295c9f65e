// `annals pairs`: the relation between an actor and a recipient that are marked in a sentence.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <thread>

#include "annals/error.h"
#include "base/in_order.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "cli/standard_output.h"
#include "output/json_writer.h"
#include "record/pair_coder.h"
#include "story/marked_sentence.h"

namespace annals::cli {
namespace {

struct PairsOptions {
  std::vector<std::string> files;
  std::string model;
  std::string lexicon;
  unsigned threads = 0;  // 0: one for each core
};

struct Job {
  MarkedSentence sentence;
  std::string out;
};

void report(const Error& error, std::size_t& refused) {
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", error.what());
  ++refused;
}

// The next sentence that can be read; what can not is reported and counted.
std::optional<Job> next_job(MarkedSentenceSource& source, std::size_t& refused) {
  for (;;) {
    try {
      std::optional<MarkedSentence> sentence = source.next();
      if (!sentence) return std::nullopt;
      return Job{std::move(*sentence), {}};
    } catch (const Error& error) {
      if (error.fault != Fault::input) throw;
      report(error, refused);
    }
  }
}

void append_answer(std::string& out, const MarkedSentence& sentence, const PairAnswer& answer) {
  JsonWriter json(out);
  json.begin_object();
  json.key("doc").value(sentence.id);
  if (answer.type.empty()) {
    json.key("type").null();
  } else {
    json.key("type").value(answer.type);
  }
  json.key("score").value(std::round(answer.score * 1000) / 1000);
  json.key("trigger");
  if (answer.trigger.empty()) {
    json.null();
  } else {
    const CodePointIndex index(sentence.text);
    json.begin_object();
    json.key("start").value(index.at(answer.trigger.begin));
    json.key("end").value(index.at(answer.trigger.end));
    json.key("text").value(std::string_view(sentence.text).substr(answer.trigger.begin, answer.trigger.size()));
    json.end_object();
  }
  json.key("why").value(answer.why);
  json.end_object();
  out.push_back('\n');
}

int run_pairs(const PairsOptions& options) {
  const PairCoder coder(model_path(options.model), options.lexicon);
  MarkedSentenceSource source(options.files);
  InOrderLimits limits;
  limits.threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  limits.jobs_a_thread = 64;
  std::vector<PairCoder::Workspace> workspaces(limits.threads);
  std::size_t refused = 0;
  run_in_order<Job>(
      limits, [&] { return next_job(source, refused); }, [](const Job& job) { return job.sentence.text.size(); },
      [&](Job& job, unsigned worker) {
        append_answer(job.out, job.sentence, coder.code(job.sentence, workspaces[worker]));
      },
      [&](const Job& job) { write_output(job.out); });
  if (source.files_read() == 0) return kNothingDone;
  return refused > 0 ? kSomeRefused : kAllDone;
}

}  // namespace

void add_pairs(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("pairs", "Code the relation between a given actor and recipient");
  auto options = std::make_shared<PairsOptions>();
  command->add_option("FILE", options->files, "JSON Lines of sentences with actor and recipient, or -")
      ->required()
      ->type_name("");
  command->add_option("--model", options->model, kModelHelp)->type_name("PATH");
  command->add_option("--lexicon", options->lexicon, kLexiconHelp)->type_name("DIR");
  command->add_option("--threads", options->threads, "Threads to use (default: one for each core)")->type_name("N");
  command->footer(
      "A line in:  {\"id\":\"1\",\"text\":\"Ostland recalled its envoy from Tal.\",\n"
      "             \"actor\":{\"text\":\"Ostland\",\"start\":0,\"end\":7},\n"
      "             \"recipient\":{\"text\":\"Tal\",\"start\":32,\"end\":35}}\n"
      "Offsets count code points; without them the first place of the text is taken.\n"
      "A line out: {\"doc\":\"1\",\"type\":\"SANCTION\",\"score\":...,\"trigger\":{...},\"why\":\"lexicon/acts/...\"}\n"
      "Example:\n"
      "  annals pairs sentences.jsonl > relations.jsonl");
  command->callback([options, &status] { status = run_pairs(*options); });
}

}  // namespace annals::cli
