// The act of the frames between a given actor and recipient.
#include "record/pairs.h"

#include <algorithm>

namespace annals {
namespace {

bool touches(const std::vector<std::uint32_t>& heads, TokenSpan span) {
  return std::any_of(heads.begin(), heads.end(), [&](auto h) { return span.contains(h); });
}

// Words from the actor up to what joins it with the recipient, and down again; from the only one that is known up to
// the root.
std::vector<char> path_between(const Annotation& annotation, std::uint32_t a, std::uint32_t b) {
  std::vector<char> up(annotation.tokens.size(), 0), on(annotation.tokens.size(), 0);
  const auto climb = [&](std::uint32_t from, auto visit) {
    for (std::uint32_t i = from;; i = annotation.tokens[i].head) {
      if (!visit(i) || annotation.tokens[i].head == i) return;
    }
  };
  if (a == kNoToken || b == kNoToken) {
    if (const std::uint32_t known = a == kNoToken ? b : a; known != kNoToken) {
      climb(known, [&](std::uint32_t i) {
        on[i] = 1;
        return true;
      });
    }
    return on;
  }
  climb(a, [&](std::uint32_t i) {
    up[i] = 1;
    return true;
  });
  std::uint32_t joint = kNoToken;
  climb(b, [&](std::uint32_t i) {
    if (up[i]) joint = i;
    return !up[i];
  });
  if (joint == kNoToken) return on;
  for (const std::uint32_t from : {a, b}) {
    climb(from, [&](std::uint32_t i) {
      on[i] = 1;
      return i != joint;
    });
  }
  return on;
}

std::string_view pair_type(const Act& act) { return act.pair_type.empty() ? act.type : act.pair_type; }

}  // namespace

std::uint32_t head_of(const Annotation& annotation, TokenSpan span) {
  if (span.empty()) return kNoToken;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (!span.contains(annotation.tokens[i].head) || annotation.tokens[i].head == i) return i;
  }
  return span.begin;
}

PairAct act_between(const ActFinder& finder, const Annotation& annotation, TokenSpan actor, TokenSpan recipient,
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
  const auto path = path_between(annotation, a, r);
  PairAct best;
  for (const Act& act : workspace.found) {
    int support = 0;
    if (touches(act.actor, actor)) support += 4;
    if (touches(act.recipient, recipient) || (touches(act.actor, actor) && touches(act.actor, recipient))) support += 4;
    if (touches(act.actor, recipient) && touches(act.recipient, actor)) support += 1;
    if (path[act.trigger] || (act.light_verb != kNoToken && path[act.light_verb])) support += 2;
    const Token& t = annotation.tokens[act.trigger];
    if (r != kNoToken && t.left_edge <= r && r <= t.right_edge) support += 1;
    if (support > best.support) best = {pair_type(act), act.trigger, act.frame, support};
  }
  return best;
}

}  // namespace annals
