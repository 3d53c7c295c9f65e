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
  if (story.is_actor[token] && !is_instrument(story, token)) {  // "a Russian drone struck": whose it is
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
      if (is_at_call(story, phrase)) continue;
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

}  // namespace annals
