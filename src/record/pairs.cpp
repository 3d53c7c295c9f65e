// The act of the frames between a given actor and recipient.
#include "record/pairs.h"

#include <algorithm>

namespace annals {
namespace {

bool touches(const std::vector<std::uint32_t>& heads, TokenSpan span) {
  return std::any_of(heads.begin(), heads.end(), [&](auto h) { return span.contains(h); });
}

// Marks the words from the actor up to what joins it with the recipient, and down again; from the only one that is
// known up to the root.
void mark_path(const Annotation& annotation, std::uint32_t a, std::uint32_t b, PairWorkspace& workspace) {
  auto& on = workspace.path;
  on.assign(annotation.tokens.size(), 0);
  workspace.joint = kNoToken;
  const auto climb = [&](std::uint32_t from, auto visit) {
    for (std::uint32_t i = from; visit(i) && annotation.tokens[i].head != i;) i = annotation.tokens[i].head;
  };
  if (a == kNoToken) a = b;
  if (b == kNoToken) b = a;
  if (a == kNoToken) return;
  std::vector<char> up(annotation.tokens.size(), 0);
  climb(a, [&](std::uint32_t i) { return up[i] = 1; });
  climb(b, [&](std::uint32_t i) {
    if (up[i] && (a != b || annotation.tokens[i].head == i)) workspace.joint = i;
    return workspace.joint == kNoToken;
  });
  if (workspace.joint == kNoToken) return;  // in sentences of their own
  for (const std::uint32_t from : {a, b}) {
    climb(from, [&](std::uint32_t i) {
      on[i] = 1;
      return i != workspace.joint;
    });
  }
}

}  // namespace

std::string_view pair_type(const Act& act) { return act.pair_type.empty() ? act.type : act.pair_type; }

const Act* act_between(const ActFinder& finder, const Annotation& annotation, TokenSpan actor, TokenSpan recipient,
                       PairWorkspace& workspace) {
  workspace.clauses.build(annotation);
  auto& is_actor = workspace.is_actor;
  is_actor.assign(annotation.tokens.size(), 0);
  for (const TokenSpan span : {actor, recipient}) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) is_actor[i] = 1;
  }
  workspace.found.clear();
  finder.find(workspace.clauses, is_actor, workspace.acts, workspace.found);

  const std::uint32_t a = head_of(annotation, actor), r = head_of(annotation, recipient);
  mark_path(annotation, a, r, workspace);
  workspace.supports.clear();
  const Act* best = nullptr;
  int most = 0;
  for (const Act& act : workspace.found) {
    int support = 0;
    if (touches(act.actor, actor)) support += 4;
    if (touches(act.recipient, recipient) || (touches(act.actor, actor) && touches(act.actor, recipient))) support += 4;
    if (touches(act.actor, recipient) && touches(act.recipient, actor)) support += 1;
    const auto& path = workspace.path;
    if (path[act.trigger] || (act.light_verb != kNoToken && path[act.light_verb])) support += 2;
    const Token& t = annotation.tokens[act.trigger];
    if (r != kNoToken && t.left_edge <= r && r <= t.right_edge) support += 1;
    workspace.supports.push_back(support);
    if (support <= most) continue;
    most = support;
    best = &act;
  }
  return best;
}

}  // namespace annals
