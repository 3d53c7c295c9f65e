// Turns the first signal to stop into a flag that a run looks at between stories.
#include "cli/interruption.h"

#include <atomic>
#include <csignal>

namespace annals::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler may set it

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

void on_signal(int) { interrupted = true; }

}  // namespace

Interruption::Interruption() {
  interrupted = false;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one is the system's
  for (const int signal : kSignals) ::sigaction(signal, &action, nullptr);
}

Interruption::~Interruption() {
  for (const int signal : kSignals) std::signal(signal, SIG_DFL);
}

bool Interruption::wanted() const { return interrupted; }

}  // namespace annals::cli
