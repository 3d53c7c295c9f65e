// Runs the tokenizer's regular expressions.
#include "language/tokenizer_rules.h"

#include "base/binary.h"
#include "base/unicode.h"

namespace annals {
namespace {

constexpr const char* kSection = "tokenizer.rules";

// The byte at which the last `characters` characters of `s` begin.
std::size_t last_characters(std::string_view s, std::size_t characters) {
  std::size_t at = s.size();
  for (; at > 0 && characters > 0; --characters) {
    do --at;
    while (at > 0 && is_continuation(s[at]));
  }
  return at;
}

}  // namespace

TokenizerRules::TokenizerRules(const ModelFile& model) {
  BinaryReader in(model.section(kSection), kSection);
  for (Regex* regex : {&prefix_, &suffix_, &infix_, &token_, &url_}) *regex = Regex(in.get_string(), kSection);
  suffix_bound_ = in.get<std::uint32_t>();
  faster_heuristics_ = in.get<std::uint8_t>() != 0;
}

std::size_t TokenizerRules::prefix(std::string_view s, RegexScratch& scratch) const {
  const auto match = prefix_.search(s, 0, scratch);
  return match ? match->end - match->begin : 0;
}

// The expression can only match at the end, so only there is it looked for; PCRE2 can not search backwards. A match at
// the very start of the window may have been cut short by it.
std::size_t TokenizerRules::suffix(std::string_view s, RegexScratch& scratch) const {
  std::size_t window = suffix_bound_;
  while (true) {
    const std::size_t from = window == 0 ? 0 : last_characters(s, window);
    const auto match = suffix_.search(s, from, scratch);
    if (!match) return 0;
    if (from == 0 || match->begin > from) return match->end - match->begin;
    window *= 2;
  }
}

void TokenizerRules::infixes(std::string_view s, RegexScratch& scratch, std::vector<Regex::Match>& infixes) const {
  infixes.clear();
  for (auto match = infix_.search(s, 0, scratch); match; match = infix_.next(s, *match, scratch)) {
    infixes.push_back(*match);
  }
}

}  // namespace annals
