// Light verbs and the rules of precedence, read from their tables.
#include "record/light_verbs.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array<std::string_view, 6> kSubjectNames = {"actor", "recipient", "theme", "claimant", "scene", "none"};

}  // namespace

void LightVerbs::add(const TsvTable& table) {
  const std::size_t verb = table.column("verb"), particle = table.column("particle"), nouns = table.column("nouns");
  const std::size_t subject = table.column("subject_is"), effect = table.column("effect");
  for (const TsvRow& row : table) {
    LightVerb entry;
    for (const auto noun : split_cell(row[nouns])) entry.nouns.emplace_back(noun);
    const auto at = std::find(kSubjectNames.begin(), kSubjectNames.end(), row[subject]);
    if (at == kSubjectNames.end()) {
      throw table.error(row, "\"" + std::string(row[subject]) + "\" is no part in an act",
                        "Use actor, recipient, theme, claimant, scene or none in the column subject_is.");
    }
    entry.subject = static_cast<LightSubject>(at - kSubjectNames.begin());
    entry.effect = row[effect].empty() ? std::string_view("actual") : row[effect];
    std::string key(row[verb]);
    if (!row[particle].empty()) key.append(" ").append(row[particle]);
    verbs_[key].push_back(std::move(entry));
  }
}

const LightVerb* LightVerbs::find(const ActMatcher& matcher, const SemanticClasses& classes, const Clauses& clauses,
                                  ClassCache& cache, std::string_view verb, std::string_view particle,
                                  std::uint32_t noun) const {
  std::array<char, 64> key;
  if (verb.size() + particle.size() + 1 > key.size()) return nullptr;
  char* end = std::copy(verb.begin(), verb.end(), key.data());
  if (!particle.empty()) {
    *end++ = ' ';
    end = std::copy(particle.begin(), particle.end(), end);
  }
  const auto found = verbs_.find(std::string_view(key.data(), static_cast<std::size_t>(end - key.data())));
  if (found == verbs_.end()) return nullptr;
  const Annotation& annotation = clauses.annotation();
  const LightVerb* any = nullptr;
  for (const LightVerb& entry : found->second) {
    if (entry.nouns.empty()) {
      if (any == nullptr) any = &entry;
      continue;
    }
    for (const std::string& word : entry.nouns) {
      const int number = classes.find(word);
      const bool fits = number >= 0 ? matcher.classes_of(annotation, noun, cache).test(static_cast<std::size_t>(number))
                                    : is_phrase(annotation, noun, word);
      if (fits) return &entry;
    }
  }
  return any;
}

void NestingRules::add(const TsvTable& table) {
  const std::size_t outer = table.column("outer"), inner_type = table.column("inner_type");
  const std::size_t inner_mode = table.column("inner_mode"), type = table.column("type"), mode = table.column("mode");
  const auto plv = table.find_column("plv");
  for (const TsvRow& row : table) {
    const std::string key =
        std::string(row[outer]) + "|" + std::string(row[inner_type]) + "|" + std::string(row[inner_mode]);
    rules_[key] = {std::string(row[type]), std::string(row[mode]), plv ? std::string(row[*plv]) : std::string()};
  }
}

const NestingRules::Result* NestingRules::find(std::string_view outer, std::string_view type,
                                               std::string_view mode) const {
  const std::string wide = std::string(outer) + "|" + std::string(type) + "|";
  if (!mode.empty()) {
    if (const auto narrow = rules_.find(wide + std::string(mode)); narrow != rules_.end()) return &narrow->second;
  }
  const auto found = rules_.find(wide);
  return found == rules_.end() ? nullptr : &found->second;
}

}  // namespace annals
