// Headlines in title case read as if they were written in small letters.
#pragma once
#include <string>
#include <string_view>

#include "language/engine.h"
#include "record/acts.h"

namespace annals {

// "Iran Condemns Bombings in Kenya": the taggers, trained on running text, take every word for a name. Copies `text`
// into `recased` with the common words of such lines in small letters, and says whether any was changed; lengths in
// bytes stay the same. A word is common if it is a stop word, or a verb or noun that the tables of acts and classes
// know; a line is a headline if it is short and most of its words begin with a capital.
bool recase_headlines(std::string_view text, const Engine& engine, const ActTables& tables, std::string& recased);

// Verbs whose lemma is no word but the past form of one ("withdrewing") get that word's lemma.
void mend_lemmas(const Engine& engine, const ActTables& tables, Annotation& annotation);

}  // namespace annals
