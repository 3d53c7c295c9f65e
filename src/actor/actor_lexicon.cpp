// Holds the compiled tables of actors: the order in which they are read, and how they are looked up.
#include "actor/actor_lexicon.h"

#include <algorithm>
#include <array>

#include "actor/actor_cells.h"
#include "actor/folding.h"
#include "base/hash.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 9> kTables = {
    "countries", "regions", "actors", "leaders", "officials", "titles", "descriptors", "given_names", "actor_words"};

std::vector<ActorTable> actor_tables(const Lexicon& lexicon) {
  std::vector<ActorTable> tables;
  for (const std::string_view name : kTables) {
    for (Lexicon::Table& table : lexicon.tables(std::string(name) + ".tsv")) {
      tables.push_back({name, table.text, std::move(table.where)});
    }
  }
  return tables;
}

bool covers(Day from, Day until, Day day) { return from <= day && day <= until; }

}  // namespace

void ActorLexicon::Index::reserve(std::size_t n) {
  std::size_t capacity = 16;
  while (capacity < n * 2) capacity *= 2;
  if (capacity > slots_.size()) slots_.resize(capacity);
}

void ActorLexicon::Index::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, slots_.size() * 2));
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.key != 0) (*this)[slot.key] = slot.first;
  }
}

std::uint32_t& ActorLexicon::Index::operator[](std::uint64_t key) {
  if ((used_ + 1) * 3 > slots_.size() * 2) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = key & mask;
  while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & mask;
  if (slots_[i].key == 0) {
    slots_[i].key = key;
    ++used_;
  }
  return slots_[i].first;
}

std::uint32_t ActorLexicon::Index::find(std::uint64_t key) const {
  if (slots_.empty()) return kNoEntry;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = key & mask; slots_[i].key != 0; i = (i + 1) & mask) {
    if (slots_[i].key == key) return slots_[i].first;
  }
  return kNoEntry;
}

ActorLexicon::ActorLexicon(const Lexicon& lexicon) : ActorLexicon(actor_tables(lexicon)) {}

ActorLexicon::ActorLexicon(std::span<const ActorTable> tables) {
  std::size_t bytes = 0;
  for (const ActorTable& table : tables) bytes += table.text.size();
  official_names_.reserve(bytes / 60);
  names_.reserve(bytes / 100);
  using Reader = void (ActorLexicon::*)(const TsvTable&);
  // Countries come first, since families of names depend on them.
  constexpr std::array<std::pair<std::string_view, Reader>, 9> kReaders = {
      {{"countries", &ActorLexicon::read_countries},
       {"regions", &ActorLexicon::read_regions},
       {"actors", &ActorLexicon::read_bodies},
       {"leaders", &ActorLexicon::read_holders},
       {"officials", &ActorLexicon::read_officials},
       {"titles", &ActorLexicon::read_titles},
       {"descriptors", &ActorLexicon::read_descriptors},
       {"given_names", &ActorLexicon::read_given_names},
       {"actor_words", &ActorLexicon::read_words}}};
  for (const auto& [name, reader] : kReaders) {
    // From the last to the first: what lies on top is found first.
    for (std::size_t i = tables.size(); i-- > 0;) {
      if (tables[i].name == name) (this->*reader)(TsvTable(tables[i].text, tables[i].where));
    }
  }
}

std::uint32_t ActorLexicon::find_name(std::uint64_t key) const { return names_.find(key); }

std::uint32_t ActorLexicon::longest_name(std::uint64_t first_word_key) const {
  const std::uint32_t size = first_words_.find(first_word_key);
  return size == kNoEntry ? 0 : size;
}

const Country* ActorLexicon::country(std::string_view code, std::optional<Day> day) const {
  const auto found = countries_by_code_.find(code);
  if (found == countries_by_code_.end()) return nullptr;
  for (const std::uint32_t i : found->second) {
    if (!day || covers(countries_[i].from, countries_[i].until, *day)) return &countries_[i];
  }
  return &countries_[found->second.front()];
}

const Holder* ActorLexicon::holder(std::string_view country, std::string_view body, Office office,
                                   std::string_view title, std::optional<Day> day) const {
  if (!day) return nullptr;
  const auto found = offices_.find(office_key(country, body, office));
  if (found == offices_.end()) return nullptr;
  for (const std::uint32_t i : found->second) {
    const Holder& holder = holders_[i];
    const bool same = holder.country == country && holder.body == body;
    const bool fits = office != Office::other || holder.title == title;
    if (same && fits && covers(holder.from, holder.until, *day)) return &holder;
  }
  return nullptr;
}

const Holder* ActorLexicon::leader_of(std::string_view country_code, std::string_view body,
                                      std::optional<Day> day) const {
  if (!body.empty()) {
    const Holder* leader = holder(country_code, body, Office::group_leader, {}, day);
    return leader != nullptr ? leader : holder({}, body, Office::group_leader, {}, day);
  }
  const Country* state = country(country_code, day);
  if (state == nullptr) return nullptr;
  const bool government_leads = state->led_by == Office::head_of_government;
  const Holder* leader = holder(country_code, {}, state->led_by, {}, day);
  if (leader != nullptr) return leader;
  return holder(country_code, {}, government_leads ? Office::head_of_state : Office::head_of_government, {}, day);
}

std::span<const std::uint32_t> ActorLexicon::offices_of(std::uint64_t person_key) const {
  const auto found = persons_.find(person_key);
  return found == persons_.end() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(found->second);
}

std::span<const std::uint32_t> ActorLexicon::family_name(std::uint64_t key) const {
  const auto found = family_names_.find(key);
  return found == family_names_.end() ? std::span<const std::uint32_t>{}
                                      : std::span<const std::uint32_t>(found->second);
}

const Holder* ActorLexicon::official(std::uint64_t person_key) const {
  const std::uint32_t at = official_names_.find(person_key);
  return at == kNoEntry ? nullptr : &officials_[at];
}

const TitleWord* ActorLexicon::title(std::uint64_t key, bool& plural) const {
  const std::uint32_t at = title_words_.find(key);
  if (at == kNoEntry) return nullptr;
  plural = (at & 1) != 0;
  return &titles_[at >> 1];
}

const Descriptor* ActorLexicon::descriptor(std::uint64_t key) const {
  const std::uint32_t at = descriptor_words_.find(key);
  return at == kNoEntry ? nullptr : &descriptors_[at];
}

bool ActorLexicon::word_is(std::string_view word, WordRole role) const {
  const std::uint32_t bits = words_.find(fold_key(word));
  return bits != kNoEntry && (bits & role) != 0;
}

std::optional<Gender> ActorLexicon::given_name(std::uint64_t key) const {
  const std::uint32_t at = given_names_.find(key);
  return at == kNoEntry ? std::nullopt : std::optional(static_cast<Gender>(at));
}

std::optional<Gender> ActorLexicon::honorific(std::uint64_t key) const {
  const std::uint32_t at = honorifics_.find(key);
  return at == kNoEntry ? std::nullopt : std::optional(static_cast<Gender>(at));
}

}  // namespace annals
