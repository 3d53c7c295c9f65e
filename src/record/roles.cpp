// Role records from what the actor stage read.
#include "record/roles.h"

#include <algorithm>

#include "record/evidence.h"

namespace annals {
namespace {

// The office without the comma behind it and the line breaks that it may be written over.
std::string title_of(const Annotation& annotation, TokenSpan words) {
  words = without_space(annotation, words);
  while (words.end > words.begin && annotation.tokens[words.end - 1].is(kIsPunct)) --words.end;
  std::string title(annotation.text(words));
  std::replace(title.begin(), title.end(), '\n', ' ');
  return title;
}

// Offices of these sectors are held for a state.
bool of_state(Sector sector) {
  return sector == Sector::GOV || sector == Sector::LEG || sector == Sector::JUD || sector == Sector::MIL;
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Actor holder_of(const ActorEntity& entity) {
  Actor actor;
  actor.name = entity.name;
  actor.country = entity.country;
  actor.sector = sector_name(entity.sector);
  return actor;
}

// The state of that code on the story's day: Russia and not the Soviet Union.
std::optional<Actor> country_of(const ActorLexicon& lexicon, std::string_view code, std::optional<Day> day) {
  const Country* country = lexicon.country(code, day);
  if (country == nullptr) return std::nullopt;
  Actor actor;
  actor.name = country->name;
  actor.country = code;
  actor.sector = sector_name(Sector::GOV);
  return actor;
}

}  // namespace

void find_roles(const Layers& layers, const ActorLexicon& lexicon, std::vector<Record>& records) {
  const Annotation& annotation = layers.language;
  const std::size_t first = records.size();
  for (const RoleFinding& finding : layers.actors.roles) {
    const Mention& person = layers.actors.mentions[finding.person];
    const ActorEntity& entity = layers.actors.entities[person.entity];
    Role role;
    role.doc = layers.story->id;
    role.evidence = sentence_of(annotation, person.head);
    role.person = entity.name;
    role.title = title_of(annotation, finding.title);
    if (finding.of != kNobody) {
      role.of = holder_of(layers.actors.entities[finding.of]);
    } else if (of_state(entity.sector) && !entity.country.empty()) {
      role.of = country_of(lexicon, entity.country, layers.story->published);
    }
    const bool office = entity.sector != Sector::none && entity.sector != Sector::CVL;
    if (!role.of && !office) continue;  // "his great-uncle", "a mother of five"
    const bool told =
        std::any_of(records.begin() + static_cast<std::ptrdiff_t>(first), records.end(), [&](const Record& r) {
          const Role& other = std::get<Role>(r);
          return other.person == role.person && lower_case(other.title) == lower_case(role.title);
        });
    if (told) continue;
    if (finding.former) role.why.rule = "former";
    if (entity.line != 0) {
      role.why.entry = "lexicon/" + std::string(entity.table) + ".tsv:" + std::to_string(entity.line);
    }
    role.why.words.push_back(words_of(annotation, finding.title));
    records.emplace_back(std::move(role));
  }
}

}  // namespace annals
