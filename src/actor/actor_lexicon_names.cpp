// Compiles the tables of states, regions, bodies and people: names, offices and days.
#include <algorithm>
#include <array>

#include "actor/actor_cells.h"
#include "actor/actor_lexicon.h"
#include "actor/folding.h"

namespace annals {
namespace {

bool ends_small(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank != std::string_view::npos && name[blank + 1] >= 'a' && name[blank + 1] <= 'z';
}

// "Kenyans", "Frenchmen", "Japanese": the word for several of a people.
bool names_many(std::string_view people) {
  return people.ends_with('s') || people.ends_with("men") || people.ends_with("ese");
}

// The days between which a row holds, of its columns `from` and `until`.
struct Term {
  Day from, until;
};
class TermColumns {
 public:
  explicit TermColumns(const TsvTable& table)
      : table_(table), from_(table.find_column("from")), until_(table.find_column("until")) {}

  Term of(const TsvRow& row) const {
    return {read_day(table_, row, cell(row, from_), kLongAgo), read_day(table_, row, cell(row, until_), kForever)};
  }

 private:
  const TsvTable& table_;
  const std::optional<std::size_t> from_, until_;
};

}  // namespace

std::uint64_t ActorLexicon::key_of(std::string_view name) {
  scratch_.clear();
  append_folded(scratch_, name);
  return fold_key(scratch_);
}

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
  const TermColumns terms(table);
  const auto led_by = table.find_column("led_by");
  const auto family = table.find_column("family_name");
  for (const TsvRow& row : table) {
    const std::size_t index = countries_.size();
    const Term term = terms.of(row);
    Country country{check_code(table, row, row[code]), row[name], {}, term.from, term.until, Office::head_of_state,
                    cell(row, family) == "first",      row.line};
    if (cell(row, led_by) == "head_of_government") country.led_by = Office::head_of_government;
    add_name(row[name], NameKind::country, NameForm::name, index);
    each_part(cell(row, aliases), [&](auto part) { add_name(part, NameKind::country, NameForm::name, index); });
    each_part(cell(row, adjectives), [&](auto part) { add_name(part, NameKind::country, NameForm::adjective, index); });
    each_part(cell(row, people), [&](auto part) {
      const bool many = names_many(part);
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
  const TermColumns terms(table);
  for (const TsvRow& row : table) {
    const std::size_t index = regions_.size();
    const Term term = terms.of(row);
    regions_.push_back({row[name], check_code(table, row, row[country]), row[kind], term.from, term.until, row.line});
    add_name(row[name], NameKind::region, NameForm::name, index);
    each_part(cell(row, aliases), [&](auto part) { add_name(part, NameKind::region, NameForm::name, index); });
    each_part(cell(row, adjectives), [&](auto part) { add_name(part, NameKind::region, NameForm::adjective, index); });
    each_part(cell(row, people), [&](auto part) {
      const bool many = names_many(part);
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
  const TermColumns terms(table);
  const auto seat = table.find_column("seat");
  for (const TsvRow& row : table) {
    const std::size_t index = bodies_.size();
    const Term term = terms.of(row);
    bodies_.push_back({row[name], check_code(table, row, cell(row, country)), cell(row, kind),
                       read_sector(table, row, cell(row, sector)), term.from, term.until, row.line});
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
  const TermColumns terms(table);
  const auto sector = table.find_column("sector");
  for (const TsvRow& row : table) {
    const auto index = static_cast<std::uint32_t>(holders_.size());
    const Term term = terms.of(row);
    const Holder holder{row[person],
                        check_code(table, row, row[country]),
                        cell(row, body),
                        cell(row, title),
                        read_office(table, row, row[office]),
                        read_gender(cell(row, gender)),
                        read_sector(table, row, cell(row, sector)),
                        term.from,
                        term.until,
                        row.line};
    if (holder.until < holder.from) {
      throw table.error(row, "the office ends before it begins", "Set `from` and `until` in order.");
    }
    holders_.push_back(holder);
    offices_[office_key(holder.country, holder.body, holder.office)].push_back(index);
    const auto add_person = [&](std::string_view name) {
      auto& offices = persons_[key_of(name)];
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
  const TermColumns terms(table);
  const auto sector = table.find_column("sector");
  officials_.reserve(table.rows().size());
  for (const TsvRow& row : table) {
    const Term term = terms.of(row);
    std::uint32_t& slot = official_names_[key_of(row[person])];
    if (slot == kNoEntry) slot = static_cast<std::uint32_t>(officials_.size());
    officials_.push_back({row[person],
                          check_code(table, row, row[country]),
                          {},
                          {},
                          Office::other,
                          Gender::unknown,
                          read_sector(table, row, cell(row, sector)),
                          term.from,
                          term.until,
                          row.line});
  }
}

}  // namespace annals
