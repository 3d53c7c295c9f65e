// Who takes part in an act: the phrases that fill a frame's slots, and where to look when they fill none.
#include <algorithm>

#include "record/act_story.h"

namespace annals {

namespace {

constexpr std::string_view kPapers[] = {"STATEMENT", "DOCUMENT", "DEAL", "LAW"};

}  // namespace

void unite(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& more) {
  for (const std::uint32_t token : more) {
    if (std::find(into.begin(), into.end(), token) == into.end()) into.push_back(token);
  }
}

// Adds the phrase at `token` if it can act; of one that can not ("the decision of the court") the actor inside it.
bool ActFinder::add_actor(const Story& story, std::uint32_t token, std::vector<std::uint32_t>& out) const {
  const int instrument = tables_->classes.find("INSTRUMENT");
  const bool thing = instrument >= 0 && matcher_.classes_of(story.annotation(), token, story.workspace.classes)
                                            .test(static_cast<std::size_t>(instrument));
  if (story.is_actor[token] && !thing) {  // "a Russian drone struck": whose it is
    unite(out, {token});
    return true;
  }
  static const std::vector<ActSlot> inside = {{{ActStep::Kind::possessor, ""}},
                                              {{ActStep::Kind::preposition, "of"}},
                                              {{ActStep::Kind::preposition, "by"}},
                                              {{ActStep::Kind::adjective, ""}},
                                              {{ActStep::Kind::compound, ""}}};
  return add_inside(story, token, inside, out) || add_maker(story, token, out) || add_issuer(story, token, out);
}

// The first of the slots that leads from the phrase at `token` to an actor.
bool ActFinder::add_inside(const Story& story, std::uint32_t token, std::span<const ActSlot> slots,
                           std::vector<std::uint32_t>& out) const {
  std::vector<std::uint32_t> phrases;
  for (const ActSlot& slot : slots) {
    phrases.clear();
    ActMatcher::follow(story.clauses, token, slot, phrases);
    std::erase_if(phrases, [&](auto phrase) { return !story.is_actor[phrase]; });
    unite(out, phrases);
    if (!phrases.empty()) return true;
  }
  return false;
}

// "a bill signed by the minister", "the ban that Kenya imposed": who made the thing, from the clause that hangs on it.
// A relative clause tells it only where its verb is one of doing ("the comments that he faced").
bool ActFinder::add_maker(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const {
  const Annotation& annotation = story.annotation();
  for (const std::uint32_t c : annotation.children(noun)) {
    const Token& t = annotation.tokens[c];
    if ((t.dep != Dep::acl && t.dep != Dep::relcl) || story.clauses.of(c).object != noun) continue;
    const ActFrame* frame = story.workspace.frames[c];
    const bool deed = (frame != nullptr && !frame->type.empty()) || tables_->light_verbs.has(annotation.lemma(c));
    if (t.dep == Dep::relcl && !deed) continue;
    const std::uint32_t maker = story.clauses.of(c).subject;
    if (maker == kNoToken || !story.is_actor[maker]) continue;
    unite(out, {maker});
    return true;
  }
  return false;
}

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

// "issued a declaration demanding": what a paper says, the one who issues it says.
bool ActFinder::add_issuer(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const {
  const Annotation& annotation = story.annotation();
  const Token& t = annotation.tokens[noun];
  if (t.dep != Dep::dobj) return false;
  const ClassSet& classes = matcher_.classes_of(annotation, noun, story.workspace.classes);
  const bool paper = std::any_of(std::begin(kPapers), std::end(kPapers), [&](std::string_view name) {
    const int number = tables_->classes.find(name);
    return number >= 0 && classes.test(static_cast<std::size_t>(number));
  });
  const std::uint32_t issuer = story.clauses.of(t.head).subject;
  if (!paper || issuer == kNoToken || !story.is_actor[issuer]) return false;
  out.push_back(issuer);
  return true;
}

// Whoever did what an event noun names: "condemned Iran's attack on the ship" is about Iran, not the ship.
bool ActFinder::add_doer(Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const {
  const ActFrame& frame = *story.workspace.frames[noun];
  std::vector<std::uint32_t> phrases;
  for (const ActSlot& slot : frame.actor) {
    ActMatcher::follow(story.clauses, noun, slot, phrases);
    for (const std::uint32_t phrase : phrases) {
      if (story.is_actor[phrase] && std::find(out.begin(), out.end(), phrase) == out.end()) out.push_back(phrase);
    }
    if (!out.empty()) return true;
    phrases.clear();
  }
  return false;
}

// "a move welcomed by all": the noun takes up the clause before it, and so the one who acts there.
bool ActFinder::add_clause_subject(const Story& story, std::uint32_t noun, std::vector<std::uint32_t>& out) const {
  const Annotation& annotation = story.annotation();
  const int number = tables_->classes.find("CLAUSE_NOUN");
  if (number < 0 ||
      !matcher_.classes_of(annotation, noun, story.workspace.classes).test(static_cast<std::size_t>(number))) {
    return false;
  }
  const std::uint32_t begin = annotation.tokens[noun].left_edge;
  const std::uint32_t sentence = annotation.tokens[noun].sentence;
  for (std::uint32_t i = begin; i-- > 0 && annotation.tokens[i].sentence == sentence;) {
    if (annotation.tokens[i].pos != Pos::VERB) continue;
    const std::uint32_t subject = story.clauses.of(i).subject;
    if (subject == kNoToken || subject >= begin || !story.is_actor[subject]) continue;
    out.push_back(subject);
    return true;
  }
  return false;
}

// The first of the slots that holds an actor fills `out`.
void ActFinder::fill(Story& story, std::uint32_t token, const std::vector<ActSlot>& slots,
                     std::vector<std::uint32_t>& out) const {
  for (const ActSlot& slot : slots) {
    auto& phrases = story.workspace.phrases;
    phrases.clear();
    ActMatcher::follow(story.clauses, token, slot, phrases);
    const std::vector<std::uint32_t> found = phrases;
    for (const std::uint32_t phrase : found) {
      if (story.annotation().tokens[phrase].dep == Dep::appos && add_clause_subject(story, phrase, out)) continue;
      if (!story.is_actor[phrase]) {
        const ActFrame* event = story.workspace.frames[phrase];
        if (event != nullptr && event->pos == ActPos::noun && !event->type.empty()) {
          add_doer(story, phrase, out);
          continue;
        }
        if (add_clause_subject(story, phrase, out)) continue;
      }
      add_actor(story, phrase, out);
    }
    if (!out.empty()) return;
  }
}

// A prepositional phrase may hang on the verb or on its object: "shared data with Israel". Where the slots as written
// find nobody, the other attachment is tried.
void ActFinder::fill_reattached(Story& story, std::uint32_t token, const std::vector<ActSlot>& slots,
                                std::vector<std::uint32_t>& out) const {
  fill(story, token, slots, out);
  if (!out.empty()) return;
  std::vector<ActSlot> others;
  for (const ActSlot& slot : slots) {
    const bool on_verb = slot.size() == 1 && slot[0].kind == ActStep::Kind::preposition;
    const bool on_object =
        slot.size() == 2 && slot[0].kind == ActStep::Kind::object && slot[1].kind == ActStep::Kind::preposition;
    if (on_verb) others.push_back({{ActStep::Kind::object, ""}, slot[0]});
    if (on_object) others.push_back({slot[1]});
  }
  fill(story, token, others, out);
}

// "called on both sides to allow", "called on Israel to stop and lift": whom the verb above asks does it, and the
// parser's tree does not say so.
void ActFinder::find_controller(Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  std::uint32_t verb = act.trigger;
  if (act.frame->pos != ActPos::verb || story.clauses.of(verb).passive) return;
  while (annotation.tokens[verb].dep == Dep::conj && !story.clauses.of(verb).own_subject)
    verb = annotation.tokens[verb].head;
  const Token& t = annotation.tokens[verb];
  if (t.dep != Dep::xcomp && t.dep != Dep::advcl && t.dep != Dep::ccomp) return;
  const ActFrame* above = story.workspace.frames[t.head];
  if (above == nullptr || !above->inner.factuality || above->inner.actor != InnerClause::Actor::object) return;
  if (story.clauses.infinitive(t.head) != verb || story.clauses.of(verb).own_subject) return;
  if (story.clauses.of(t.head).object != kNoToken) return;
  std::vector<std::uint32_t> asked;
  fill(story, t.head, above->recipient, asked);
  if (asked.empty()) return;
  const bool does = !act.frame->actor.empty() && act.frame->actor.front().front().kind == ActStep::Kind::subject;
  if (does) act.actor = asked;
}

// "blamed Iran for a cyberattack", "accused the militia of a massacre": who is blamed did it.
void ActFinder::find_blamed(Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  const Token& t = annotation.tokens[act.trigger];
  if (act.frame->pos != ActPos::noun || !act.actor.empty() || t.dep != Dep::pobj) return;
  const std::string_view preposition = annotation.lower(t.head);
  const std::uint32_t verb = annotation.tokens[t.head].head;
  const ActFrame* above = story.workspace.frames[verb];
  if (above == nullptr || above->type != "ACCUSE" || above->pos != ActPos::verb) return;
  const bool allegation = preposition == "of" || preposition == "with" || preposition == "over" || preposition == "for";
  const std::uint32_t blamed = story.clauses.of(verb).object;
  if (allegation && blamed != kNoToken && story.is_actor[blamed]) story.clauses.conjuncts(blamed, act.actor);
  std::erase_if(act.actor, [&](auto token) { return !story.is_actor[token]; });
}

// "offered to send troops to Mali": the deed inside tells who gets what, where it has a frame of its own.
bool ActFinder::fill_from_inner(Story& story, Act& act) const {
  const bool inside = std::any_of(act.frame->recipient.begin(), act.frame->recipient.end(),
                                  [](const ActSlot& slot) { return slot.front().kind == ActStep::Kind::complement; });
  if (!inside || !act.frame->inner.absorb) return false;
  for (const ActSlot& slot : act.frame->recipient) {  // the verb's own come first: "promised Rome to stop smugglers"
    if (slot.front().kind == ActStep::Kind::complement || slot.front().kind == ActStep::Kind::that) continue;
    fill(story, act.trigger, {slot}, act.recipient);
    if (!act.recipient.empty()) return true;
  }
  const std::uint32_t inner = inner_clause(story, act.trigger);
  const ActFrame* frame = inner == kNoToken ? nullptr : story.workspace.frames[inner];
  if (frame == nullptr || frame->type.empty() || frame->pos != ActPos::verb) return false;
  fill_reattached(story, inner, frame->recipient, act.recipient);
  return true;
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

// "In a meeting with the king, the envoy said", "after days of talks, they agreed": who acts in the clause took part.
void ActFinder::add_party_above(const Story& story, Act& act) const {
  const Annotation& annotation = story.annotation();
  if (act.actor.size() + act.recipient.size() > 1) return;
  std::uint32_t noun = act.trigger;
  for (int steps = 0; steps < 2; ++steps) {
    const Token& t = annotation.tokens[noun];
    if (t.dep != Dep::pobj) return;
    const std::uint32_t governor = annotation.tokens[t.head].head;
    if (annotation.tokens[governor].pos == Pos::VERB || annotation.tokens[governor].pos == Pos::AUX) {
      const std::uint32_t subject = story.clauses.of(governor).surface_subject;
      if (subject != kNoToken && story.is_actor[subject]) unite(act.actor, {subject});
      return;
    }
    noun = governor;  // "days of talks"
  }
}

// "at the call of the unions": who asked for a protest is not the one against whom it is.
bool ActFinder::is_at_call(const Story& story, std::uint32_t preposition) const {
  const std::uint32_t noun = story.clauses.child(preposition, Dep::pobj);
  const int bidding = tables_->classes.find("BIDDING");
  if (noun == kNoToken || bidding < 0 || story.annotation().lower(preposition) != "at") return false;
  return matcher_.classes_of(story.annotation(), noun, story.workspace.classes).test(static_cast<std::size_t>(bidding));
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
        act.type == "PROTEST" && (word == "over" || word == "at" || word == "of") && !is_at_call(story, i) &&
        (annotation.tokens[i].head == top || is_word(annotation, annotation.tokens[i].head, "protest"));
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
