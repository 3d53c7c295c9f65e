// Phrases that a user looks for: as full-text search takes them, and as a sentence may hold them.
#pragma once
#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>
#include <vector>

namespace annals {

// An FTS5 expression for the words of `phrase` in their order; a `*` at its end stands for the rest of the last word.
// Whatever a user writes becomes one quoted string, so that none of it is taken for FTS5's own syntax.
std::string phrase_expression(std::string_view phrase);

// The same for words in any order, each of which must be there.
std::string words_expression(std::string_view words);

// The runs of letters and digits, without case and accents: what FTS5's unicode61 tokenizer makes of a text.
std::vector<std::string> folded_words(std::string_view text);

// Gives `db` two functions. annals_says(text, start, end, phrase): whether the code points [start, end) of `text` hold
// the phrase. annals_is_one_of(words, names): whether the words are one of the names, which '|' parts. Costs nothing
// where they are there already.
void define_says(SQLite::Database& db);

}  // namespace annals
