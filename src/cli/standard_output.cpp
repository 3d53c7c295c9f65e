// Writing by POSIX calls: a story's output is one call, so that a reader of the pipe sees it at once.
#include "cli/standard_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "annals/error.h"

namespace annals::cli {

void write_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0 && errno == EPIPE) throw ClosedOutput{};
    if (wrote < 0) {
      throw Error{Fault::internal, "standard output", std::strerror(errno), "Check the disk or the program behind it."};
    }
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

}  // namespace annals::cli
