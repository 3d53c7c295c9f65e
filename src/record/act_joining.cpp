// What is told beside an act and belongs to it: the toll of an attack, the demands of a protest.
#include <algorithm>

#include "record/act_story.h"

namespace annals {

// The attack whose toll the verb at `toll` tells: its subject ("the blast killed"), the noun behind "in" ("killed in
// the blast"), or the clause that it hangs on ("a bomb went off, killing"). nullptr where the killing is the act
// itself.
Act* ActFinder::attack_of(const Story& story, std::uint32_t toll, std::size_t first) const {
  const Annotation& annotation = story.annotation();
  std::vector<std::uint32_t> places;
  story.clauses.conjuncts(story.clauses.of(toll).subject, places);
  for (const char* preposition : {"in", "by", "during", "after", "from"})
    story.clauses.prepositional(toll, preposition, places);
  const Token& t = annotation.tokens[toll];
  if (t.dep == Dep::advcl || t.dep == Dep::conj) {
    places.push_back(t.head);
    story.clauses.conjuncts(story.clauses.of(t.head).surface_subject, places);
  }
  for (std::size_t i = first; i < story.out.size(); ++i) {
    Act& act = story.out[i];
    if (act.type != "ASSAULT" || act.trigger == toll) continue;
    const auto stands = [&](std::uint32_t token) { return token == act.trigger || token == act.light_verb; };
    if (std::any_of(places.begin(), places.end(), stands)) return &act;
  }
  return nullptr;
}

// "Where a sentence names a target and victims, the recipient is the target and the tolls go to killed, injured"
// (LEDGER.md, event): the verbs of dying and killing beside an attack are no second act.
void ActFinder::join_tolls(Story& story, std::size_t first) const {
  const int number = tables_->classes.find("TOLL");
  if (number < 0) return;
  std::vector<std::uint32_t> joined;
  for (std::size_t i = first; i < story.out.size(); ++i) {
    Act& toll = story.out[i];
    const auto& classes = matcher_.classes_of(story.annotation(), toll.trigger, story.workspace.classes);
    if (toll.type != "ASSAULT" || toll.frame->pos != ActPos::verb || !classes.test(static_cast<std::size_t>(number)))
      continue;
    Act* attack = attack_of(story, toll.trigger, first);
    if (attack == nullptr) continue;
    if (attack->recipient.empty()) attack->recipient = toll.recipient;
    // "Gunmen killed two soldiers in an attack": who kills attacks, unless it is the attack that kills.
    if (attack->actor.empty() && attack->trigger != story.clauses.of(toll.trigger).subject) attack->actor = toll.actor;
    joined.push_back(toll.trigger);
  }
  const auto is_joined = [&](const Act& act) {
    return std::find(joined.begin(), joined.end(), act.trigger) != joined.end();
  };
  story.out.erase(std::remove_if(story.out.begin() + static_cast<std::ptrdiff_t>(first), story.out.end(), is_joined),
                  story.out.end());
}

namespace {

// "blocked roads to press their demands", "on strike in protest at": nouns that say what the protest is about.
bool is_part_of_protest(const Annotation& annotation, const Act& act) {
  const Token& t = annotation.tokens[act.trigger];
  if (act.type == "REQUEST") return t.dep == Dep::dobj;
  return act.type == "PROTEST" && t.dep == Dep::pobj && annotation.lower(t.head) == "in";
}

}  // namespace

// "Demands made by a crowd in the street are PROTEST" (LEDGER.md): what protesters ask for or condemn in a clause below
// their protest is part of it, and tells against whom it is.
void ActFinder::join_demands(Story& story, std::size_t first) const {
  const Annotation& annotation = story.annotation();
  std::vector<std::uint32_t> joined;
  for (std::size_t p = first; p < story.out.size(); ++p) {
    Act& protest = story.out[p];
    if (protest.type != "PROTEST") continue;
    const std::uint32_t top = protest.light_verb != kNoToken ? protest.light_verb : protest.trigger;
    const Token& t = annotation.tokens[top];
    for (std::size_t d = first; d < story.out.size(); ++d) {
      const Act& demand = story.out[d];
      const bool kind = demand.type == "REQUEST" || demand.type == "ACCUSE" || demand.type == "PROTEST";
      const bool below = demand.trigger != top && demand.trigger > top && t.left_edge <= demand.trigger &&
                         demand.trigger <= t.right_edge;
      const bool part = demand.frame->pos == ActPos::verb || is_part_of_protest(annotation, demand);
      if (!kind || !below || d == p || !part) continue;
      const bool same = demand.actor.empty() || demand.actor == protest.actor || demand.type == "PROTEST" ||
                        annotation.tokens[demand.actor.front()].pos == Pos::PRON;
      if (!same) continue;
      if (protest.recipient.empty()) protest.recipient = demand.recipient;
      joined.push_back(demand.trigger);
    }
  }
  std::erase_if(story.out,
                [&](const Act& act) { return std::find(joined.begin(), joined.end(), act.trigger) != joined.end(); });
}

}  // namespace annals
