// Finds the acts of a story: fires the frames, fills their slots, and applies the rules of precedence.
#include "record/acts.h"

#include <algorithm>
#include <array>

namespace annals {

struct ActFinder::Story {
  const Clauses& clauses;
  std::span<const char> is_actor;
  ActWorkspace& workspace;
  std::vector<Act>& out;

  const Annotation& annotation() const { return clauses.annotation(); }
};

namespace {

// Words that stand inside a phrase and name no act of their own: "the bombed-out building", "bombing victims".
bool is_modifier(const Annotation& annotation, std::uint32_t token) {
  const Token& t = annotation.tokens[token];
  switch (t.dep) {
    case Dep::amod:
    case Dep::compound:
    case Dep::nmod:
    case Dep::prep:
    case Dep::mark:
    case Dep::case_:
    case Dep::cc:
      return true;
    default:
      return false;
  }
}

// The name under which nesting.tsv knows an act that takes in the act of its clause.
std::string_view outer_name(std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names = {{{"REJECT", "refused"},
                                                                                          {"REQUEST", "requested"},
                                                                                          {"THREATEN", "threatened"},
                                                                                          {"AGREE", "promised"},
                                                                                          {"SUPPORT", "supported"},
                                                                                          {"ACCUSE", "accused"}}};
  for (const auto& [name, outer] : names) {
    if (type == name) return outer;
  }
  return {};
}

constexpr std::string_view kPapers[] = {"STATEMENT", "DOCUMENT", "DEAL", "LAW"};

void unite(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& more) {
  for (const std::uint32_t token : more) {
    if (std::find(into.begin(), into.end(), token) == into.end()) into.push_back(token);
  }
}

}  // namespace

// Which frame each word fires.
void ActFinder::fire(Story& story) const {
  const Annotation& annotation = story.annotation();
  const auto n = static_cast<std::uint32_t>(annotation.tokens.size());
  story.workspace.classes.begin(n);
  story.workspace.frames.assign(n, nullptr);
  story.workspace.absorbed.assign(n, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (is_modifier(annotation, i)) continue;
    story.workspace.frames[i] = matcher_.best(story.clauses, i, story.workspace.classes);
  }
  // The deed inside a promise, threat or refusal is no act of its own.
  for (std::uint32_t i = 0; i < n; ++i) {
    const ActFrame* frame = story.workspace.frames[i];
    if (frame == nullptr || frame->type.empty() || !frame->inner.absorb) continue;
    for (const std::uint32_t inner :
         {story.clauses.infinitive(i), story.clauses.gerund(i), story.clauses.finite_clause(i)}) {
      if (inner != kNoToken) story.workspace.absorbed[inner] = 1;
    }
  }
}

// Adds the phrase at `token` if it can act; of one that can not ("the decision of the court") the actor inside it.
bool ActFinder::add_actor(const Story& story, std::uint32_t token, std::vector<std::uint32_t>& out) const {
  const auto add = [&](std::uint32_t t) {
    if (std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
    return true;
  };
  if (story.is_actor[token]) return add(token);
  static const std::vector<ActSlot> inside = {{{ActStep::Kind::possessor, ""}},
                                              {{ActStep::Kind::preposition, "of"}},
                                              {{ActStep::Kind::preposition, "by"}},
                                              {{ActStep::Kind::adjective, ""}},
                                              {{ActStep::Kind::compound, ""}}};
  std::vector<std::uint32_t> phrases;
  for (const ActSlot& slot : inside) {
    phrases.clear();
    ActMatcher::follow(story.clauses, token, slot, phrases);
    bool found = false;
    for (const std::uint32_t phrase : phrases) {
      if (story.is_actor[phrase]) found = add(phrase);
    }
    if (found) return true;
  }
  return add_issuer(story, token, out);
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

// "agreed to release", "refused to meet": what is inside gives type and mode by the rules, and the recipient.
void ActFinder::apply_inner_act(Story& story, Act& act) const {
  const std::string_view outer = outer_name(act.type);
  if (outer.empty()) return;
  std::uint32_t inner = story.clauses.infinitive(act.trigger);
  if (inner == kNoToken) inner = story.clauses.gerund(act.trigger);
  if (inner == kNoToken) inner = story.clauses.finite_clause(act.trigger);
  if (inner == kNoToken) return;
  const ActFrame* frame = story.workspace.frames[inner];
  if (frame == nullptr || frame->type.empty()) {  // "promised to continue aid to": the deed is the verb's object
    inner = story.clauses.of(inner).object;
    frame = inner == kNoToken ? nullptr : story.workspace.frames[inner];
    if (frame == nullptr || frame->type.empty()) return;
    story.workspace.absorbed[inner] |= act.frame->inner.absorb;
  }
  if (const auto* rule = tables_->nesting.find(outer, frame->type, frame->mode)) {
    const bool keeps_type = rule->type == act.type;
    if (act.frame->inner.absorb || keeps_type) {
      act.type = rule->type;
      act.pair_type = rule->pair_type;
      if (!keeps_type || act.mode.empty() || act.mode == "change") act.mode = rule->mode;
    }
  }
  if (act.recipient.empty()) fill_reattached(story, inner, frame->recipient, act.recipient);
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

void ActFinder::apply_factuality(Story& story, Act& act) const {
  const std::uint32_t word = act.light_verb != kNoToken ? act.light_verb : act.trigger;
  FactualityReading reading = tables_->factuality.read(story.clauses, word);
  if (act.light_verb != kNoToken) {  // "a planned attack was launched": the noun's own modifiers count too
    const FactualityReading noun = tables_->factuality.read(story.clauses, act.trigger);
    if (noun.factuality == Factuality::negated) reading.factuality = Factuality::negated;
    reading.attempt |= noun.attempt;
  }
  if (act.factuality == Factuality::negated) {
    reading.factuality = reading.factuality == Factuality::negated ? Factuality::actual : Factuality::negated;
  }
  act.factuality = reading.factuality;
  const bool tried = act.frame->type == "ASSAULT" || act.frame->type == "COERCE" || act.frame->type == "REQUEST" ||
                     act.frame->type == "CONSULT";
  if (reading.attempt && act.factuality == Factuality::actual && !tried) act.factuality = Factuality::hypothetical;
  // "Failed to persuade" is a request all the same (LEDGER.md).
  if (reading.failed && act.factuality == Factuality::negated && act.frame->type == "REQUEST")
    act.factuality = Factuality::actual;
  if (reading.attempt && act.factuality == Factuality::negated && tried) act.factuality = Factuality::actual;
  const bool measure = act.type == "CONCEDE" || act.type == "REJECT" || act.type == "SANCTION" || act.type == "COERCE";
  if (reading.decided && measure && act.factuality == Factuality::future) act.factuality = Factuality::actual;
  // "will not release": a refusal, which is itself the act. What one would not do to another is just not done.
  if (reading.refused) {
    const auto* rule = tables_->nesting.find("refused", act.type, act.mode);
    const bool owed = act.type == "RETREAT" || act.type == "CONCEDE" || act.type == "AID" || act.type == "AGREE" ||
                      act.type == "CONSULT" || act.type == "SUPPORT" || act.type == "COOPERATE";
    if (rule != nullptr && owed) {
      act.type = rule->type;
      act.mode = rule->mode;
      act.pair_type = rule->pair_type;
      act.factuality = Factuality::actual;
    }
  }
  if (act.factuality == Factuality::future) {
    act.factuality = Factuality::actual;
    make_future(act);
  }
}

// Where the frame's slots give nobody: whoever stands behind "against" below the act ("mobilised troops for a war
// against Iraq"), and of a threat the one on whom it depends ("unless Baghdad gives in").
void ActFinder::find_target(const Story& story, Act& act) const {
  static constexpr std::string_view hostile[] = {"MOBILIZE", "THREATEN", "ACCUSE", "SANCTION",
                                                 "PROTEST",  "REJECT",   "COERCE", "ASSAULT"};
  if (std::find(std::begin(hostile), std::end(hostile), act.type) == std::end(hostile)) return;
  const Annotation& annotation = story.annotation();
  const std::uint32_t top = act.light_verb != kNoToken ? act.light_verb : act.trigger;
  std::vector<std::uint32_t> heads;
  for (std::uint32_t i = annotation.tokens[top].left_edge; i <= annotation.tokens[top].right_edge; ++i) {
    if (annotation.lower(i) != "against" || annotation.tokens[i].dep != Dep::prep || i < top) continue;
    story.clauses.conjuncts(story.clauses.antecedent(story.clauses.child(i, Dep::pobj)), heads);
    break;
  }
  for (const std::uint32_t head : heads) add_actor(story, head, act.recipient);
  if (!act.recipient.empty() || act.type != "THREATEN") return;
  for (std::uint32_t i = top; i <= annotation.tokens[top].right_edge; ++i) {
    const Token& t = annotation.tokens[i];
    if (t.dep != Dep::mark || (annotation.lower(i) != "unless" && annotation.lower(i) != "if")) continue;
    const std::uint32_t subject = story.clauses.of(t.head).subject;
    if (subject != kNoToken) add_actor(story, subject, act.recipient);
    if (!act.recipient.empty()) return;
  }
}

// Force and crowds in a place are not done to it: "the blast in Nairobi". The place says where.
void ActFinder::drop_places(const Story& story, Act& act) const {
  if (act.type != "ASSAULT" && act.type != "PROTEST") return;
  const Annotation& annotation = story.annotation();
  std::erase_if(act.recipient, [&](std::uint32_t token) {
    while (annotation.tokens[token].dep == Dep::conj) token = annotation.tokens[token].head;
    const Token& t = annotation.tokens[token];
    if (t.dep != Dep::pobj || (t.entity != EntityType::GPE && t.entity != EntityType::LOC)) return false;
    const std::string_view preposition = annotation.lower(t.head);
    return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" ||
           preposition == "around";
  });
}

// "Explosions rocked the embassies": what the attack does, it does to the verb's object.
void ActFinder::add_struck(const Story& story, Act& act) const {
  const Token& t = story.annotation().tokens[act.trigger];
  if (t.dep != Dep::nsubj || story.clauses.of(t.head).subject != act.trigger) return;
  std::vector<std::uint32_t> struck;
  story.clauses.conjuncts(story.clauses.of(t.head).object, struck);
  for (const std::uint32_t token : struck) {
    if (story.is_actor[token]) act.recipient.push_back(token);
  }
}

// What an act becomes by lying ahead: "talks next week" are agreed upon, not held.
void ActFinder::make_future(Act& act) const {
  if (act.factuality != Factuality::actual) return;
  const auto* rule = tables_->nesting.find("future", act.type, act.mode);
  act.factuality = Factuality::future;
  if (rule == nullptr) return;
  if (rule->type == "THREATEN") act.factuality = Factuality::actual;
  act.type = rule->type;
  act.mode = rule->mode;
  act.pair_type = rule->pair_type;
}

void ActFinder::add_act(Story& story, std::uint32_t token) const {
  const ActFrame& frame = *story.workspace.frames[token];
  Act act;
  act.trigger = token;
  act.frame = &frame;
  act.type = frame.type;
  act.pair_type = frame.pair_type;
  act.mode = frame.mode;
  act.rule = frame.pos == ActPos::noun ? "noun" : story.clauses.of(token).passive ? "passive" : "verb";
  fill(story, token, frame.actor, act.actor);
  // A demand that nobody is said to make is none: "must" in the story's own voice.
  if (story.annotation().tokens[token].dep == Dep::aux && act.actor.empty()) return;
  fill_reattached(story, token, frame.recipient, act.recipient);
  // One possessor can not be both: with a recipient it is the actor, without one "the commander's killing" is done to
  // him (docs/acts.md).
  if (frame.pos == ActPos::noun && act.actor == act.recipient && !act.actor.empty()) act.actor.clear();
  if (frame.pos == ActPos::noun) {
    std::uint32_t verb = kNoToken;
    if (const LightVerb* light = light_verb(story, token, verb)) {
      const ActFrame* own = story.workspace.frames[verb];
      if (own != nullptr && !own->type.empty()) {
        // The verb names an act with this noun as its object; the noun is a second one only if it is of another kind.
        if (own->type == frame.type) return;
      } else {
        apply_light_verb(story, *light, verb, act);
      }
    }
  }
  if (frame.pos == ActPos::noun && frame.reciprocal != Reciprocal::no) add_party_above(story, act);
  if (!frame.inner.absorb || frame.pos != ActPos::noun) apply_inner_act(story, act);
  apply_factuality(story, act);
  drop_places(story, act);
  if (act.recipient.empty() && frame.reciprocal == Reciprocal::no) find_target(story, act);
  if (act.type == "ASSAULT" && frame.pos == ActPos::noun && act.recipient.empty()) add_struck(story, act);
  if (frame.reciprocal == Reciprocal::yes) {
    unite(act.actor, act.recipient);
    act.recipient.clear();
  } else {
    std::erase_if(act.recipient,
                  [&](auto r) { return std::find(act.actor.begin(), act.actor.end(), r) != act.actor.end(); });
  }
  story.out.push_back(std::move(act));
}

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
    joined.push_back(toll.trigger);
  }
  const auto is_joined = [&](const Act& act) {
    return std::find(joined.begin(), joined.end(), act.trigger) != joined.end();
  };
  story.out.erase(std::remove_if(story.out.begin() + static_cast<std::ptrdiff_t>(first), story.out.end(), is_joined),
                  story.out.end());
}

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
      if (!kind || !below || d == p || demand.frame->pos != ActPos::verb) continue;
      const bool same = demand.actor.empty() || demand.actor == protest.actor;
      if (!same) continue;
      if (protest.recipient.empty()) protest.recipient = demand.recipient;
      joined.push_back(demand.trigger);
    }
  }
  std::erase_if(story.out,
                [&](const Act& act) { return std::find(joined.begin(), joined.end(), act.trigger) != joined.end(); });
}

void ActFinder::find(const Clauses& clauses, std::span<const char> is_actor, ActWorkspace& workspace,
                     std::vector<Act>& out) const {
  Story story{clauses, is_actor, workspace, out};
  const std::size_t first = out.size();
  fire(story);
  for (std::uint32_t i = 0; i < workspace.frames.size(); ++i) {
    const ActFrame* frame = workspace.frames[i];
    if (frame == nullptr || frame->type.empty() || workspace.absorbed[i]) continue;
    add_act(story, i);
  }
  join_tolls(story, first);
  join_demands(story, first);
}

}  // namespace annals
