// The command line `annals`: subcommands, and the one place where errors become messages and exit statuses.
#include <csignal>
#include <cstdio>
#include <exception>

#include "annals/error.h"
#include "cli/commands.h"
#include "cli/standard_output.h"
#include "cli/usage.h"

namespace annals::cli {
namespace {

int run(int argc, char** argv) {
  CLI::App app{"Annals turns news into a ledger: who did what to whom, when, where, how many, and who said so."};
  app.name("annals");
  app.set_version_flag("--version", std::string("annals ") + ANNALS_VERSION);
  app.require_subcommand(1);
  app.footer("Every command explains itself: annals read --help");
  int status = kAllDone;
  add_read(app, status);
  add_add(app, status);
  add_annotate(app, status);
  add_pairs(app, status);
  add_explain(app, status);
  add_model(app, status);
  add_serve(app, status);
  add_corrections(app, status);
  add_agreement(app, status);
  add_records(app, status);
  add_stories(app, status);
  add_show(app, status);
  add_timeline(app, status);
  add_dyads(app, status);
  add_chart(app, status);
  add_sql(app, status);
  add_export(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return app.exit(asked_for_help);
  } catch (const CLI::ParseError& fault) {
    throw usage_error(app, argc, argv, fault);
  }
  return status;
}

}  // namespace
}  // namespace annals::cli

int main(int argc, char** argv) {
  using namespace annals;
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_DFL);  // `annals read ... | head` ends quietly, whatever the parent had set
#endif
  try {
    return cli::run(argc, argv);
  } catch (const cli::ClosedOutput&) {
    return cli::kAllDone;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
  } catch (const std::bad_alloc&) {
    std::fputs("annals: the machine is out of memory. Read fewer files at once, or use fewer --threads.\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "annals: %s. This is a fault of Annals; please report it with the input.\n", error.what());
  }
  return cli::kNothingDone;
}
