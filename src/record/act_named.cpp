// Nouns that name the act of a verb rather than one of their own: "adopted a round of sanctions", "left the talks".
#include <algorithm>

#include "record/act_story.h"

namespace annals {

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
    const ActFrame* object =
        story.clauses.of(i).object == kNoToken ? nullptr : workspace.frames[story.clauses.of(i).object];
    if (object != nullptr && object->type == frame->type) workspace.named_by[story.clauses.of(i).object] = i;
  }
}

// True if the noun's act is the verb's: of the same kind, or with nobody of its own to do it.
bool ActFinder::is_named_elsewhere(const Story& story, const Act& act) const {
  const std::uint32_t verb = story.workspace.named_by[act.trigger];
  if (verb == kNoToken || act.light_verb != kNoToken || act.frame->pos != ActPos::noun) return false;
  const ActFrame& frame = *story.workspace.frames[verb];
  // Force and arrest are told beside the words about them: "voiced concern over the detentions".
  const bool force = act.frame->type == "ASSAULT" || act.frame->type == "COERCE";
  static constexpr std::string_view words[] = {"ACCUSE",  "SUPPORT",  "REQUEST", "REJECT",
                                               "CONSULT", "THREATEN", "AGREE"};
  const bool about = std::find(std::begin(words), std::end(words), frame.type) != std::end(words);
  if (force && (about || (act.frame->type == "ASSAULT" && frame.type != "ASSAULT"))) return false;
  return frame.type == act.frame->type || act.actor.empty();
}

// "adopted a round of sanctions against Russia": whom the noun names, the verb's act is done to.
void ActFinder::give_to_verb(Story& story, const Act& act) const {
  const std::uint32_t verb = story.workspace.named_by[act.trigger];
  for (Act& other : story.out) {
    if (other.trigger != verb || other.frame->type != act.frame->type) continue;
    if (other.recipient.empty() && other.actor != act.recipient) other.recipient = act.recipient;
    if (other.mode.empty()) other.mode = act.mode;
  }
}

}  // namespace annals
