// The acts of a story before they are records: trigger, type, factuality, and the phrases of those who took part.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "record/act_lexicon.h"
#include "record/act_matcher.h"
#include "record/clauses.h"
#include "record/factuality.h"
#include "record/light_verbs.h"
#include "record/semantic_classes.h"

namespace annals {

class Lexicon;

struct Act {
  std::uint32_t trigger = kNoToken;
  const ActFrame* frame = nullptr;
  std::string_view type, mode;  // after the rules of precedence; they live as long as the lexicon
  std::string_view pair_type;   // in the published pair set, where it differs
  Factuality factuality = Factuality::actual;
  std::vector<std::uint32_t> actor, recipient;  // heads of their phrases, in text order
  std::uint32_t light_verb = kNoToken;          // "launched" of "launched an attack"
  std::uint32_t toll_verb = kNoToken;           // "killing" of "a bomb went off, killing"
  std::string_view rule;                        // the construction, for the record's `why`
};

// The tables that acts are found by.
struct ActTables {
  SemanticClasses classes;
  ActLexicon frames{classes};
  FactualityLexicon factuality;
  LightVerbs light_verbs;
  NestingRules nesting;

  // Throws Error{Fault::lexicon} with file and line where a table is wrong.
  explicit ActTables(const Lexicon& lexicon);
  ActTables(const ActTables&) = delete;  // frames point at classes
};

// One thread's buffers.
struct ActWorkspace {
  ClassCache classes;
  std::vector<const ActFrame*> frames;  // of each token, nullptr where none fired
  std::vector<char> absorbed;           // part of another act
  std::vector<std::uint32_t> named_by;  // of a noun: the verb whose act it names ("lifted *sanctions*"), or kNoToken
  std::vector<std::uint32_t> phrases;   // scratch
};

// Adds to `into` those of `more` that it lacks.
void unite(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& more);

class ActFinder {
 public:
  explicit ActFinder(const ActTables& tables) : tables_(&tables), matcher_(tables.frames, tables.classes) {}

  // Appends the acts of the story in text order. `is_actor` says of each token whether it heads a phrase that can act
  // or be acted upon.
  void find(const Clauses& clauses, std::span<const char> is_actor, ActWorkspace& workspace,
            std::vector<Act>& out) const;

  // Makes an actual act one that is to come, with the type that the rules of precedence give it then.
  void make_future(Act& act) const;

 private:
  struct Story;  // what the helpers share
  void fire(Story& story) const;
  void find_named(Story& story) const;
  bool is_party(const Story& story, std::uint32_t token) const;
  bool is_instrument(const Story& story, std::uint32_t noun) const;
  std::string_view mode_of_subject(const Story& story, std::uint32_t verb) const;
  bool is_named_above(const Story& story, std::uint32_t noun) const;
  bool is_named_elsewhere(const Story& story, const Act& act) const;
  void give_to_verb(Story& story, const Act& act) const;
  void find_controller(Story& story, Act& act) const;
  void find_blamed(Story& story, Act& act) const;
  bool fill_from_inner(Story& story, Act& act) const;
  std::uint32_t inner_clause(const Story& story, std::uint32_t token) const;
  void find_owners(const Story& story, Act& act) const;
  void join_parts(Story& story, std::size_t first) const;
  void drop_weak(Story& story, std::size_t first) const;
  Act* attack_of(const Story& story, std::uint32_t toll, std::size_t first) const;
  bool is_toll(const Story& story, std::uint32_t verb) const;
  void join_tolls(Story& story, std::size_t first) const;
  void join_demands(Story& story, std::size_t first) const;
  bool add_inside(const Story& story, std::uint32_t token, std::span<const ActSlot> slots,
                  std::vector<std::uint32_t>& out) const;
  bool add_maker(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const;
  bool add_concerned(const Story& story, std::uint32_t noun, std::span<const std::string_view> prepositions,
                     std::vector<std::uint32_t>& out, int depth) const;
  bool add_related(Story& story, std::uint32_t noun, const Act& act, std::vector<std::uint32_t>& out) const;
  void find_concerned(Story& story, Act& act) const;
  void find_agent(const Story& story, Act& act) const;
  bool add_issuer(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const;
  bool is_at_call(const Story& story, std::uint32_t noun) const;
  void find_target(Story& story, Act& act) const;
  void add_act(Story& story, std::uint32_t token) const;
  void fill(Story& story, std::uint32_t token, const std::vector<ActSlot>& slots,
            std::vector<std::uint32_t>& out) const;
  void fill_reattached(Story& story, std::uint32_t token, const std::vector<ActSlot>& slots,
                       std::vector<std::uint32_t>& out) const;
  bool add_doer(Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const;
  bool add_clause_subject(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const;
  void add_party_above(const Story& story, Act& act) const;
  void add_struck(const Story& story, Act& act) const;
  void drop_places(const Story& story, Act& act) const;
  bool add_actor(const Story& story, std::uint32_t token, std::vector<std::uint32_t>& out) const;
  const LightVerb* light_verb(Story& story, std::uint32_t noun, std::uint32_t& verb) const;
  void apply_light_verb(Story& story, const LightVerb& light, std::uint32_t verb, Act& act) const;
  void apply_inner_act(Story& story, Act& act) const;
  void apply_factuality(Story& story, Act& act) const;

  const ActTables* tables_;
  ActMatcher matcher_;
};

}  // namespace annals
