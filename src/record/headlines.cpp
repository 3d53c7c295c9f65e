// Headlines in title case read as if they were written in small letters.
#include "record/headlines.h"

#include <algorithm>
#include <vector>

namespace annals {
namespace {

constexpr std::size_t kLongestHeadline = 160;  // bytes
constexpr std::size_t kFewestWords = 3;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Words of letters only, as [begin, end) in the line.
std::vector<std::pair<std::size_t, std::size_t>> words_of_line(std::string_view line) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t i = 0; i < line.size();) {
    if (!is_letter(line[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && is_letter(line[end])) ++end;
    words.emplace_back(i, end);
    i = end;
  }
  return words;
}

bool is_title_case(std::string_view line) {
  if (line.size() > kLongestHeadline || line.ends_with('.')) return false;
  std::size_t words = 0, capitals = 0;
  for (const auto& [begin, end] : words_of_line(line)) {
    if (end - begin < 4) continue;
    ++words;
    const bool rest_small = std::none_of(line.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                         line.begin() + static_cast<std::ptrdiff_t>(end), is_capital);
    capitals += is_capital(line[begin]) && rest_small;
  }
  return words >= kFewestWords && capitals * 10 >= words * 8;
}

bool knows(const ActTables& tables, ActPos pos, std::string_view lemma) {
  if (!tables.frames.frames(pos, lemma).empty()) return true;
  return pos == ActPos::noun ? tables.classes.has_word(lemma) : tables.light_verbs.has(lemma);
}

bool is_common(std::string_view lower, const Engine& engine, const ActTables& tables) {
  return engine.is_stop_word(lower) || knows(tables, ActPos::verb, engine.lemma(lower, Pos::VERB)) ||
         knows(tables, ActPos::noun, engine.lemma(lower, Pos::NOUN));
}

// "sit-in", "cease-fires": the lemma of a noun joined by a hyphen, as the tables have it, at its last word; empty if
// they do not.
std::string hyphened(const ActTables& tables, const Annotation& annotation, std::size_t at) {
  const auto& tokens = annotation.tokens;
  if (at < 2 || annotation.text(tokens[at - 1]) != "-" || tokens[at - 1].space_after || tokens[at - 2].space_after)
    return {};
  const std::string first(annotation.lower(tokens[at - 2]));
  std::string_view last = annotation.lower(tokens[at]);
  for (const bool plural : {false, true}) {
    if (plural && !last.ends_with('s')) break;
    if (plural) last.remove_suffix(1);
    for (const char* joint : {"-", ""}) {
      std::string whole = first + joint + std::string(last);
      if (knows(tables, ActPos::noun, whole)) return whole;
    }
  }
  return {};
}

}  // namespace

bool recase_headlines(std::string_view text, const Engine& engine, const ActTables& tables, std::string& recased) {
  bool changed = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (is_title_case(line)) {
      if (!changed) recased.assign(text);
      changed = true;
      bool first = true;
      for (const auto& [word, stop] : words_of_line(line)) {
        std::string lower(line.substr(word, stop - word));
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; });
        if (!first && is_common(lower, engine, tables)) recased.replace(begin + word, lower.size(), lower);
        first = false;
      }
    }
    begin = end + 1;
  }
  return changed;
}

void mend_lemmas(const Engine& engine, const ActTables& tables, Annotation& annotation) {
  for (std::size_t i = 0; i < annotation.tokens.size(); ++i) {
    Token& token = annotation.tokens[i];
    if (token.pos == Pos::NOUN) {
      const std::string whole = hyphened(tables, annotation, i);
      if (!whole.empty()) token.lemma = annotation.add_string(whole);
      continue;
    }
    if (token.pos != Pos::VERB || knows(tables, ActPos::verb, annotation.lemma(token))) continue;
    std::string_view stem = annotation.lower(token);
    for (const std::string_view ending : {"ing", "ed", "s"}) {
      if (stem.size() > ending.size() + 2 && stem.ends_with(ending)) {
        stem.remove_suffix(ending.size());
        break;
      }
    }
    // "staged": the lemmatizer takes it for a form of "stag".
    const std::string mended = engine.lemma(stem, Pos::VERB), with_e = std::string(stem) + "e";
    const bool known = knows(tables, ActPos::verb, mended);
    if (known || knows(tables, ActPos::verb, with_e)) token.lemma = annotation.add_string(known ? mended : with_e);
  }
}

}  // namespace annals
