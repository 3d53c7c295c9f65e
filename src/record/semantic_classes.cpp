// Which classes of lexicon/classes.tsv a word belongs to.
#include "record/semantic_classes.h"

#include <algorithm>

namespace annals {

bool is_word(const Annotation& annotation, std::uint32_t token, std::string_view word) {
  return annotation.lemma(token) == word || annotation.lower(token) == word;
}

namespace {

constexpr std::string_view kOf = " of ";

// "state of emergency": the head stands first.
bool is_of_phrase(const Annotation& annotation, std::uint32_t token, std::string_view phrase, std::size_t of) {
  if (!is_phrase(annotation, token, phrase.substr(0, of))) return false;
  const auto n = annotation.tokens.size();
  return token + 2 < n && annotation.lower(token + 1) == "of" &&
         is_word(annotation, token + 2, phrase.substr(of + kOf.size()));
}

// The word that a phrase hangs on, by which phrases are looked up.
std::string_view head_word(std::string_view phrase) {
  const auto of = phrase.find(kOf);
  if (of != std::string_view::npos) phrase = phrase.substr(0, of);
  const auto space = phrase.rfind(' ');
  return space == std::string_view::npos ? phrase : phrase.substr(space + 1);
}

}  // namespace

bool is_phrase(const Annotation& annotation, std::uint32_t token, std::string_view phrase) {
  if (const auto of = phrase.find(kOf); of != std::string_view::npos)
    return is_of_phrase(annotation, token, phrase, of);
  const auto cut = phrase.rfind(' ');
  if (cut == std::string_view::npos) return is_word(annotation, token, phrase);
  if (!is_word(annotation, token, phrase.substr(cut + 1))) return false;
  std::string_view before = phrase.substr(0, cut);
  for (std::uint32_t i = token; i-- > 0 && !before.empty();) {
    const auto space = before.rfind(' ');
    const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
    if (annotation.lower(i) == "-") continue;  // "cease-fire"
    if (!is_word(annotation, i, word)) return false;
    before = space == std::string_view::npos ? std::string_view{} : before.substr(0, space);
  }
  return before.empty();
}

std::size_t SemanticClasses::number_of(const TsvTable& table, const TsvRow& row, std::string_view name) {
  const auto found = numbers_.find(name);
  if (found != numbers_.end()) return found->second;
  if (numbers_.size() == kMaxClasses) {
    throw table.error(row, "there are more than " + std::to_string(kMaxClasses) + " classes", "Join some of them.");
  }
  const std::size_t number = numbers_.size();
  numbers_.emplace(name, number);
  return number;
}

void SemanticClasses::add(const TsvTable& table) {
  entities_.resize(kEntityTypeNames.size());
  const std::size_t class_column = table.column("class"), word_column = table.column("word");
  for (const TsvRow& row : table) {
    const std::size_t number = number_of(table, row, row[class_column]);
    const std::string_view word = row[word_column];
    if (word.starts_with("ent:")) {
      const auto at = std::find(kEntityTypeNames.begin(), kEntityTypeNames.end(), word.substr(4));
      if (at == kEntityTypeNames.end()) {
        throw table.error(row, "\"" + std::string(word) + "\" is no entity type",
                          "Use one such as ent:GPE or ent:PERSON.");
      }
      entities_[static_cast<std::size_t>(at - kEntityTypeNames.begin())].set(number);
    } else if (word.find(' ') != std::string_view::npos) {
      phrases_[std::string(head_word(word))].push_back({std::string(word), number});
    } else if (!word.starts_with("gram:")) {
      words_[std::string(word)].set(number);
    }
  }
}

int SemanticClasses::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? -1 : static_cast<int>(found->second);
}

ClassSet SemanticClasses::of(const Annotation& annotation, std::uint32_t token) const {
  const Token& t = annotation.tokens[token];
  ClassSet set =
      entities_[static_cast<std::size_t>(t.entity) < entities_.size() ? static_cast<std::size_t>(t.entity) : 0];
  for (const std::string_view form : {annotation.lemma(t), annotation.lower(t)}) {
    if (const auto word = words_.find(form); word != words_.end()) set |= word->second;
    if (const auto phrases = phrases_.find(form); phrases != phrases_.end()) {
      for (const Phrase& phrase : phrases->second) {
        if (is_phrase(annotation, token, phrase.words)) set.set(phrase.number);
      }
    }
  }
  return set;
}

}  // namespace annals
