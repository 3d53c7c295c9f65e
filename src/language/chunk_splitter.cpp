// Cuts one chunk of text, as spaCy does.
#include "language/chunk_splitter.h"

namespace annals {
namespace {

std::string_view slice(std::string_view s, ByteSpan span) { return s.substr(span.begin, span.size()); }

}  // namespace

ByteSpan split_affixes(std::string_view chunk, const TokenizerRules& rules, const SpecialCaseTable& specials,
                       RegexScratch& regex, SplitScratch& scratch) {
  scratch.prefixes.clear();
  scratch.suffixes.clear();
  const auto is_special = [&](ByteSpan span) { return !span.empty() && !specials.find(slice(chunk, span)).empty(); };
  ByteSpan core{0, static_cast<std::uint32_t>(chunk.size())};
  std::uint32_t last_size = 0;
  while (!core.empty() && core.size() != last_size) {
    if (rules.token_matches(slice(chunk, core), regex) || is_special(core)) break;
    last_size = core.size();
    const auto prefix = static_cast<std::uint32_t>(rules.prefix(slice(chunk, core), regex));
    const ByteSpan without_prefix{core.begin + prefix, core.end};
    if (prefix != 0 && is_special(without_prefix)) {
      scratch.prefixes.push_back({core.begin, without_prefix.begin});
      return without_prefix;
    }
    const auto suffix = static_cast<std::uint32_t>(rules.suffix(slice(chunk, without_prefix), regex));
    const ByteSpan without_suffix{core.begin, core.end - suffix};
    if (suffix != 0 && is_special(without_suffix)) {
      scratch.suffixes.push_back({without_suffix.end, core.end});
      return without_suffix;
    }
    if (prefix != 0) scratch.prefixes.push_back({core.begin, core.begin + prefix});
    if (suffix != 0) scratch.suffixes.push_back({core.end - suffix, core.end});
    core = {core.begin + prefix, core.end - suffix};
  }
  return core;
}

void split_core(std::string_view chunk, ByteSpan core, const TokenizerRules& rules, RegexScratch& regex,
                SplitScratch& scratch) {
  scratch.middle.clear();
  const std::string_view text = slice(chunk, core);
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    scratch.middle.push_back(
        {core.begin + static_cast<std::uint32_t>(begin), core.begin + static_cast<std::uint32_t>(end)});
  };
  std::size_t start = 0;
  if (!rules.token_matches(text, regex) && !rules.url_matches(text, regex)) {
    rules.infixes(text, regex, scratch.infixes);
    for (const auto& infix : scratch.infixes) {
      if (infix.begin == 0) continue;  // spaCy leaves one at the very start with what follows it
      add(start, infix.begin);
      add(infix.begin, infix.end);
      start = infix.end;
    }
  }
  add(start, text.size());
}

}  // namespace annals
