// Event records: who did what to whom, from the acts and the layers.
#include "record/events.h"

#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"

namespace annals {
namespace {

// Acts that are news even where nobody is named: "the fighting went on", "thousands marched".
bool stands_alone(const Event& event, ActPos pos) {
  if (pos != ActPos::noun) return event.type == "PROTEST";
  return event.type == "ASSAULT" || event.type == "PROTEST" || event.type == "CONSULT" || event.type == "RETREAT";
}

bool same_act(const Event& a, const Event& b) {
  const auto same = [](const std::vector<Actor>& x, const std::vector<Actor>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const Actor& p, const Actor& q) { return p.name == q.name; });
  };
  const bool one_mode = a.mode == b.mode || a.mode.empty() || b.mode.empty();
  return a.type == b.type && one_mode && a.evidence.begin == b.evidence.begin && same(a.actor, b.actor) &&
         same(a.recipient, b.recipient);
}

}  // namespace

Event EventFinder::event(const Layers& layers, const ActWords& act_words, const Act& act) const {
  const Annotation& annotation = layers.language;
  Event event;
  event.doc = layers.story->id;
  event.evidence = sentence_of(annotation, act.trigger);
  event.type = act.type;
  event.mode = act.mode;
  event.trigger = words_of(annotation, {act.trigger, act.trigger + 1});
  for (const std::uint32_t token : act.actor) add_actors(layers, token, event.actor);
  for (const std::uint32_t token : act.recipient) add_actors(layers, token, event.recipient);
  std::erase_if(event.recipient, [&](const Actor& r) {
    return std::any_of(event.actor.begin(), event.actor.end(), [&](const Actor& a) { return a.name == r.name; });
  });
  event.factuality = act.factuality;
  event.context = contexts_.of(annotation, annotation.tokens[act.trigger].sentence);
  const ActWord word{act.trigger, act.light_verb, act.type == "ASSAULT" || act.type == "MOBILIZE"};
  event.when = when_of_act(layers, act_words, word);
  event.where = where_of_act(layers, act_words, word);
  // A crowd that no word gives a country is of the place where it gathers.
  if (event.type == "PROTEST" && event.where) {
    for (Actor& actor : event.actor) {
      if (actor.country.empty() && actor.sector != "IGO") actor.country = event.where->country;
    }
  }
  event.why.entry = act.frame->source;
  event.why.rule = act.rule;
  event.why.words.push_back(event.trigger);
  if (act.light_verb != kNoToken) event.why.words.push_back(words_of(annotation, {act.light_verb, act.light_verb + 1}));
  if (act.toll_verb != kNoToken) event.why.words.push_back(words_of(annotation, {act.toll_verb, act.toll_verb + 1}));
  return event;
}

void EventFinder::find(const Layers& layers, EventWorkspace& workspace, std::vector<Record>& records) const {
  const Annotation& annotation = layers.language;
  workspace.is_actor.assign(annotation.tokens.size(), 0);
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    workspace.is_actor[i] = can_act(layers, i);
  }
  workspace.found.clear();
  acts_.find(layers.clauses, workspace.is_actor, workspace.acts, workspace.found);
  workspace.act_words.assign(annotation.tokens.size(), 0);
  std::uint32_t number = 0;
  for (const Act& act : workspace.found) {
    workspace.act_words[act.trigger] = ++number;
    if (act.light_verb != kNoToken) workspace.act_words[act.light_verb] = number;
  }
  const std::size_t first = records.size();
  for (Act& act : workspace.found) {
    // A day ahead makes what is told in the present or as a noun one to come: "they meet on Monday", "next week's
    // talks".
    const std::optional<When> when = when_of_act(layers, workspace.act_words, {act.trigger, act.light_verb});
    const Tag tag = annotation.tokens[act.trigger].tag;
    const bool past = tag == Tag::VBD || tag == Tag::VBN;
    if (when && layers.story->published && when->first > *layers.story->published && !past) acts_.make_future(act);
    Event found = event(layers, workspace.act_words, act);
    if (found.actor.empty() && found.recipient.empty() && !stands_alone(found, act.frame->pos)) continue;
    const bool told =
        std::any_of(records.begin() + static_cast<std::ptrdiff_t>(first), records.end(), [&](const Record& r) {
          const Event* other = std::get_if<Event>(&r);
          return other != nullptr && same_act(*other, found);
        });
    if (!told) records.emplace_back(std::move(found));
  }
  share_settings(layers, records, first);
  if (records.size() == first) return;
  const std::vector<std::string> story = contexts_.of_story(annotation);
  for (auto at = records.begin() + static_cast<std::ptrdiff_t>(first); at != records.end(); ++at) {
    auto& contexts = std::get<Event>(*at).context;
    for (const std::string& name : story) {
      if (std::find(contexts.begin(), contexts.end(), name) == contexts.end()) contexts.push_back(name);
    }
  }
}

}  // namespace annals
