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

}  // namespace annals
