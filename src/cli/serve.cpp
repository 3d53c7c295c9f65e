// `annals serve`: a ledger in the browser.
#include <fmt/format.h>
#include <signal.h>

#include <cstdlib>
#include <memory>
#include <thread>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/model_path.h"
#include "server/server.h"

namespace annals::cli {
namespace {

struct Options {
  ServeOptions serve;
  std::string model;
  std::string lexicon;
};

// The model's path; empty where none was named and none is in the usual places, which costs one line.
std::string model_if_any(const std::string& given) {
  if (!given.empty()) return model_path(given);
  try {
    return model_path(given);
  } catch (const Error& error) {
    fmt::print(stderr, "{}\nStories can not be read on the page until then.\n", error.what());
    return {};
  }
}

int run_serve(const Options& options) {
  ServeOptions serve = options.serve;
  if (const char* token = std::getenv("ANNALS_TOKEN"); token != nullptr && serve.token.empty()) serve.token = token;
  serve.model = model_if_any(options.model);
  if (!options.lexicon.empty()) serve.lexicon = options.lexicon;
  serve.version = ANNALS_VERSION;
  serve.on_link = [](const std::string& link) { fmt::print(stderr, "For one more browser: {}\n", link); };

  // The signals that end the server go to one thread that waits for them; the others never see them.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGUSR2);  // ours, to end the waiting
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  signal(SIGPIPE, SIG_IGN);  // a client that leaves in the middle of an answer

  Server server(std::move(serve));
  server.bind();
  fmt::print(stderr, "{} is open at {}\nCtrl-C ends it.\n", options.serve.ledger, server.link());
  std::thread waiting([&] {
    int which = 0;
    sigwait(&ends, &which);
    server.stop();
  });
  server.run();
  pthread_kill(waiting.native_handle(), SIGUSR2);
  waiting.join();
  return kAllDone;
}

}  // namespace

void add_serve(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("serve", "Show a ledger in the browser, and answer programs over HTTP");
  auto options = std::make_shared<Options>();
  ServeOptions& serve = options->serve;
  command->add_option("LEDGER", serve.ledger, "The ledger, as `annals add` made it")->required();
  command->add_option("--port", serve.port, "The port; 0 for any that is free")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_option("--listen", serve.address, "The address to listen at; one beyond this machine needs --token")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command
      ->add_option("--token", serve.token,
                   "What whoever asks must know, 16 characters or more (better in $ANNALS_TOKEN, which no list of "
                   "processes shows)")
      ->type_name("TOKEN");
  command->add_option("--host", serve.hosts, "A further name by which this server may be called")->type_name("NAME");
  command->add_flag("--write", serve.write, "Let reviewers add corrections to the ledger");
  command->add_option("--connections", serve.connections, "The most clients at once; more wait")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--model", options->model, kModelHelp)->type_name("FILE");
  command->add_option("--lexicon", options->lexicon, kLexiconHelp)->type_name("DIR");
  command->footer(
      "Examples:\n"
      "  annals serve crisis.db\n"
      "  annals serve --write --port 9000 crisis.db\n"
      "  ANNALS_TOKEN=$(openssl rand -hex 16) annals serve --listen 0.0.0.0 crisis.db");
  command->callback([options, &status] { status = run_serve(*options); });
}

}  // namespace annals::cli
