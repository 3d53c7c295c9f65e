// Finds the acts of a story: fires the frames, has their slots filled, and applies the rules of precedence.
#include <algorithm>
#include <array>

#include "record/act_story.h"

namespace annals {
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

// "denied supplying arms": what is denied is the accusation, not the deed.
bool is_denial(const ActFrame& frame) {
  return frame.inner.factuality == Factuality::negated && frame.type == "REJECT";
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

}  // namespace

// "handed over to the aid mission", "signed by the opposition": who can act and stands so is no act.
bool ActFinder::is_party(const Story& story, std::uint32_t token) const {
  const Token& t = story.annotation().tokens[token];
  if (!story.is_actor[token] || t.dep != Dep::pobj) return false;
  const std::string_view preposition = story.annotation().lower(t.head);
  return preposition == "to" || preposition == "by" || preposition == "from";
}

// Which frame each word fires.
void ActFinder::fire(Story& story) const {
  const Annotation& annotation = story.annotation();
  const auto n = static_cast<std::uint32_t>(annotation.tokens.size());
  story.workspace.classes.begin(n);
  story.workspace.frames.assign(n, nullptr);
  story.workspace.absorbed.assign(n, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (is_modifier(annotation, i)) continue;
    if (is_party(story, i)) continue;
    story.workspace.frames[i] = matcher_.best(story.clauses, i, story.workspace.classes);
  }
  // The deed inside a promise, threat or refusal is no act of its own.
  for (std::uint32_t i = 0; i < n; ++i) {
    const ActFrame* frame = story.workspace.frames[i];
    if (frame == nullptr || frame->type.empty() || (!frame->inner.absorb && !is_denial(*frame))) continue;
    for (const std::uint32_t inner :
         {story.clauses.infinitive(i), story.clauses.gerund(i), story.clauses.finite_clause(i)}) {
      if (inner != kNoToken) story.workspace.absorbed[inner] = 1;
    }
  }
  find_named(story);
}

std::uint32_t ActFinder::inner_clause(const Story& story, std::uint32_t token) const {
  std::uint32_t inner = story.clauses.infinitive(token);
  if (inner == kNoToken) inner = story.clauses.gerund(token);
  return inner != kNoToken ? inner : story.clauses.finite_clause(token);
}

// "agreed to release", "refused to meet": what is inside gives type and mode by the rules, and the recipient.
void ActFinder::apply_inner_act(Story& story, Act& act) const {
  const std::string_view outer = outer_name(act.type);
  if (outer.empty() || is_denial(*act.frame)) return;
  std::uint32_t inner = inner_clause(story, act.trigger);
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
  if (act.mode.empty() && frame.pos == ActPos::verb) act.mode = mode_of_subject(story, token);
  act.rule = frame.pos == ActPos::noun ? "noun" : story.clauses.of(token).passive ? "passive" : "verb";
  fill(story, token, frame.actor, act.actor);
  // A demand that nobody is said to make is none: "must" in the story's own voice.
  if (story.annotation().tokens[token].dep == Dep::aux && act.actor.empty()) return;
  find_controller(story, act);
  find_blamed(story, act);
  if (!fill_from_inner(story, act)) fill_reattached(story, token, frame.recipient, act.recipient);
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
  if (is_named_elsewhere(story, act)) {
    give_to_verb(story, act);
    return;
  }
  if (frame.pos == ActPos::noun && frame.reciprocal != Reciprocal::no) add_party_above(story, act);
  if (!frame.inner.absorb || frame.pos != ActPos::noun) apply_inner_act(story, act);
  apply_factuality(story, act);
  drop_places(story, act);
  if (act.actor.empty()) find_agent(story, act);
  if (act.recipient.empty() && frame.reciprocal == Reciprocal::no) find_target(story, act);
  if (act.type == "ASSAULT" && frame.pos == ActPos::noun && act.recipient.empty()) add_struck(story, act);
  if (act.recipient.empty() && frame.reciprocal == Reciprocal::no) find_concerned(story, act);
  find_owners(story, act);
  if (frame.reciprocal == Reciprocal::yes) {
    unite(act.actor, act.recipient);
    act.recipient.clear();
  } else {
    std::erase_if(act.recipient,
                  [&](auto r) { return std::find(act.actor.begin(), act.actor.end(), r) != act.actor.end(); });
  }
  story.out.push_back(std::move(act));
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
  join_parts(story, first);
  drop_weak(story, first);
}

}  // namespace annals
