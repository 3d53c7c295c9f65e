// Compiles the tables of actors into look-up structures.
#include "actor/actor_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "actor/folding.h"
#include "base/hash.h"

namespace annals {
namespace {

constexpr Day kLongAgo{std::chrono::days{-200000}};
constexpr Day kForever{std::chrono::days{200000}};

struct OfficeName {
  std::string_view name;
  Office office;
};
constexpr std::array<OfficeName, 21> kOffices = {{{"head_of_state", Office::head_of_state},
                                                  {"head_of_government", Office::head_of_government},
                                                  {"foreign_minister", Office::foreign_minister},
                                                  {"defence_minister", Office::defence_minister},
                                                  {"group_leader", Office::group_leader},
                                                  {"other", Office::other},
                                                  {"leader", Office::leader},
                                                  {"former", Office::former},
                                                  {"spokesman", Office::spokesman},
                                                  {"counterpart", Office::counterpart},
                                                  {"predecessor", Office::predecessor},
                                                  {"successor", Office::successor},
                                                  {"igo_head", Office::igo_head},
                                                  {"envoy", Office::envoy},
                                                  {"of_country", Office::of_country},
                                                  {"country", Office::country},
                                                  {"mission", Office::mission},
                                                  {"body", Office::body},
                                                  {"craft", Office::craft},
                                                  {"side", Office::side},
                                                  {"none", Office::none}}};

Office read_office(const TsvTable& table, const TsvRow& row, std::string_view text) {
  if (text.empty()) return Office::none;
  for (const OfficeName& known : kOffices) {
    if (known.name == text) return known.office;
  }
  throw table.error(row, "\"" + std::string(text) + "\" is no office",
                    "Use one of the offices that the head of lexicon/titles.tsv lists.");
}

Sector read_sector(const TsvTable& table, const TsvRow& row, std::string_view text) {
  if (const auto sector = find_sector(text)) return *sector;
  throw table.error(row, "\"" + std::string(text) + "\" is no sector",
                    "Use GOV, LEG, MIL or another of docs/actors.md.");
}

Gender read_gender(std::string_view text) {
  return text == "m" ? Gender::male : text == "f" ? Gender::female : Gender::unknown;
}

// "2001-05-16", or `otherwise` for an empty cell.
Day read_day(const TsvTable& table, const TsvRow& row, std::string_view text, Day otherwise) {
  if (text.empty()) return otherwise;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    std::from_chars(text.data() + 8, text.data() + 10, day);
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (year != 0 && date.ok()) return Day{date};
  throw table.error(row, "\"" + std::string(text) + "\" is no date", "Write dates as 2001-05-16.");
}

std::string_view check_code(const TsvTable& table, const TsvRow& row, std::string_view code) {
  const bool good =
      code.empty() || (code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }));
  if (good) return code;
  throw table.error(row, "\"" + std::string(code) + "\" is no country code",
                    "Use a code of three capitals, as in ISO 3166-1.");
}

// A cell of an optional column.
std::string_view cell(const TsvRow& row, std::optional<std::size_t> column) {
  return column ? row[*column] : std::string_view{};
}

// Calls `use` with each part of "a|b|c".
template <typename Use>
void each_part(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (const auto part = list.substr(0, bar); !part.empty()) use(part);
    if (bar == std::string_view::npos) return;
    list.remove_prefix(bar + 1);
  }
}

// Whether a name is an abbreviation: two or more letters, all of them capitals.
bool is_abbreviation(std::string_view name) {
  int capitals = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      ++capitals;
    else if (c != '.' && c != '&' && !(c >= '0' && c <= '9') && c != '-')
      return false;
  }
  return capitals >= 2;
}

std::uint64_t office_key(std::string_view country, std::string_view body, Office office) {
  return murmur64a(body.empty() ? country : body, 0x5EED + static_cast<std::uint64_t>(office));
}

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

namespace {

bool ends_small(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank != std::string_view::npos && name[blank + 1] >= 'a' && name[blank + 1] <= 'z';
}

}  // namespace

void ActorLexicon::add_name(std::string_view name, NameKind kind, NameForm form, std::size_t index) {
  if (name.empty()) return;
  scratch_.clear();
  append_folded(scratch_, name);
  if (scratch_.empty()) return;
  const auto at = static_cast<std::uint32_t>(entries_.size());
  std::uint32_t& head = names_[fold_key(scratch_)];
  if (head == kNoEntry) {
    head = at;
  } else {
    std::uint32_t last = head;
    while (entries_[last].next != kNoEntry) last = entries_[last].next;
    entries_[last].next = at;
  }
  entries_.push_back(
      {kind, form, is_abbreviation(name), ends_small(name), static_cast<std::uint32_t>(index), kNoEntry});
  const std::string_view first = std::string_view(scratch_).substr(0, scratch_.find(' '));
  std::uint32_t& longest = first_words_[fold_key(first)];
  const auto size = static_cast<std::uint32_t>(scratch_.size());
  if (longest == kNoEntry || longest < size) longest = size;
}

void ActorLexicon::read_countries(const TsvTable& table) {
  const auto code = table.column("code");
  const auto name = table.column("name");
  const auto aliases = table.find_column("aliases");
  const auto adjectives = table.find_column("adjectives");
  const auto people = table.find_column("people");
  const auto capitals = table.find_column("capitals");
  const auto from = table.find_column("from");
  const auto until = table.find_column("until");
  const auto led_by = table.find_column("led_by");
  const auto family = table.find_column("family_name");
  for (const TsvRow& row : table) {
    const std::size_t index = countries_.size();
    Country country{check_code(table, row, row[code]),
                    row[name],
                    {},
                    read_day(table, row, cell(row, from), kLongAgo),
                    read_day(table, row, cell(row, until), kForever),
                    Office::head_of_state,
                    cell(row, family) == "first",
                    row.line};
    if (cell(row, led_by) == "head_of_government") country.led_by = Office::head_of_government;
    add_name(row[name], NameKind::country, NameForm::name, index);
    each_part(cell(row, aliases), [&](auto part) { add_name(part, NameKind::country, NameForm::name, index); });
    each_part(cell(row, adjectives), [&](auto part) { add_name(part, NameKind::country, NameForm::adjective, index); });
    each_part(cell(row, people), [&](auto part) {
      const bool many = part.ends_with('s') || part.ends_with("men") || part.ends_with("ese");
      if (many && country.people.empty()) country.people = part;
      add_name(part, NameKind::country, many ? NameForm::people_noun : NameForm::person_noun, index);
    });
    each_part(cell(row, capitals), [&](auto part) { add_name(part, NameKind::country, NameForm::capital, index); });
    countries_.push_back(country);
    countries_by_code_[country.code].push_back(static_cast<std::uint32_t>(index));
  }
}

void ActorLexicon::read_regions(const TsvTable& table) {
  const auto name = table.column("name");
  const auto aliases = table.find_column("aliases");
  const auto adjectives = table.find_column("adjectives");
  const auto people = table.find_column("people");
  const auto country = table.column("country");
  const auto kind = table.column("kind");
  const auto from = table.find_column("from");
  const auto until = table.find_column("until");
  for (const TsvRow& row : table) {
    const std::size_t index = regions_.size();
    regions_.push_back({row[name], check_code(table, row, row[country]), row[kind],
                        read_day(table, row, cell(row, from), kLongAgo),
                        read_day(table, row, cell(row, until), kForever), row.line});
    add_name(row[name], NameKind::region, NameForm::name, index);
    each_part(cell(row, aliases), [&](auto part) { add_name(part, NameKind::region, NameForm::name, index); });
    each_part(cell(row, adjectives), [&](auto part) { add_name(part, NameKind::region, NameForm::adjective, index); });
    each_part(cell(row, people), [&](auto part) {
      const bool many = part.ends_with('s') || part.ends_with("men") || part.ends_with("ese");
      add_name(part, NameKind::region, many ? NameForm::people_noun : NameForm::person_noun, index);
    });
  }
}

void ActorLexicon::read_bodies(const TsvTable& table) {
  const auto name = table.column("name");
  const auto aliases = table.find_column("aliases");
  const auto country = table.find_column("country");
  const auto sector = table.find_column("sector");
  const auto kind = table.find_column("kind");
  const auto from = table.find_column("from");
  const auto until = table.find_column("until");
  const auto seat = table.find_column("seat");
  for (const TsvRow& row : table) {
    const std::size_t index = bodies_.size();
    bodies_.push_back({row[name], check_code(table, row, cell(row, country)), cell(row, kind),
                       read_sector(table, row, cell(row, sector)), read_day(table, row, cell(row, from), kLongAgo),
                       read_day(table, row, cell(row, until), kForever), row.line});
    add_name(row[name], NameKind::body, NameForm::name, index);
    each_part(cell(row, aliases), [&](auto part) { add_name(part, NameKind::body, NameForm::name, index); });
    each_part(cell(row, seat), [&](auto part) { add_name(part, NameKind::body, NameForm::capital, index); });
  }
}

// "Blinken" of "Antony Blinken", "bin Laden" and "Laden" of "Osama bin Laden", "Xi" of "Xi Jinping".
void ActorLexicon::add_family_name(std::string_view person, std::uint32_t holder) {
  const auto found = countries_by_code_.find(holders_[holder].country);
  const bool first = found != countries_by_code_.end() && countries_[found->second.front()].family_name_first;
  scratch_.clear();
  append_folded(scratch_, person);
  const std::string_view name = scratch_;
  const std::size_t blank = first ? name.find(' ') : name.rfind(' ');
  if (blank == std::string_view::npos) {
    family_names_[fold_key(name)].push_back(holder);
    return;
  }
  family_names_[fold_key(first ? name.substr(0, blank) : name.substr(blank + 1))].push_back(holder);
}

void ActorLexicon::read_holders(const TsvTable& table) {
  const auto person = table.column("person");
  const auto aliases = table.find_column("aliases");
  const auto gender = table.find_column("gender");
  const auto country = table.column("country");
  const auto body = table.find_column("body");
  const auto office = table.column("office");
  const auto title = table.find_column("title");
  const auto from = table.find_column("from");
  const auto until = table.find_column("until");
  const auto sector = table.find_column("sector");
  for (const TsvRow& row : table) {
    const auto index = static_cast<std::uint32_t>(holders_.size());
    const Holder holder{row[person],
                        check_code(table, row, row[country]),
                        cell(row, body),
                        cell(row, title),
                        read_office(table, row, row[office]),
                        read_gender(cell(row, gender)),
                        read_sector(table, row, cell(row, sector)),
                        read_day(table, row, cell(row, from), kLongAgo),
                        read_day(table, row, cell(row, until), kForever),
                        row.line};
    if (holder.until < holder.from) {
      throw table.error(row, "the office ends before it begins", "Set `from` and `until` in order.");
    }
    holders_.push_back(holder);
    offices_[office_key(holder.country, holder.body, holder.office)].push_back(index);
    const auto add_person = [&](std::string_view name) {
      scratch_.clear();
      append_folded(scratch_, name);
      auto& offices = persons_[fold_key(scratch_)];
      if (offices.empty()) add_name(name, NameKind::holder, NameForm::name, index);
      offices.push_back(index);
    };
    add_person(row[person]);
    each_part(cell(row, aliases), add_person);
    add_family_name(row[person], index);
  }
}

void ActorLexicon::read_officials(const TsvTable& table) {
  const auto person = table.column("person");
  const auto country = table.column("country");
  const auto from = table.find_column("from");
  const auto until = table.find_column("until");
  const auto sector = table.find_column("sector");
  officials_.reserve(table.rows().size());
  for (const TsvRow& row : table) {
    scratch_.clear();
    append_folded(scratch_, row[person]);
    std::uint32_t& slot = official_names_[fold_key(scratch_)];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(officials_.size());
    officials_.push_back({row[person],
                          check_code(table, row, row[country]),
                          {},
                          {},
                          Office::other,
                          Gender::unknown,
                          read_sector(table, row, cell(row, sector)),
                          read_day(table, row, cell(row, from), kLongAgo),
                          read_day(table, row, cell(row, until), kForever),
                          row.line});
  }
}

void ActorLexicon::read_titles(const TsvTable& table) {
  const auto words = table.column("words");
  const auto plural = table.find_column("plural");
  const auto sector = table.find_column("sector");
  const auto office = table.find_column("office");
  const auto gender = table.find_column("gender");
  const auto kind = table.find_column("kind");
  for (const TsvRow& row : table) {
    const auto index = static_cast<std::uint32_t>(titles_.size());
    titles_.push_back({row[words], read_sector(table, row, cell(row, sector)),
                       read_office(table, row, cell(row, office)), read_gender(cell(row, gender)),
                       cell(row, kind) == "group", row.line});
    const auto add = [&](std::string_view part, bool many) {
      scratch_.clear();
      append_folded(scratch_, part);
      std::uint32_t& slot = title_words_[fold_key(scratch_)];
      if (slot == kNoEntry) slot = index << 1 | static_cast<std::uint32_t>(many);
    };
    add(row[words], false);
    each_part(cell(row, plural), [&](auto part) { add(part, true); });
  }
}

void ActorLexicon::read_descriptors(const TsvTable& table) {
  const auto words = table.column("words");
  const auto kinds = table.column("kinds");
  const auto names = table.find_column("names");
  for (const TsvRow& row : table) {
    std::uint32_t& slot = descriptor_words_[fold_key(folded(row[words]))];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(descriptors_.size());
    descriptors_.push_back({split_cell(row[kinds]), split_cell(cell(row, names))});
  }
}

void ActorLexicon::read_given_names(const TsvTable& table) {
  const auto name = table.column("name");
  const auto gender = table.column("gender");
  const auto kind = table.column("kind");
  for (const TsvRow& row : table) {
    scratch_.clear();
    append_folded(scratch_, row[name]);
    // Honorifics and given names are apart: "Sister" is the one, "Christian" the other.
    const bool honorific = row[kind] == "honorific";
    std::uint32_t& slot = (honorific ? honorifics_ : given_names_)[fold_key(scratch_)];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(read_gender(row[gender]));
  }
}

void ActorLexicon::read_words(const TsvTable& table) {
  const auto word = table.column("word");
  const auto role = table.column("class");
  constexpr std::array<std::pair<std::string_view, WordRole>, 9> kRoles = {{{"counter", kCounter},
                                                                            {"dispatch", kDispatch},
                                                                            {"heads", kHeads},
                                                                            {"where", kWhere},
                                                                            {"former", kFormer},
                                                                            {"quantity", kQuantity},
                                                                            {"within", kWithin},
                                                                            {"local", kLocal},
                                                                            {"belongs", kBelongs}}};
  for (const TsvRow& row : table) {
    const auto known = std::ranges::find(kRoles, row[role], &std::pair<std::string_view, WordRole>::first);
    if (known == kRoles.end()) {
      throw table.error(row, "\"" + std::string(row[role]) + "\" is no class of words",
                        "Use one that the head of lexicon/actor_words.tsv lists.");
    }
    std::uint32_t& bits = words_[fold_key(row[word])];
    bits = (bits == kNoEntry ? 0 : bits) | known->second;
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
