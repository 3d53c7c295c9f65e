// Standard output that notices when it can not be written.
#pragma once
#include <string_view>

namespace annals::cli {

// Whoever read our output has left; there is nothing to say and nobody to say it to.
struct ClosedOutput {};

// Writes all of `text`. Throws ClosedOutput for a pipe without a reader, Error{Fault::internal} for a full disk.
void write_output(std::string_view text);

// Whether it is a terminal, and so meant for eyes.
bool output_is_terminal();

}  // namespace annals::cli
