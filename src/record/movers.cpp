// Who moves: people, and what carries them.
#include <algorithm>

#include "record/movement_search.h"

namespace annals {

namespace {

// "Another 3,000 crossed into Chad": people, where the number has no noun.
bool is_lone_number(const Layers& layers, std::uint32_t token) {
  const Token& t = layers.language.tokens[token];
  if (t.tag != Tag::CD || t.is(kIsPunct) || in_time(layers, token)) return false;
  const std::uint32_t of = layers.clauses.child(token, Dep::prep);
  return (t.dep == Dep::nsubj || t.dep == Dep::nsubjpass || t.dep == Dep::dobj) && of == kNoToken;
}

}  // namespace

// A person or thing that may travel; a state does not.
bool travels(const Layers& layers, const MotionLexicon& words, std::uint32_t token) {
  if (token == kNoToken) return false;
  if (words.is_mover(layers.language.lemma(token)) || words.is_mover(layers.language.lower(token))) return true;
  if (is_lone_number(layers, token)) return true;
  const ActorEntity* entity = layers.actors.actor_at(token);
  const EntityType type = layers.language.tokens[token].entity;
  if (type == EntityType::NORP && layers.language.tokens[token].tag != Tag::JJ) return true;  // "two million Hutus"
  if (entity == nullptr) return type == EntityType::PERSON;
  return entity->person || (entity->actor && !entity->members.empty());
}

// Whose movement "dozens of agents" is: that of the agents.
std::uint32_t MovementSearch::moving_head(std::uint32_t noun) const {
  if (noun == kNoToken || travels(layers_, words_, noun)) return noun;
  const std::uint32_t of = clauses_.child(noun, Dep::prep);
  if (of != kNoToken && lower(of) == "of") {
    const std::uint32_t inner = clauses_.child(of, Dep::pobj);
    if (inner != kNoToken && travels(layers_, words_, inner)) return inner;
  }
  std::vector<std::uint32_t> conjuncts;  // "supplies and medics"
  clauses_.conjuncts(noun, conjuncts);
  for (const std::uint32_t c : conjuncts) {
    if (travels(layers_, words_, c)) return c;
  }
  return noun;
}

void MovementSearch::add_movers(std::uint32_t token_index, std::vector<Actor>& who) const {
  if (token_index == kNoToken) return;
  std::vector<std::uint32_t> conjuncts;
  clauses_.conjuncts(clauses_.antecedent(token_index), conjuncts);
  for (const std::uint32_t c : conjuncts) {
    const std::uint32_t head = conjuncts.size() == 1 ? moving_head(c) : c;
    if (!travels(layers_, words_, head)) continue;
    if (is_lone_number(layers_, head)) {
      Actor people;
      people.name = "people";
      people.words = words_of(annotation_, {head, head + 1});
      who.push_back(std::move(people));
      continue;
    }
    const std::size_t before = who.size();
    add_actors(layers_, head, who);
    if (who.size() > before ||
        !(words_.is_mover(lemma(head)) || words_.is_mover(lower(head)) || token(head).entity == EntityType::NORP))
      continue;
    if (layers_.actors.actor_at(head) != nullptr && layers_.actors.actor_at(head)->actor) continue;  // there already
    Actor actor;
    actor.name = phrase_text(layers_, head);
    actor.words = words_of(annotation_, {token(head).left_edge, head + 1});
    who.push_back(std::move(actor));
  }
}

// "arrived with some 50 inspectors", "accompanied by his wife".
void MovementSearch::add_company(std::uint32_t v, std::vector<Actor>& who) const {
  std::vector<std::uint32_t> with;
  clauses_.prepositional(v, "with", with);
  for (const std::uint32_t w : with) {
    if (travels(layers_, words_, w)) add_movers(w, who);
  }
}

}  // namespace annals
