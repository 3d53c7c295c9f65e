// Who takes part where the frame's slots give nobody, or somebody else: whom a thing concerns, who owns it, who is
// blamed.
#include <algorithm>

#include "record/act_story.h"

namespace annals {

// Whom a thing concerns that can not act itself: "a camp for refugees", "part of an aid programme for Bosnia", "targets
// in Jericho". Looked for behind prepositions, some phrases deep.
bool ActFinder::add_concerned(const Story& story, std::uint32_t noun, std::span<const std::string_view> prepositions,
                              std::vector<std::uint32_t>& out, int depth) const {
  static constexpr std::string_view deeper[] = {"of", "against", "with", "for", "on", "to", "in"};
  for (const std::string_view preposition : prepositions) {
    std::vector<std::uint32_t> phrases;
    story.clauses.prepositional(noun, preposition, phrases);
    bool found = false;
    for (const std::uint32_t phrase : phrases) {
      found |= add_actor(story, phrase, out) || (depth > 0 && add_concerned(story, phrase, deeper, out, depth - 1));
    }
    if (found) return true;
  }
  return false;
}

// "lifted the curfew imposed in the north", "would boycott contacts with the states": whoever the relation was with
// that the act ends or eases.
bool ActFinder::add_related(Story& story, std::uint32_t noun, const Act& act, std::vector<std::uint32_t>& out) const {
  static constexpr std::string_view ending[] = {"CONCEDE", "SANCTION", "THREATEN", "REJECT", "RETREAT"};
  static constexpr std::string_view with_whom[] = {"with", "of", "on", "to", "against", "for", "in"};
  static constexpr std::string_view relation[] = {"COERCE", "SANCTION", "AID", "COOPERATE", "CONSULT"};
  const ActFrame& frame = *story.workspace.frames[noun];
  if (act.type == "AGREE") return add_concerned(story, noun, with_whom, out, 2);
  const bool ends = std::find(std::begin(ending), std::end(ending), act.type) != std::end(ending);
  if (!ends || std::find(std::begin(relation), std::end(relation), frame.type) == std::end(relation)) return false;
  fill(story, noun, frame.recipient, out);
  for (const std::uint32_t c : story.annotation().children(noun)) {
    if (!out.empty()) break;
    const ActFrame* clause = story.workspace.frames[c];
    if (clause != nullptr && story.clauses.of(c).object == noun) fill(story, c, clause->recipient, out);
  }
  return !out.empty() || add_concerned(story, noun, with_whom, out, 1);
}

// The recipient where what fills the frame's slots can not act: whom it concerns. What another act did is that act's
// ("condemned the bombing of the embassies"), and where an act takes place does not suffer it.
void ActFinder::find_concerned(Story& story, Act& act) const {
  static constexpr std::string_view of_noun[] = {"of", "against", "on", "with", "to"};
  static constexpr std::string_view of_object[] = {"of", "against", "with", "for", "on", "to", "between", "in"};
  // Blame goes to those whose doing a thing is, not to those whom it meets: "criticised pressure on voters".
  static constexpr std::string_view of_blamed[] = {"of", "by", "in"};
  const bool blame = act.type == "ACCUSE";
  if (act.type == "CONSULT" || act.type == "PROTEST" || act.frame->recipient.empty()) return;
  if (act.frame->pos == ActPos::noun) {
    if (act.actor.empty() && act.type != "ASSAULT") return;
    add_concerned(story, act.trigger, of_noun, act.recipient, 2);
    drop_places(story, act);
    return;
  }
  std::vector<std::uint32_t> phrases;
  for (const ActSlot& slot : act.frame->recipient) {
    phrases.clear();
    ActMatcher::follow(story.clauses, act.trigger, slot, phrases);
    for (const std::uint32_t phrase : phrases) {
      if (story.annotation().tokens[phrase].pos == Pos::VERB) continue;
      const ActFrame* other = story.workspace.frames[phrase];
      if (other != nullptr && !other->type.empty()) {
        add_related(story, phrase, act, act.recipient);
      } else {
        add_concerned(story, phrase, blame ? std::span<const std::string_view>(of_blamed) : of_object, act.recipient,
                      2);
      }
    }
    if (!act.recipient.empty()) return;
  }
}

// "blamed Iran for a cyberattack", "accused the militia of a massacre": who is blamed did it.
void ActFinder::find_blamed(Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  const Token& t = annotation.tokens[act.trigger];
  if (act.frame->pos != ActPos::noun || !act.actor.empty() || t.dep != Dep::pobj) return;
  const std::string_view preposition = annotation.lower(t.head);
  std::uint32_t verb = annotation.tokens[t.head].head;
  if (annotation.tokens[verb].dep == Dep::dobj) verb = annotation.tokens[verb].head;  // hung on the object
  // "claimed responsibility for the attack"
  if (preposition == "for" && is_word(annotation, annotation.tokens[t.head].head, "responsibility")) {
    const std::uint32_t claimant = story.clauses.of(verb).subject;
    if (claimant != kNoToken && claimant != act.trigger && story.is_actor[claimant]) act.actor.push_back(claimant);
    return;
  }
  const ActFrame* above = story.workspace.frames[verb];
  if (above == nullptr || above->type != "ACCUSE" || above->pos != ActPos::verb) return;
  const bool allegation = preposition == "of" || preposition == "with" || preposition == "over" || preposition == "for";
  const std::uint32_t blamed = story.clauses.of(verb).object;
  if (allegation && blamed != kNoToken && story.is_actor[blamed]) story.clauses.conjuncts(blamed, act.actor);
  std::erase_if(act.actor, [&](auto token) { return !story.is_actor[token]; });
}

// "An embassy, base or building that is attacked stands for its owner" (LEDGER.md): "raided the offices of a charity",
// "stormed government buildings".
void ActFinder::find_owners(const Story& story, Act& act) const {
  static constexpr std::string_view hostile[] = {"ASSAULT", "COERCE", "PROTEST"};
  if (std::find(std::begin(hostile), std::end(hostile), act.type) == std::end(hostile)) return;
  static const std::vector<ActSlot> owners = {{{ActStep::Kind::possessor, ""}},
                                              {{ActStep::Kind::preposition, "of"}},
                                              {{ActStep::Kind::preposition, "belonging"}},
                                              {{ActStep::Kind::adjective, ""}},
                                              {{ActStep::Kind::compound, ""}}};
  const int building = tables_->classes.find("BUILDING"), base = tables_->classes.find("BASE");
  std::vector<std::uint32_t> result;
  for (const std::uint32_t token : act.recipient) {
    const auto& classes = matcher_.classes_of(story.annotation(), token, story.workspace.classes);
    const bool built = (building >= 0 && classes.test(static_cast<std::size_t>(building))) ||
                       (base >= 0 && classes.test(static_cast<std::size_t>(base)));
    const bool common = story.annotation().tokens[token].pos == Pos::NOUN;
    if (!built || !common || !add_inside(story, token, owners, result)) unite(result, {token});
  }
  act.recipient = std::move(result);
}

// "at the call of the unions": who asked for an act is not the one against whom it is.
bool ActFinder::is_at_call(const Story& story, std::uint32_t noun) const {
  const Annotation& annotation = story.annotation();
  const int bidding = tables_->classes.find("BIDDING");
  const Token& t = annotation.tokens[noun];
  if (bidding < 0 || t.dep != Dep::pobj || annotation.lower(t.head) != "at") return false;
  return matcher_.classes_of(annotation, noun, story.workspace.classes).test(static_cast<std::size_t>(bidding));
}

// Where the frame's slots give nobody: whoever stands behind "against" below the act ("mobilised troops for a war
// against Iraq"), and of a threat the one on whom it depends ("unless Baghdad gives in").
void ActFinder::find_target(Story& story, Act& act) const {
  static constexpr std::string_view hostile[] = {"MOBILIZE", "THREATEN", "ACCUSE", "SANCTION",
                                                 "PROTEST",  "REJECT",   "COERCE", "ASSAULT"};
  if (std::find(std::begin(hostile), std::end(hostile), act.type) == std::end(hostile)) return;
  const Annotation& annotation = story.annotation();
  const std::uint32_t top = act.light_verb != kNoToken ? act.light_verb : act.trigger;
  std::vector<std::uint32_t> heads;
  for (std::uint32_t i = top; i <= annotation.tokens[top].right_edge && heads.empty(); ++i) {
    if (annotation.tokens[i].dep != Dep::prep) continue;
    const std::string_view word = annotation.lower(i);
    // "on strike over a law signed by the minister", "marched in protest at the arrests by the police"
    const bool grievance =
        act.type == "PROTEST" && (word == "over" || word == "at" || word == "of") &&
        (annotation.tokens[i].head == top || is_word(annotation, annotation.tokens[i].head, "protest"));
    const std::uint32_t noun = story.clauses.child(i, Dep::pobj);
    if (noun == kNoToken || is_at_call(story, noun)) continue;
    if (word == "against" || grievance)
      story.clauses.conjuncts(story.clauses.antecedent(story.clauses.child(i, Dep::pobj)), heads);
  }
  for (const std::uint32_t head : heads) {
    const ActFrame* frame = story.workspace.frames[head];
    if (frame == nullptr || frame->type.empty() || frame->pos != ActPos::noun || !add_doer(story, head, act.recipient))
      add_actor(story, head, act.recipient);
  }
  if (act.type == "PROTEST") drop_places(story, act);
  if (!act.recipient.empty() || act.type != "THREATEN") return;
  for (std::uint32_t i = top; i <= annotation.tokens[top].right_edge; ++i) {
    const Token& t = annotation.tokens[i];
    if (t.dep != Dep::mark || (annotation.lower(i) != "unless" && annotation.lower(i) != "if")) continue;
    const std::uint32_t subject = story.clauses.of(t.head).subject;
    if (subject != kNoToken) add_actor(story, subject, act.recipient);
    if (!act.recipient.empty()) return;
  }
}

namespace {

// "after a ruling by the court", "despite a ban by the state": who stands there did that, not what the clause tells.
bool is_apart(const Annotation& annotation, std::uint32_t token) {
  static constexpr std::string_view apart[] = {"after", "before", "since", "following", "during", "despite", "amid"};
  const Token& t = annotation.tokens[token];
  return t.dep == Dep::prep &&
         std::find(std::begin(apart), std::end(apart), annotation.lower(token)) != std::end(apart);
}

}  // namespace

// The agent of a passive that the parser has hung on a phrase further in: "was banned from building in the city by the
// ministry".
void ActFinder::find_agent(const Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  const std::uint32_t verb = act.trigger;
  if (act.frame->pos != ActPos::verb || !story.clauses.of(verb).passive || story.clauses.has_child(verb, Dep::agent))
    return;
  for (std::uint32_t i = annotation.tokens[verb].right_edge; i > verb; --i) {
    const Token& t = annotation.tokens[i];
    const bool gerund = annotation.tokens[t.head].pos == Pos::VERB && annotation.tokens[t.head].dep == Dep::pcomp;
    if (annotation.lower(i) != "by" || (t.dep != Dep::prep && t.dep != Dep::agent)) continue;
    if (annotation.tokens[t.head].pos == Pos::VERB && !gerund) continue;
    std::uint32_t up = t.head;  // no other clause may stand in between, a gerund behind a preposition excepted
    while (up != verb && !is_apart(annotation, up) &&
           (annotation.tokens[up].pos != Pos::VERB || annotation.tokens[up].dep == Dep::pcomp) &&
           annotation.tokens[up].head != up) {
      up = annotation.tokens[up].head;
    }
    if (up != verb) continue;
    const bool act_noun = story.workspace.frames[t.head] != nullptr && !story.workspace.frames[t.head]->type.empty();
    std::vector<std::uint32_t> heads;
    story.clauses.conjuncts(story.clauses.child(i, Dep::pobj), heads);
    std::erase_if(heads, [&](auto head) { return !story.is_actor[head]; });
    if (!act_noun) unite(act.actor, heads);
    return;
  }
}

// Force and crowds in a place are not done to it: "the blast in Nairobi", "near the town of Mosul". The place says
// where.
void ActFinder::drop_places(const Story& story, Act& act) const {
  if (act.type != "ASSAULT" && act.type != "PROTEST") return;
  const Annotation& annotation = story.annotation();
  const int place = tables_->classes.find("PLACE");
  std::erase_if(act.recipient, [&](std::uint32_t token) {
    while (annotation.tokens[token].dep == Dep::conj) token = annotation.tokens[token].head;
    const EntityType entity = annotation.tokens[token].entity;
    bool is_place = entity == EntityType::GPE || entity == EntityType::LOC;
    const std::uint32_t of = annotation.tokens[token].head;
    if (place >= 0 && annotation.tokens[token].dep == Dep::pobj && annotation.lower(of) == "of" &&
        matcher_.classes_of(annotation, annotation.tokens[of].head, story.workspace.classes)
            .test(static_cast<std::size_t>(place))) {
      token = annotation.tokens[of].head;
      is_place = true;
    }
    const Token& t = annotation.tokens[token];
    if (t.dep != Dep::pobj || !is_place) return false;
    const std::string_view preposition = annotation.lower(t.head);
    return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" ||
           preposition == "around";
  });
}

// "Explosions rocked the embassies", "a blast that damaged the consulate": what the attack does, it does to the
// verb's object.
void ActFinder::add_struck(const Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  const TokenSpan sentence = annotation.sentences[annotation.tokens[act.trigger].sentence];
  for (std::uint32_t verb = sentence.begin; verb < sentence.end; ++verb) {
    const Clause& clause = story.clauses.of(verb);
    if (annotation.tokens[verb].pos != Pos::VERB || clause.subject != act.trigger || clause.object == kNoToken)
      continue;
    std::vector<std::uint32_t> struck;
    story.clauses.conjuncts(clause.object, struck);
    for (const std::uint32_t token : struck) {
      if (story.is_actor[token]) act.recipient.push_back(token);
    }
    if (!act.recipient.empty()) return;
  }
}

}  // namespace annals
