// Who stands where in each clause: logical subjects and objects, whatever the construction.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/annotation.h"

namespace annals {

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

// A verb and its arguments, each the head token of a phrase or kNoToken. Of a coordination it is the first conjunct;
// Clauses::conjuncts() gives the others.
struct Clause {
  std::uint32_t surface_subject = kNoToken;  // grammatical subject, also where control or coordination supplies it
  std::uint32_t subject = kNoToken;          // logical: of a passive the agent behind "by"
  std::uint32_t object = kNoToken;           // logical: of a passive the grammatical subject
  std::uint32_t indirect = kNoToken;         // "gave *them* aid", "gave aid to *them*"
  bool passive = false;
  bool own_subject = false;  // the subject stands in this clause
};

// Verbs and auxiliaries, of which clauses and their copulas are made.
inline bool is_verbal(const Token& token) { return token.pos == Pos::VERB || token.pos == Pos::AUX; }

// The token of a span that the others hang on; kNoToken for an empty span.
std::uint32_t head_of(const Annotation& annotation, TokenSpan span);

// The clauses of one story. Derived once from the dependency tree; holds no text of its own.
class Clauses {
 public:
  // Replaces what was there. `annotation` is borrowed until the next call.
  void build(const Annotation& annotation);

  // The clause of a verb; an empty one for other tokens.
  const Clause& of(std::uint32_t token) const { return clauses_[token]; }
  const Annotation& annotation() const { return *annotation_; }

  // Appends `token` and what is coordinated with it, in text order. Nothing for kNoToken.
  void conjuncts(std::uint32_t token, std::vector<std::uint32_t>& out) const;

  // Appends the objects of preposition `preposition` (lower case) that hangs on `token`, conjuncts included. "into"
  // also finds "in to"; a preposition inside another ("out of") is found by its own name and by the joined one.
  void prepositional(std::uint32_t token, std::string_view preposition, std::vector<std::uint32_t>& out) const;

  // The verb of an infinitive, gerund or clause that depends on `token`, or kNoToken.
  std::uint32_t infinitive(std::uint32_t token) const;     // "agreed *to meet*", "plans *to attack*"
  std::uint32_t finite_clause(std::uint32_t token) const;  // "demanded that they *leave*"
  std::uint32_t gerund(std::uint32_t token) const;         // "stopped *sending*"
  std::uint32_t gerund_after(std::uint32_t token, std::string_view preposition) const;  // "accused of *killing*"

  // First child with the label, or kNoToken.
  std::uint32_t child(std::uint32_t token, Dep dep) const;
  bool has_child(std::uint32_t token, Dep dep) const { return child(token, dep) != kNoToken; }

  // What a relative pronoun stands for; other tokens stand for themselves.
  std::uint32_t antecedent(std::uint32_t token) const;

 private:
  bool is_verb(std::uint32_t token) const;
  bool is_passive(std::uint32_t verb) const;
  std::uint32_t thing_before(std::uint32_t pronoun, std::uint32_t person) const;
  std::uint32_t headline_conjunct(std::uint32_t subject) const;
  void resolve(std::uint32_t verb);
  std::uint32_t clause_beside_noun(std::uint32_t noun) const;
  bool is_reciprocal(std::uint32_t token) const;
  std::uint32_t subject_of_predicate(std::uint32_t verb) const;
  std::uint32_t object_of_participle(std::uint32_t verb) const;
  std::uint32_t receiver_before_sum(std::uint32_t object) const;
  const Clause& resolved(std::uint32_t verb);
  std::uint32_t inherited_subject(std::uint32_t verb);
  std::uint32_t controller(std::uint32_t governor);
  std::uint32_t noun_controller(std::uint32_t noun);

  const Annotation* annotation_ = nullptr;
  std::vector<Clause> clauses_;
  enum class State : char { unseen, active, done };
  std::vector<State> states_;
};

}  // namespace annals
