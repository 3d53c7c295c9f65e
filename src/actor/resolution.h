// The state of one story's resolution: which phrase stands for which entity. Internal to src/actor.
//
// Names are bound first, for the whole story, since a headline's "Clinton" is explained by the "President Bill Clinton"
// below it. Descriptions and pronouns follow in text order, first-person pronouns last, when speakers are known.
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/actor.h"
#include "actor/focus.h"
#include "actor/name_finder.h"
#include "actor/noun_phrases.h"
#include "actor/quotations.h"
#include "language/annotation.h"

namespace annals {

// What an entity is known to be while the story is read.
struct EntityState {
  std::string_view kind;            // of the list: country, region, a body's kind; or person, group, thing
  std::uint32_t country = kNobody;  // index into countries()
  std::uint32_t body = kNobody;
  std::uint32_t region = kNobody;
  const Holder* holder = nullptr;
  std::string_view noun;      // folded head noun of an unnamed entity
  std::string_view modifier;  // its country, where a later mention must not differ
  const TitleWord* title = nullptr;
  std::uint32_t of = kNobody;  // the entity of the state or body that a title belongs to
  std::uint32_t last_phrase = kNobody;
  std::uint32_t last_argument = kNobody;  // the last that was no modifier
  std::uint32_t mentions = 0;
  bool counted = false;
  bool generic = false;  // a bare plural: "people", "officials"
  bool told = false;     // the story itself has given the full name
  bool done = false;     // its final facts are written
};

struct ActorWorkspace {
  NameFinder names;
  NounPhrases noun_phrases;
  Quotations quotations;
  std::vector<std::uint32_t> entity_of;     // by phrase
  std::vector<std::uint32_t> phrase_at;     // by token
  std::vector<std::uint32_t> place_at;      // by token: index into located spans
  std::deque<EntityState> states;           // by entity; a deque, as a state is held while the next is made
  std::vector<std::uint32_t> persons;       // entities of single people
  std::vector<std::uint32_t> first_phrase;  // by entity: its first name
  std::unordered_map<std::uint64_t, std::uint32_t> by_key;  // folded names and list rows to entities
  std::vector<std::uint32_t> paragraph_of;                  // by sentence
  CountryWeights focus;                                     // of the story
  CountryWeights here;                                      // scratch
  CountryWeights local;
  std::string folded;
  std::deque<std::string> kept;  // strings that states point into
};

class Resolution {
 public:
  Resolution(const ActorLexicon& lexicon, const Annotation& story, std::optional<Day> day,
             std::span<const LocatedSpan> places, ActorWorkspace& workspace, ActorLayer& out)
      : lexicon_(lexicon), story_(story), day_(day), places_(places), work_(workspace), out_(out) {}

  // The title, where the story has one, helps to tell what it is about.
  void run(std::string_view title);

 private:
  // resolve_names.cpp
  void bind_names(std::string_view title);
  bool is_town(const Phrase& phrase) const;
  bool is_common_institution(const NameSpan& name);
  std::string_view others_institution(const Phrase& phrase);
  std::uint32_t bind_long_name(const Phrase& phrase);
  std::uint32_t bind_short_name(const Phrase& phrase);
  std::uint32_t bind_holder_word(const Phrase& phrase);
  std::uint32_t list_entity(const Phrase& phrase, std::uint32_t entry);
  std::uint32_t country_entity(std::uint32_t country_index);
  std::uint32_t country_entity(std::string_view code);
  std::uint32_t body_entity(std::uint32_t body_index);
  std::uint32_t region_entity(std::uint32_t region_index);
  std::uint32_t holder_entity(const Holder& holder);
  std::uint32_t seated_body(std::uint32_t entry);
  bool on_the_day(const NameEntry& entry) const;
  std::uint32_t place_entity(const Phrase& phrase, std::string_view country);
  std::uint32_t person_entity(const Phrase& phrase, std::string_view folded_name);
  std::uint32_t person_of_short_name(const Phrase& phrase, std::string_view folded_name);
  std::uint32_t organisation_entity(const Phrase& phrase, std::string_view folded_name);
  void describe_organisation(std::uint32_t entity, const Phrase& phrase, std::string_view folded_name);
  const Holder* office_on(std::span<const std::uint32_t> offices, bool near_only) const;
  const Holder* holder_of_family_name(const Phrase& phrase, std::string_view folded_name);
  const Holder* holder_without_day(const Phrase& phrase, std::string_view folded_name);
  std::vector<const Holder*> holders_without_day(const Phrase& phrase, std::string_view folded_name);
  int supports(const Holder& holder);
  std::string_view state_of_family_name(const Phrase& phrase, std::string_view folded_name);
  const TitleWord* body_title(std::string_view folded_name) const;
  bool is_body_word(std::string_view word) const;
  bool is_supported(const NameSpan& name);
  void keep_longest(std::uint32_t entity, std::string_view name);
  bool has_title_inside(const NameSpan& name);
  bool is_ambiguous(const NameSpan& name);
  std::uint32_t longer_country(const NameSpan& name);
  std::uint32_t entry_by_story(const NameSpan& name);
  std::uint32_t mission_owner(const Phrase& phrase, std::string_view folded_name);
  bool is_people_phrase(const Phrase& phrase, const NameEntry& entry) const;
  bool holds_given_name(const NameSpan& name) const;
  bool is_located(const Phrase& phrase);
  bool is_whereabouts(std::uint32_t token) const;
  std::string_view name_text(const Phrase& phrase) const;

  // resolve_descriptions.cpp
  void resolve_description(std::uint32_t phrase);
  std::uint32_t by_syntax(std::uint32_t phrase);
  std::uint32_t owner_of(const Phrase& phrase);
  std::uint32_t resolve_ahead(std::uint32_t token);
  std::string_view whereabouts_of(const Phrase& phrase);
  std::uint32_t new_description(std::uint32_t phrase, std::uint32_t owner);
  bool is_domestic(const Phrase& phrase) const;
  bool persons_of_office(const Phrase& phrase) const;
  void describe_by_apposition(std::uint32_t entity, const Phrase& phrase, std::uint32_t owner);
  void name_people(std::uint32_t entity, const Phrase& phrase);

  // description_names.cpp
  bool is_quantity(std::uint32_t token, std::uint32_t noun) const;
  std::uint32_t end_of_description(const Phrase& phrase) const;
  std::string description_name(const Phrase& phrase);

  // description_states.cpp
  std::uint32_t state_meant(std::uint32_t phrase, std::uint32_t owner);
  std::uint32_t subject_apart(const Phrase& phrase);
  std::uint32_t state_of_envoy();
  std::uint32_t state_of_person(std::uint32_t person);
  std::uint32_t people_as_state(const Phrase& phrase);
  std::uint32_t sender_of(const Phrase& phrase);

  // description_offices.cpp
  std::string_view list_body(std::uint32_t owner);
  const Holder* holder_of(const Phrase& phrase, std::uint32_t owner);
  bool of_list(std::uint32_t person, std::uint32_t owner);
  std::string_view title_text(const Phrase& phrase);
  std::uint32_t office_meant(std::uint32_t phrase, std::uint32_t owner);
  std::uint32_t state_of_bare_office(std::uint32_t p);
  std::uint32_t counterpart_meant(const Phrase& phrase);
  std::uint32_t offices_meant(const Phrase& phrase);
  const TitleWord* title_of(std::uint32_t person);
  bool held_office(std::uint32_t person, Office office);

  // description_antecedents.cpp
  bool compatible(const Phrase& phrase, std::uint32_t entity);
  std::uint32_t named_before(const Phrase& phrase);
  bool may_be_called(const Phrase& phrase, std::uint32_t entity);
  bool same_side(const Phrase& phrase, std::uint32_t entity, bool of_state);
  std::int64_t closeness(std::uint32_t entity);
  std::uint32_t described_before(const Phrase& phrase, std::uint32_t owner);
  bool is_side(std::uint32_t entity);
  std::uint32_t joined_before(const Phrase& phrase);
  std::uint32_t pair_meant(const Phrase& phrase);
  std::uint32_t other_side(const Phrase& phrase);
  std::uint32_t group_of(std::vector<std::uint32_t> members);
  std::uint32_t person_taken_up(const Phrase& phrase);
  std::uint32_t people_taken_up(const Phrase& phrase);
  std::uint32_t person_by_nationality(const Phrase& phrase);
  std::uint32_t comma_behind(const Phrase& phrase) const;
  std::uint32_t name_after_comma(const Phrase& phrase);
  std::uint32_t name_beside(const Phrase& phrase);
  std::uint32_t untagged_name(const Phrase& phrase);

  // resolve_pronouns.cpp
  void resolve_pronoun(std::uint32_t phrase);
  void resolve_relative(std::uint32_t phrase);
  void resolve_first_person(std::uint32_t phrase);
  bool is_pleonastic(std::uint32_t token) const;
  std::uint32_t clause_of(std::uint32_t token) const;
  std::uint32_t subject_over(std::uint32_t token) const;
  bool bound_apart(std::uint32_t pronoun, std::uint32_t candidate) const;
  bool named_below(std::uint32_t p, std::uint32_t e) const;
  bool is_nobody(const Phrase& ph) const;
  bool agrees(std::uint32_t entity, Number number, Gender gender, bool human, bool neuter);
  std::uint32_t antecedent(std::uint32_t phrase, Number number, Gender gender, bool human, bool neuter, bool reflexive);
  bool same_predicate(std::uint32_t pronoun, std::uint32_t candidate) const;
  double clause_bonus(std::uint32_t pronoun, std::uint32_t candidate) const;
  std::uint32_t coordination_at(std::uint32_t head);
  std::uint32_t last_conjunct(std::uint32_t head) const;
  std::uint32_t state_behind(std::uint32_t body);
  Sector sector_of(std::uint32_t person);
  std::uint32_t last_speaker_before(std::uint32_t token);

  // roles.cpp
  void read_roles();
  void read_own_role(std::uint32_t phrase);
  void read_apposed_role(std::uint32_t phrase);
  void take_counterpart(std::uint32_t phrase);
  bool contradicts_list(std::uint32_t person, std::uint32_t of);
  void take_over_unnamed(std::uint32_t phrase);
  void give_role(std::uint32_t phrase, const TitleWord* title, TokenSpan words, std::uint32_t of, bool former);
  std::uint32_t office_owner(const Phrase& phrase);

  // focus.cpp
  std::string_view code_of(std::uint32_t entity);
  std::string_view code_at(std::uint32_t phrase);
  bool names_unlisted_state(std::string_view name);
  bool is_list_of_headlines() const;
  void weigh_countries(std::string_view title);
  void weigh_title(std::string_view title);
  bool tells_where(std::uint32_t phrase);
  void number_paragraphs();
  bool says_of(std::uint32_t verb, std::uint32_t phrase) const;
  double prominence(std::uint32_t phrase, std::uint32_t to);
  std::uint32_t country_here(std::uint32_t phrase, std::uint32_t apart);

  // resolution.cpp
  std::uint32_t new_entity(std::string_view kind);
  void attach(std::uint32_t phrase, std::uint32_t entity);
  void touch(std::uint32_t phrase);
  void merge(std::uint32_t from, std::uint32_t into);
  void read_dateline();
  bool names_a_place(TokenSpan words) const;
  void finish();
  void finish_entity(std::uint32_t entity);
  void give_home(std::uint32_t entity);
  std::uint64_t key(std::string_view prefix, std::string_view folded) const;
  std::string_view keep(std::string_view s) { return work_.kept.emplace_back(s); }

  const Token& token(std::uint32_t t) const { return story_.tokens[t]; }
  std::uint32_t entity_at(std::uint32_t t) const {
    const std::uint32_t phrase = work_.phrase_at[t];
    return phrase == kNobody ? kNobody : work_.entity_of[phrase];
  }
  const Phrase& phrase(std::uint32_t p) const { return work_.noun_phrases.phrases[p]; }
  EntityState& state(std::uint32_t e) { return work_.states[e]; }
  ActorEntity& entity(std::uint32_t e) { return out_.entities[e]; }
  std::string_view fold(std::string_view text);

  const ActorLexicon& lexicon_;
  const Annotation& story_;
  std::optional<Day> day_;
  std::span<const LocatedSpan> places_;
  ActorWorkspace& work_;
  ActorLayer& out_;
  bool headlines_ = false;  // a list of headlines, each about something else
  TokenSpan dateline_{0, 0};
  int depth_ = 0;                         // of resolving ahead
  std::uint32_t cursor_ = 0;              // the phrase that the reader has come to
  std::uint32_t last_mission_ = kNobody;  // whose embassy was spoken of
};

}  // namespace annals
