// PLOVER contexts by the words of a sentence.
#include "record/contexts.h"

#include <algorithm>

namespace annals {

void ContextLexicon::add(const TsvTable& table) {
  const std::size_t word = table.column("word"), context = table.column("context");
  const auto reach = table.find_column("reach");
  for (const TsvRow& row : table) {
    auto at = std::find(names_.begin(), names_.end(), row[context]);
    if (at == names_.end()) at = names_.insert(names_.end(), std::string(row[context]));
    const std::string_view words = row[word];
    const auto space = words.rfind(' ');
    const std::string last(space == std::string_view::npos ? words : words.substr(space + 1));
    entries_[last].push_back(
        {std::string(words), static_cast<std::uint32_t>(at - names_.begin()), reach && row[*reach] == "story"});
  }
}

void ContextLexicon::mark(const Annotation& annotation, std::uint32_t sentence, bool story_only,
                          std::vector<char>& found) const {
  const TokenSpan span = annotation.sentences[sentence];
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const std::string_view lemma = annotation.lemma(i), lower = annotation.lower(i);
    for (const std::string_view form : {lemma, lower}) {
      const auto entries = entries_.find(form);
      if (entries == entries_.end()) continue;
      for (const Entry& entry : entries->second) {
        if (story_only && !entry.story) continue;
        if (!found[entry.context] && is_phrase(annotation, i, entry.words)) found[entry.context] = 1;
      }
    }
  }
}

std::vector<std::string> ContextLexicon::of(const Annotation& annotation, std::uint32_t sentence) const {
  std::vector<char> found(names_.size(), 0);
  mark(annotation, sentence, false, found);
  std::vector<std::string> contexts;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (found[i]) contexts.push_back(names_[i]);
  }
  return contexts;
}

std::vector<std::string> ContextLexicon::of_story(const Annotation& annotation) const {
  std::vector<int> sentences(names_.size(), 0);
  std::vector<char> found;
  for (std::uint32_t s = 0; s < annotation.sentences.size(); ++s) {
    found.assign(names_.size(), 0);
    mark(annotation, s, true, found);
    for (std::size_t i = 0; i < names_.size(); ++i) sentences[i] += found[i];
  }
  std::vector<std::string> contexts;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (sentences[i] >= 2) contexts.push_back(names_[i]);
  }
  return contexts;
}

}  // namespace annals
