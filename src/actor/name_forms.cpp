// Compares the forms of names.
#include "actor/name_forms.h"

#include <algorithm>
#include <string>
#include <utility>

namespace annals {

std::size_t word_count(std::string_view folded) {
  return folded.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
}

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

std::string_view last_word(std::string_view folded) {
  const std::size_t blank = folded.rfind(' ');
  return blank == std::string_view::npos ? folded : folded.substr(blank + 1);
}

bool has_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool begins = at == 0 || folded[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == folded.size() || folded[end] == ' ')) return true;
  }
  return false;
}

bool same_person(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (last_word(a) != last_word(b)) return false;
  if (word_count(b) == 2 && word_count(a) == 2 && first_word(a).size() > 1 && first_word(b).size() > 1) return a == b;
  for (std::string_view rest = a; !rest.empty();) {
    const std::string_view word = first_word(rest);
    bool found = has_word(b, word);
    if (!found && word.size() == 1) found = b.front() == word.front() || b.find(' ' + std::string(word)) != b.npos;
    if (!found && word.size() > 1 && first_word(b).size() == 1) found = word.front() == b.front();
    if (!found) return false;
    rest = rest.size() == word.size() ? std::string_view{} : rest.substr(word.size() + 1);
  }
  return true;
}

bool is_acronym_of(std::string_view acronym, std::string_view folded) {
  std::string all;
  std::string main;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::string_view word = first_word(rest);
    const bool small = word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on";
    all += word.front();
    if (!small) main += word.front();
    rest = rest.size() == word.size() ? std::string_view{} : rest.substr(word.size() + 1);
  }
  return acronym.size() >= 2 && (acronym == main || acronym == all);
}

}  // namespace annals
