// Ctrl-C and the like, as a wish to stop at the next good moment.
#pragma once

namespace annals::cli {

// While it lives, the first SIGINT, SIGTERM or SIGHUP only sets a flag; a second one ends the program at once.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  bool wanted() const;
};

}  // namespace annals::cli
