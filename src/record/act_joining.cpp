// What is told beside an act and belongs to it: the toll of an attack, the demands of a protest.
#include <algorithm>

#include "record/act_story.h"

namespace annals {

namespace {

// "when a drone struck", "as gunmen opened fire", "after a bomb went off".
bool is_of_same_moment(const Clauses& clauses, std::uint32_t clause) {
  static constexpr std::string_view words[] = {"when", "as", "after", "while"};
  const Annotation& annotation = clauses.annotation();
  const auto children = annotation.children(clause);
  return std::any_of(children.begin(), children.end(), [&](auto c) {
    const Dep dep = annotation.tokens[c].dep;
    return (dep == Dep::mark || dep == Dep::advmod) &&
           std::find(std::begin(words), std::end(words), annotation.lower(c)) != std::end(words);
  });
}

}  // namespace

// The attack whose toll the verb at `toll` tells: its subject ("the blast killed"), the noun behind "in" ("killed in
// the blast"), or the clause that it hangs on ("a bomb went off, killing"). nullptr where the killing is the act
// itself.
bool ActFinder::is_toll(const Story& story, std::uint32_t verb) const {
  const int number = tables_->classes.find("TOLL");
  return number >= 0 &&
         matcher_.classes_of(story.annotation(), verb, story.workspace.classes).test(static_cast<std::size_t>(number));
}

Act* ActFinder::attack_of(const Story& story, std::uint32_t toll, std::size_t first) const {
  const Annotation& annotation = story.annotation();
  std::vector<std::uint32_t> places;
  story.clauses.conjuncts(story.clauses.of(toll).subject, places);
  for (const char* preposition : {"in", "by", "during", "after", "from"})
    story.clauses.prepositional(toll, preposition, places);
  // "were killed and dozens wounded in an attack"
  const std::uint32_t next = story.clauses.child(toll, Dep::conj);
  if (next != kNoToken && is_toll(story, next)) {
    for (const char* preposition : {"in", "by", "during", "after", "from"})
      story.clauses.prepositional(next, preposition, places);
  }
  const Token& t = annotation.tokens[toll];
  if (t.dep == Dep::advcl || t.dep == Dep::conj) {
    places.push_back(t.head);
    story.clauses.conjuncts(story.clauses.of(t.head).surface_subject, places);
  }
  for (const std::uint32_t c : annotation.children(toll)) {  // "were killed when a drone struck the depot"
    if (annotation.tokens[c].dep != Dep::advcl || !is_of_same_moment(story.clauses, c)) continue;
    places.push_back(c);
    story.clauses.conjuncts(story.clauses.of(c).surface_subject, places);
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
  std::vector<std::uint32_t> joined;
  for (std::size_t i = first; i < story.out.size(); ++i) {
    Act& toll = story.out[i];
    if (toll.type != "ASSAULT" || toll.frame->pos != ActPos::verb || !is_toll(story, toll.trigger)) continue;
    Act* attack = attack_of(story, toll.trigger, first);
    if (attack == nullptr) continue;
    if (attack->recipient.empty()) attack->recipient = toll.recipient;
    // "Gunmen killed two soldiers in an attack": who kills attacks, unless it is the attack that kills.
    if (attack->actor.empty() && attack->trigger != story.clauses.of(toll.trigger).subject) attack->actor = toll.actor;
    attack->toll_verb = toll.trigger;
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

namespace {

// True if the clause of `verb` hangs on that of `top` as its purpose or circumstance: "fired tear gas to disperse",
// "raided the office, seizing computers".
bool is_part_of_clause(const Clauses& clauses, std::uint32_t verb, std::uint32_t top) {
  const Annotation& annotation = clauses.annotation();
  const Token& t = annotation.tokens[verb];
  if (t.head != top || clauses.of(verb).own_subject || clauses.has_child(verb, Dep::mark)) return false;
  if (t.dep != Dep::advcl && t.dep != Dep::xcomp && t.dep != Dep::acl) return false;
  if (t.dep == Dep::acl && annotation.tokens[top].pos == Pos::NOUN) return true;  // "talks brokered by Oman"
  return t.tag == Tag::VBG || t.tag == Tag::VB;
}

bool agree(const std::vector<std::uint32_t>& inner, const std::vector<std::uint32_t>& outer) {
  return inner.empty() || outer.empty() || inner == outer;
}

}  // namespace

// One deed told by two verbs of one kind, the second with no party of its own: "record an act once per sentence".
void ActFinder::join_parts(Story& story, std::size_t first) const {
  std::vector<std::uint32_t> joined;
  for (std::size_t p = first; p < story.out.size(); ++p) {
    const Act& part = story.out[p];
    if (part.frame->pos == ActPos::noun && part.light_verb == kNoToken) continue;
    const std::uint32_t verb = part.light_verb != kNoToken ? part.light_verb : part.trigger;
    for (std::size_t w = first; w < story.out.size(); ++w) {
      Act& whole = story.out[w];
      const std::uint32_t top = whole.light_verb != kNoToken ? whole.light_verb : whole.trigger;
      if (w == p || part.type != whole.type || !is_part_of_clause(story.clauses, verb, top)) continue;
      if (!agree(part.actor, whole.actor) || !agree(part.recipient, whole.recipient)) continue;
      if (whole.actor.empty()) whole.actor = part.actor;
      if (whole.recipient.empty() && whole.frame->reciprocal == Reciprocal::no) whole.recipient = part.recipient;
      if (whole.mode.empty()) whole.mode = part.mode;
      joined.push_back(part.trigger);
      break;
    }
  }
  std::erase_if(story.out,
                [&](const Act& act) { return std::find(joined.begin(), joined.end(), act.trigger) != joined.end(); });
}

// A row of priority below 0 tells an act only where nothing else in its clause does (docs/acts.md). An auxiliary does
// so only of those whom it asks.
void ActFinder::drop_weak(Story& story, std::size_t first) const {
  const Annotation& annotation = story.annotation();
  const auto clause_of = [&](const Act& act) {
    std::uint32_t i = act.light_verb != kNoToken ? act.light_verb : act.trigger;
    while (annotation.tokens[i].pos != Pos::VERB && annotation.tokens[i].head != i) i = annotation.tokens[i].head;
    return i;
  };
  std::vector<std::uint32_t> weak;
  for (std::size_t i = first; i < story.out.size(); ++i) {
    const Act& act = story.out[i];
    if (act.frame->priority >= 0) continue;
    const bool asks = annotation.tokens[act.trigger].dep == Dep::aux;
    const bool beside =
        !asks &&
        std::any_of(story.out.begin() + static_cast<std::ptrdiff_t>(first), story.out.end(), [&](const Act& other) {
          return &other != &act && other.frame->priority >= 0 && other.frame->pos != ActPos::noun &&
                 clause_of(other) == clause_of(act);
        });
    if (beside || (asks && act.recipient.empty())) weak.push_back(act.trigger);
  }
  std::erase_if(story.out,
                [&](const Act& act) { return std::find(weak.begin(), weak.end(), act.trigger) != weak.end(); });
}

}  // namespace annals
