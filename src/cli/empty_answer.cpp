// Messages on standard error: the answer itself, on standard output, stays what programs expect.
#include "cli/empty_answer.h"

#include <cstdio>

#include "ledger/suggestions.h"

namespace annals::cli {

void explain_empty(SQLite::Database& db, const RecordFilter& filter, const std::string& words) {
  std::fprintf(stderr, "Nothing found%s%s.\n", words.empty() ? "" : " for ", words.c_str());
  if (words.empty()) return;
  for (const std::string& sentence : explain_nothing(db, filter)) std::fprintf(stderr, "%s\n", sentence.c_str());
}

void say_more(const Cursor& last, bool terminal) {
  if (!terminal) return;
  std::fprintf(stderr, "There are more: add --limit N for a longer list, or --after %s to go on.\n",
               to_string(last).c_str());
}

}  // namespace annals::cli
