// Cuts one chunk of text: prefixes and suffixes off its ends, infixes out of its middle.
#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/regex.h"
#include "language/special_cases.h"
#include "language/tokenizer_rules.h"

namespace annals {

// Buffers for splitting, and its result. Spans are bytes of the chunk.
struct SplitScratch {
  std::vector<ByteSpan> prefixes;  // from left to right
  std::vector<ByteSpan> suffixes;  // from right to left
  std::vector<ByteSpan> middle;
  std::vector<Regex::Match> infixes;
};

// Takes the affixes off `chunk` into prefixes and suffixes, and returns what is left, which may be empty. Stops at
// what the rules or `specials` want whole. spacy/tokenizer.pyx: _split_affixes.
ByteSpan split_affixes(std::string_view chunk, const TokenizerRules& rules, const SpecialCaseTable& specials,
                       RegexScratch& regex, SplitScratch& scratch);

// Cuts chunk[core], which is no special case, at its infixes into `middle`, or leaves it whole if it is an address.
// spacy/tokenizer.pyx: _attach_tokens.
void split_core(std::string_view chunk, ByteSpan core, const TokenizerRules& rules, RegexScratch& regex,
                SplitScratch& scratch);

}  // namespace annals
