// Whose money it is where several states call theirs by the same name.
#include "record/currencies.h"

#include <algorithm>

namespace annals {

void CurrencyLexicon::add(const TsvTable& table) {
  const std::size_t words = table.column("words"), unit = table.column("unit"), states = table.column("states");
  const std::size_t how = table.column("how");
  for (const TsvRow& row : table) {
    if (row[how] != "near" && row[how] != "named") {
      throw table.error(row, "\"" + std::string(row[how]) + "\" is no way to find the state", "Use near or named.");
    }
    Money money{std::string(row[unit]), {}, row[how] == "named"};
    for (const std::string_view state : split_cell(row[states])) money.states.emplace_back(state);
    for (const std::string_view word : split_cell(row[words])) words_[std::string(word)].push_back(money);
  }
}

const CurrencyLexicon::Money* CurrencyLexicon::of_state(const std::vector<Money>& list, std::string_view country,
                                                        bool named) {
  if (country.empty()) return nullptr;
  for (const Money& money : list) {
    if (money.named && !named) continue;
    if (std::find(money.states.begin(), money.states.end(), country) != money.states.end()) return &money;
  }
  return nullptr;
}

// The subject of the verb that the sum belongs to.
const CurrencyLexicon::Money* CurrencyLexicon::paid_by(const std::vector<Money>& list, const Layers& layers,
                                                       const Quantity& sum) {
  const Annotation& annotation = layers.language;
  for (std::uint32_t i = sum.anchor; annotation.tokens[i].head != i;) {
    i = annotation.tokens[i].head;
    if (annotation.tokens[i].pos != Pos::VERB && annotation.tokens[i].pos != Pos::AUX) continue;
    const std::uint32_t subject = layers.clauses.of(i).surface_subject;
    const ActorEntity* who = subject == kNoToken ? nullptr : layers.actors.actor_at(subject);
    if (who == nullptr) continue;
    if (const Money* money = of_state(list, who->country, false)) return money;
  }
  return nullptr;
}

const CurrencyLexicon::Money* CurrencyLexicon::nearest(const std::vector<Money>& list, const Layers& layers,
                                                       const Quantity& sum) {
  const Annotation& annotation = layers.language;
  const std::uint32_t sentence = annotation.tokens[sum.anchor].sentence;
  const Money* best = nullptr;
  std::uint32_t least = kNoToken;
  const auto see = [&](std::uint32_t token, std::string_view country) {
    if (annotation.tokens[token].sentence != sentence) return;
    const std::uint32_t far = token > sum.anchor ? token - sum.anchor : sum.anchor - token;
    const Money* money = far < least ? of_state(list, country, false) : nullptr;
    if (money == nullptr) return;
    least = far;
    best = money;
  };
  for (const Mention& mention : layers.actors.mentions) {
    see(mention.head, layers.actors.entities[mention.entity].country);
  }
  for (const NamedPlace& place : layers.places) see(place.tokens.begin, place.country);
  return best;
}

const CurrencyLexicon::Money* CurrencyLexicon::most_told(const std::vector<Money>& list, const Layers& layers) {
  std::vector<std::pair<const Money*, int>> counts;
  const auto see = [&](std::string_view country) {
    const Money* money = of_state(list, country, false);
    if (money == nullptr) return;
    const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == money; });
    if (at == counts.end()) {
      counts.emplace_back(money, 1);
    } else {
      ++at->second;
    }
  };
  for (const Mention& mention : layers.actors.mentions) see(layers.actors.entities[mention.entity].country);
  for (const NamedPlace& place : layers.places) see(place.country);
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? nullptr : most->first;
}

std::string_view CurrencyLexicon::unit_of(const Layers& layers, const Quantity& sum) const {
  if (sum.kind != UnitKind::money || sum.unit_word == kNoToken) return sum.unit;
  const auto found = words_.find(layers.language.lower(sum.unit_word));
  if (found == words_.end()) return sum.unit;
  const std::vector<Money>& list = found->second;
  const Money* money = nullptr;
  if (sum.unit_word > 0) {
    const ActorEntity* owner = layers.actors.actor_at(sum.unit_word - 1);
    if (owner != nullptr) money = of_state(list, owner->country, true);
  }
  if (money == nullptr) money = paid_by(list, layers, sum);
  if (money == nullptr) money = nearest(list, layers, sum);
  if (money == nullptr) money = most_told(list, layers);
  return money == nullptr ? sum.unit : std::string_view(money->unit);
}

}  // namespace annals
