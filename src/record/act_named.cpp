// Nouns that name the act of a verb rather than one of their own: "adopted a round of sanctions", "left the talks".
#include <algorithm>

#include "record/act_story.h"

namespace annals {

bool ActFinder::is_instrument(const Story& story, std::uint32_t noun) const {
  const int instrument = tables_->classes.find("INSTRUMENT");
  return instrument >= 0 && matcher_.classes_of(story.annotation(), noun, story.workspace.classes)
                                .test(static_cast<std::size_t>(instrument));
}

// Which nouns the verbs' frames ask for, or take as objects that tell the same kind of act.
void ActFinder::find_named(Story& story) const {
  const Annotation& annotation = story.annotation();
  auto& workspace = story.workspace;
  workspace.named_by.assign(annotation.tokens.size(), kNoToken);
  std::vector<std::uint32_t> nouns;
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    const ActFrame* frame = workspace.frames[i];
    if (frame == nullptr || frame->type.empty() || frame->pos == ActPos::noun) continue;
    nouns.clear();
    matcher_.named(*frame, story.clauses, i, workspace.classes, nouns);
    for (const std::uint32_t noun : nouns) workspace.named_by[noun] = i;
    // "a suicide bomber attacked", "a car bomb exploded": he who does it, and what he does it with, are no second act.
    const std::uint32_t subject = story.clauses.of(i).subject;
    if (subject != kNoToken && workspace.frames[subject] != nullptr && workspace.frames[subject]->type == frame->type &&
        (story.is_actor[subject] || is_instrument(story, subject)) && !is_toll(story, i)) {
      workspace.named_by[subject] = i;
    }
    const ActFrame* object =
        story.clauses.of(i).object == kNoToken ? nullptr : workspace.frames[story.clauses.of(i).object];
    if (object != nullptr && object->type == frame->type) workspace.named_by[story.clauses.of(i).object] = i;
  }
}

// "A suicide bomber attacked": the mode that the one who does it tells.
std::string_view ActFinder::mode_of_subject(const Story& story, std::uint32_t verb) const {
  const std::uint32_t subject = story.clauses.of(verb).subject;
  if (subject == kNoToken || story.workspace.named_by[subject] != verb) return {};
  return story.workspace.frames[subject]->mode;
}

// "The act that a threat or a promise names is not a second record" (LEDGER.md): "threatened them with war". Nor is the
// trade that a ban is on.
bool ActFinder::is_named_above(const Story& story, std::uint32_t noun) const {
  const Annotation& annotation = story.annotation();
  const Token& t = annotation.tokens[noun];
  if (t.dep != Dep::pobj && t.dep != Dep::dobj) return false;
  const std::uint32_t above = t.dep == Dep::pobj ? annotation.tokens[t.head].head : t.head;
  const ActFrame* frame = story.workspace.frames[above];
  if (frame != nullptr && frame->pos == ActPos::verb && frame->type == "THREATEN") {
    const std::string_view preposition = annotation.lower(t.head);
    return t.dep == Dep::dobj || preposition == "with" || preposition == "of";
  }
  const int restriction = tables_->classes.find("RESTRICTION");
  const std::string_view own = story.workspace.frames[noun]->type;
  return restriction >= 0 && t.dep == Dep::pobj && (own == "COOPERATE" || own == "AID") &&
         annotation.tokens[above].pos == Pos::NOUN &&
         matcher_.classes_of(annotation, above, story.workspace.classes).test(static_cast<std::size_t>(restriction));
}

// True if the noun's act is the verb's: of the same kind, or with nobody of its own to do it.
bool ActFinder::is_named_elsewhere(const Story& story, const Act& act) const {
  if (act.frame->pos == ActPos::noun && act.light_verb == kNoToken && is_named_above(story, act.trigger)) return true;
  const std::uint32_t verb = story.workspace.named_by[act.trigger];
  if (verb == kNoToken || act.light_verb != kNoToken || act.frame->pos != ActPos::noun) return false;
  const ActFrame& frame = *story.workspace.frames[verb];
  // Force and arrest are told beside the words about them: "voiced concern over the detentions".
  const bool force = act.frame->type == "ASSAULT" || act.frame->type == "COERCE";
  static constexpr std::string_view words[] = {"ACCUSE",  "SUPPORT",  "REQUEST", "REJECT",
                                               "CONSULT", "THREATEN", "AGREE"};
  const bool about = std::find(std::begin(words), std::end(words), frame.type) != std::end(words);
  if (force && (about || (act.frame->type == "ASSAULT" && frame.type != "ASSAULT"))) return false;
  // "a meeting was cancelled": where nobody is said to have done so, only the noun tells it.
  const bool agentless = act.trigger < verb && story.clauses.of(verb).subject == kNoToken;
  if (agentless && act.actor.empty() && act.recipient.empty() && frame.type != act.frame->type) return false;
  return frame.type == act.frame->type || act.actor.empty() ||
         (act.type == "CONSULT" && act.factuality == Factuality::negated);
}

// "adopted a round of sanctions against Russia": whom the noun names, the verb's act is done to.
void ActFinder::give_to_verb(Story& story, const Act& act) const {
  const std::uint32_t verb = story.workspace.named_by[act.trigger];
  if (verb == kNoToken) return;
  for (Act& other : story.out) {
    if (other.trigger != verb || other.frame->type != act.frame->type) continue;
    if (other.recipient.empty() && other.actor != act.recipient) other.recipient = act.recipient;
    if (other.mode.empty()) other.mode = act.mode;
  }
}

}  // namespace annals
