// Words that say where a negotiation stands.
#include "record/talks_lexicon.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

template <typename T, std::size_t N>
const T* named(const std::pair<std::string_view, T> (&names)[N], std::string_view name) {
  for (const auto& entry : names) {
    if (entry.first == name) return &entry.second;
  }
  return nullptr;
}

constexpr std::pair<std::string_view, TalksNoun> kNouns[] = {
    {"talk", TalksNoun::talk}, {"deal", TalksNoun::deal}, {"effort", TalksNoun::effort}};
constexpr std::pair<std::string_view, TalksWord> kWords[] = {
    {"aim", TalksWord::aim},           {"mediate", TalksWord::mediate}, {"persuade", TalksWord::persuade},
    {"obstacle", TalksWord::obstacle}, {"reason", TalksWord::reason},   {"gap", TalksWord::gap},
    {"round", TalksWord::round},       {"copula", TalksWord::copula},   {"until", TalksWord::until},
    {"sides", TalksWord::sides},       {"envoy", TalksWord::envoy}};

std::string_view last_word(std::string_view words) {
  const auto space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

}  // namespace

void TalksLexicon::add(const TsvTable& table, std::string_view where) {
  const std::size_t word = table.column("word"), pos = table.column("pos"), particle = table.column("particle");
  const std::size_t slot = table.column("slot"), of = table.column("of"), status = table.column("status");
  for (const TsvRow& row : table) {
    if (const TalksNoun* noun = named(kNouns, row[pos])) {
      nouns_[std::string(last_word(row[word]))].push_back({std::string(row[word]), *noun});
      continue;
    }
    if (const TalksWord* kind = named(kWords, row[pos])) {
      words_[static_cast<int>(*kind)].emplace(row[word], true);
      continue;
    }
    const auto at = std::find(std::begin(kTalksStatusNames), std::end(kTalksStatusNames), row[status]);
    if (at == std::end(kTalksStatusNames)) {
      throw table.error(row, "\"" + std::string(row[status]) + "\" is no status of talks", "Use one such as stalled.");
    }
    TalksStatusEntry entry;
    entry.particle = row[particle];
    entry.subject = row[slot] == "subj";
    if (const TalksNoun* noun = named(kNouns, row[of])) entry.of = *noun;
    entry.status = static_cast<TalksStatus>(at - std::begin(kTalksStatusNames));
    entry.source = std::string(where) + ":" + std::to_string(row.line);
    if (row[pos] == "verb") {
      verbs_[std::string(row[word])].push_back(std::move(entry));
    } else if (row[pos] == "adj") {
      adjectives_[std::string(row[word])].push_back(std::move(entry));
    } else if (row[pos] == "fate") {
      fates_[std::string(row[word])].push_back(std::move(entry));
    } else if (row[pos] == "predicate" || row[pos] == "odds") {
      Predicate predicate;
      for (const std::string_view w : split_cell(row[word], ' ')) predicate.words.emplace_back(w);
      predicate.entry = std::move(entry);
      auto& all = row[pos] == "odds" ? odds_ : predicates_;
      all[predicate.words.front()].push_back(std::move(predicate));
    } else {
      throw table.error(row, "\"" + std::string(row[pos]) + "\" is no kind of word of talks",
                        "The head of lexicon/talks.tsv lists them.");
    }
  }
}

TalksNoun TalksLexicon::noun(const Annotation& annotation, std::uint32_t token) const {
  for (const std::string_view form : {annotation.lemma(token), annotation.lower(token)}) {
    const auto found = nouns_.find(form);
    if (found == nouns_.end()) continue;
    for (const Noun& noun : found->second) {
      if (is_phrase(annotation, token, noun.words)) return noun.of;
    }
  }
  return TalksNoun::none;
}

const TalksStatusEntry* TalksLexicon::first_in(const StringMap<std::vector<Predicate>>& all,
                                               const Annotation& annotation, std::uint32_t begin, std::uint32_t end) {
  end = std::min(end, static_cast<std::uint32_t>(annotation.tokens.size()));
  const TalksStatusEntry* best = nullptr;
  std::size_t longest = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const auto found = all.find(annotation.lower(i));
    if (found == all.end()) continue;
    for (const Predicate& predicate : found->second) {
      if (predicate.words.size() <= longest || i + predicate.words.size() > end) continue;
      bool fits = true;
      for (std::size_t k = 1; k < predicate.words.size(); ++k) {
        fits = fits && annotation.lower(i + static_cast<std::uint32_t>(k)) == predicate.words[k];
      }
      if (!fits) continue;
      best = &predicate.entry;
      longest = predicate.words.size();
    }
  }
  return best;
}

}  // namespace annals
