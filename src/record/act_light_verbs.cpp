// Acts told by a noun under a light verb: "launched an attack", "came under attack", "held talks".
#include <algorithm>

#include "record/act_story.h"

namespace annals {

// The light verb that takes the noun as object, subject or behind its preposition, or nullptr.
const LightVerb* ActFinder::light_verb(Story& story, std::uint32_t noun, std::uint32_t& verb) const {
  const Annotation& annotation = story.annotation();
  const Clauses& clauses = story.clauses;
  std::uint32_t first = noun;  // of a coordination
  while (annotation.tokens[first].dep == Dep::conj) first = annotation.tokens[first].head;
  const Token& t = annotation.tokens[first];
  std::string_view particle;
  if (t.dep == Dep::pobj) {
    const Token& preposition = annotation.tokens[t.head];
    if (preposition.dep != Dep::prep && preposition.dep != Dep::dative) return nullptr;
    particle = annotation.lower(t.head);
    verb = preposition.head;
  } else if (t.dep == Dep::dobj || t.dep == Dep::nsubjpass || t.dep == Dep::nsubj || t.dep == Dep::attr) {
    verb = t.head;
    const std::uint32_t prt = clauses.child(verb, Dep::prt);
    if (prt != kNoToken) particle = annotation.lower(prt);
  } else if (t.dep != Dep::relcl && clauses.child(first, Dep::relcl) != kNoToken) {
    verb = clauses.child(first, Dep::relcl);  // "the attack that they launched"
    if (clauses.of(verb).object != first) return nullptr;
  } else {
    return nullptr;
  }
  if (annotation.tokens[verb].pos != Pos::VERB && annotation.tokens[verb].pos != Pos::AUX) return nullptr;
  const auto look = [&](std::string_view p) {
    return tables_->light_verbs.find(matcher_, tables_->classes, clauses, story.workspace.classes,
                                     annotation.lemma(verb), p, noun);
  };
  const LightVerb* light = look(particle);
  if (light == nullptr && t.dep == Dep::nsubj && particle.empty()) {  // "took place", "went ahead"
    for (const std::uint32_t c : annotation.children(verb)) {
      const Dep dep = annotation.tokens[c].dep;
      if (light == nullptr && (dep == Dep::dobj || dep == Dep::advmod)) light = look(annotation.lower(c));
    }
  }
  if (light == nullptr && t.dep != Dep::pobj) light = look("");
  const bool is_subject = t.dep == Dep::nsubj && !clauses.of(verb).passive;
  if (light != nullptr && light->subject == LightSubject::theme && t.dep == Dep::dobj) {
    static const LightVerb begun{{}, LightSubject::actor, "actual"};  // "fighting began", but "they began an offensive"
    return &begun;
  }
  if (light != nullptr && is_subject != (light->subject == LightSubject::theme) &&
      light->subject != LightSubject::none) {
    return nullptr;
  }
  return light;
}

void ActFinder::apply_light_verb(Story& story, const LightVerb& light, std::uint32_t verb, Act& act) const {
  act.light_verb = verb;
  act.rule = "noun with light verb";
  std::vector<std::uint32_t> subjects, heads;
  story.clauses.conjuncts(story.clauses.of(verb).subject, heads);
  for (const std::uint32_t head : heads) add_actor(story, head, subjects);
  if (light.subject == LightSubject::actor || light.subject == LightSubject::claimant) {
    if (act.actor.empty() || story.clauses.of(verb).own_subject) {
      // "A and B held talks", "A held talks with B": what the noun gave as actor may be the other side.
      std::vector<std::uint32_t> others = act.actor;
      if (!subjects.empty()) act.actor = subjects;
      if (act.frame->reciprocal != Reciprocal::no) unite(act.actor, others);
    }
    if (act.recipient.empty()) {  // "launched an attack on X", parsed below the verb
      for (const std::string_view preposition : {"on", "against", "with", "to", "upon", "at", "for"}) {
        heads.clear();
        story.clauses.prepositional(verb, preposition, heads);
        for (const std::uint32_t head : heads) add_actor(story, head, act.recipient);
        if (!act.recipient.empty()) break;
      }
    }
    if (act.recipient.empty() && story.clauses.of(verb).indirect != kNoToken) {
      add_actor(story, story.clauses.of(verb).indirect, act.recipient);
    }
  } else if (light.subject == LightSubject::recipient) {
    if (act.recipient.empty()) act.recipient = subjects;
    if (act.actor.empty()) {
      heads.clear();
      story.clauses.prepositional(verb, "from", heads);
      story.clauses.prepositional(verb, "by", heads);
      for (const std::uint32_t head : heads) add_actor(story, head, act.actor);
    }
  }
  if (light.effect == "negated") {
    act.factuality = Factuality::negated;
  } else if (light.effect != "actual" && light.effect != "future") {
    if (const auto* rule = tables_->nesting.find(light.effect, act.type, act.mode)) {
      act.type = rule->type;
      act.mode = rule->mode;
      act.pair_type = rule->pair_type;
    }
  }
}

}  // namespace annals
