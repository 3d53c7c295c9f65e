// Subjects, objects and agents of verbs.
#include "record/svo_events.h"

#include <algorithm>
#include <optional>

#include "record/evidence.h"

namespace annals {
namespace {

struct Arguments {
  std::vector<Actor> actor;
  std::vector<Actor> recipient;
  bool passive = false;
};

class SvoFinder {
 public:
  explicit SvoFinder(const Annotation& annotation) : a_(annotation) {}

  bool may_be_event(std::uint32_t token) const {
    const Token& t = a_.tokens[token];
    return t.pos == Pos::VERB || (t.dep == Dep::ROOT && t.pos == Pos::AUX);
  }

  Arguments arguments(std::uint32_t verb) const {
    Arguments out;
    const std::optional<std::uint32_t> subject = subject_of(verb);
    if (!subject) return out;
    out.passive = a_.tokens[*subject].dep == Dep::nsubjpass;
    add_phrases(antecedent(*subject), out.passive ? out.recipient : out.actor);
    for (const std::uint32_t child : a_.children(verb)) {
      const Token& c = a_.tokens[child];
      if (c.dep == Dep::agent) add_objects(child, out.actor);
      if (c.dep == Dep::dobj && !out.passive) add_phrases(child, out.recipient);
    }
    return out;
  }

 private:
  // Its own, or that of the verb that it is coordinated with ("met X and praised Y").
  std::optional<std::uint32_t> subject_of(std::uint32_t verb) const {
    for (int step = 0; step < kMostSteps; ++step, verb = a_.tokens[verb].head) {
      for (const std::uint32_t child : a_.children(verb)) {
        const Dep dep = a_.tokens[child].dep;
        if (dep == Dep::nsubj || dep == Dep::nsubjpass) return child;
      }
      if (a_.tokens[verb].dep != Dep::conj) break;
    }
    return std::nullopt;
  }

  // A relative pronoun stands for the noun that its clause describes.
  std::uint32_t antecedent(std::uint32_t noun) const {
    const Token& t = a_.tokens[noun];
    const bool relative = t.tag == Tag::WDT || t.tag == Tag::WP;
    const Token& verb = a_.tokens[t.head];
    return relative && verb.dep == Dep::relcl ? verb.head : noun;
  }

  void add_objects(std::uint32_t preposition, std::vector<Actor>& actors) const {
    for (const std::uint32_t child : a_.children(preposition)) {
      if (a_.tokens[child].dep == Dep::pobj) add_phrases(child, actors);
    }
  }

  // The noun's phrase, and each phrase coordinated with it. A list is a chain in which each item hangs on the one
  // before it.
  void add_phrases(std::uint32_t noun, std::vector<Actor>& actors) const {
    for (std::optional<std::uint32_t> item = noun; item; item = conjunct_of(*item)) {
      const TokenSpan phrase = phrase_of(*item);
      if (phrase.empty()) continue;
      Words words = words_of(a_, phrase);
      std::string name = words.text;
      actors.push_back({std::move(words), std::move(name), {}, {}});
    }
  }

  std::optional<std::uint32_t> conjunct_of(std::uint32_t noun) const {
    for (const std::uint32_t child : a_.children(noun)) {
      if (a_.tokens[child].dep == Dep::conj) return child;
    }
    return std::nullopt;
  }

  // The subtree up to its first relative clause or conjunct, without punctuation at the ends.
  TokenSpan phrase_of(std::uint32_t noun) const {
    TokenSpan span{a_.tokens[noun].left_edge, a_.tokens[noun].right_edge + 1};
    for (const std::uint32_t child : a_.children(noun)) {
      const Token& c = a_.tokens[child];
      const bool ends = c.dep == Dep::relcl || c.dep == Dep::conj || c.dep == Dep::cc;
      if (child > noun && ends) span.end = std::min(span.end, c.left_edge);
    }
    span.end = std::max(span.end, noun + 1);
    const auto is_edge = [&](std::uint32_t i) {
      const Token& t = a_.tokens[i];
      return t.is(kIsSpace) || t.pos == Pos::PUNCT;
    };
    while (!span.empty() && is_edge(span.begin)) ++span.begin;
    while (!span.empty() && is_edge(span.end - 1)) --span.end;
    return span;
  }

  static constexpr int kMostSteps = 16;  // up a chain of coordinated verbs, so that work stays linear

  const Annotation& a_;
};

}  // namespace

void find_svo_events(const Story& story, const Annotation& annotation, std::vector<Record>& records) {
  const SvoFinder finder(annotation);
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    if (!finder.may_be_event(i)) continue;
    Arguments arguments = finder.arguments(i);
    if (arguments.actor.empty() && arguments.recipient.empty()) continue;
    Event event;
    event.doc = story.id;
    event.evidence = sentence_of(annotation, i);
    event.trigger = words_of(annotation, {i, i + 1});
    event.actor = std::move(arguments.actor);
    event.recipient = std::move(arguments.recipient);
    event.why.rule = arguments.passive ? "passive verb" : "active verb";
    records.emplace_back(std::move(event));
  }
}

}  // namespace annals
