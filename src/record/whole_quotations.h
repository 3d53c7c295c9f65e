// Joins the statements of one quotation, for those who count quotations and not sentences.
#pragma once
#include <vector>

#include "annals/record.h"
#include "annals/story.h"

namespace annals {

// A quotation that goes on over sentences, also behind its cue (`"It rains," she said. "We wait."`), is one statement a
// sentence in a ledger. This makes it one statement: its content reaches from the first of its words to the last.
void join_quotations(const Story& story, std::vector<Record>& records);

}  // namespace annals
