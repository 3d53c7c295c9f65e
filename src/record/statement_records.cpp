// Statements as records.
#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/statement_search.h"

namespace annals {
namespace {

// A noun with what stands before it and its "of" phrase; without what describes it further.
TokenSpan phrase_of(const Annotation& a, std::uint32_t head) {
  TokenSpan span{a.tokens[head].left_edge, a.tokens[head].right_edge + 1};
  for (const std::uint32_t c : a.children(head)) {
    const Token& child = a.tokens[c];
    if (c < head) continue;
    const bool further = child.dep == Dep::relcl || child.dep == Dep::acl || child.dep == Dep::appos ||
                         child.dep == Dep::punct || child.dep == Dep::conj || child.dep == Dep::cc ||
                         child.dep == Dep::advcl || child.dep == Dep::ccomp || child.dep == Dep::case_;
    if (further) span.end = std::min(span.end, child.left_edge);
  }
  span.end = std::max(span.end, head + 1);
  for (std::uint32_t t = head; t-- > span.begin;) {
    if (a.text(t) == ":" || a.text(t) == ";" || a.tokens[t].is(kIsSpace)) span.begin = t + 1;
  }
  while (span.size() > 1 && (a.tokens[span.begin].is(kIsPunct) || a.tokens[span.begin].is(kIsSpace))) ++span.begin;
  while (span.size() > 1 && (a.tokens[span.end - 1].is(kIsPunct) || a.tokens[span.end - 1].is(kIsSpace))) --span.end;
  return span;
}

// Unnamed sources are named by their words without article or number (LEDGER.md).
TokenSpan without_article(const Layers& layers, std::uint32_t head) {
  TokenSpan span = phrase_of(layers.language, head);
  while (span.begin < head) {
    const Dep dep = layers.language.tokens[span.begin].dep;
    if (dep != Dep::det && dep != Dep::nummod && dep != Dep::predet) break;
    ++span.begin;
  }
  return span;
}

// Whoever speaks is a source, so a phrase that the actor stage passes over ("a survey") counts by its words.
Actor source(const Layers& layers, std::uint32_t head) {
  const std::uint32_t meant = layers.clauses.antecedent(head);
  std::optional<Actor> known = actor_of(layers, head);
  if (!known && meant != head) known = actor_of(layers, meant);
  Actor actor;
  if (known) actor = std::move(*known);
  actor.words = words_of(layers.language, phrase_of(layers.language, head));
  if (actor.name.empty()) actor.name = words_of(layers.language, without_article(layers, meant)).text;
  return actor;
}

// Two who speak together are one speaker, "A and B" (LEDGER.md).
Actor speaker_of(const Layers& layers, std::uint32_t head) {
  Actor speaker = source(layers, head);
  std::vector<std::uint32_t> all;
  layers.clauses.conjuncts(head, all);
  for (std::size_t i = 1; i < all.size(); ++i) {
    speaker.name += (i + 1 < all.size() ? ", " : " and ") + source(layers, all[i]).name;
  }
  if (all.size() > 1) {
    const TokenSpan whole{phrase_of(layers.language, head).begin, phrase_of(layers.language, all.back()).end};
    speaker.words = words_of(layers.language, whole);
    speaker.country.clear();
    speaker.sector.clear();
  }
  return speaker;
}

// What the source asserts: a clause or a quotation, not the object of its praise or wish.
bool asserts(const StatementFinding& f) {
  if (f.entry != nullptr && (f.entry->kind == CueClass::judge || f.entry->kind == CueClass::intend)) return false;
  return f.rule != "object" && f.rule != "preposition" && f.rule != "noun with a preposition" && f.rule != "gerund";
}

// The words in which a record's fact is told: an event's trigger, the number of a figure, a word of motion or of talks.
// None for statements, which have a speaker of their own, and for roles.
const Words* words_that_say(const Record& record) {
  if (const Event* event = std::get_if<Event>(&record)) return &event->trigger;
  if (std::holds_alternative<Statement>(record) || std::holds_alternative<Role>(record)) return nullptr;
  const RecordCommon& all = common(record);
  return all.why.words.empty() ? nullptr : &all.why.words.front();
}

}  // namespace

void StatementFinder::append_records(const Layers& layers, const std::vector<StatementFinding>& findings,
                                     std::vector<Record>& records) const {
  for (const StatementFinding& f : findings) {
    Statement statement;
    statement.doc = layers.story->id;
    statement.evidence = sentence_of(layers.language, f.content.begin);
    statement.content = words_of(layers.language, f.content);
    statement.form = f.form;
    if (f.speaker != kNoToken) statement.speaker = speaker_of(layers, f.speaker);
    if (!f.cue.empty()) statement.cue = words_of(layers.language, f.cue);
    if (f.addressee != kNoToken) {
      std::vector<std::uint32_t> hearers;
      layers.clauses.conjuncts(f.addressee, hearers);
      for (const std::uint32_t hearer : hearers) statement.addressee.push_back(source(layers, hearer));
    }
    if (!f.cue.empty()) statement.when = when_of(layers, f.cue.begin);
    if (f.entry != nullptr) statement.why.entry = cues_.entry(*f.entry);
    statement.why.rule = f.rule;
    if (!f.cue.empty()) statement.why.words.push_back(*statement.cue);
    records.emplace_back(std::move(statement));
  }
}

void StatementFinder::attribute(const Layers& layers, const std::vector<StatementFinding>& findings,
                                std::vector<Record>& records) {
  const auto& tokens = layers.language.tokens;
  for (Record& record : records) {
    const Words* words = words_that_say(record);
    if (words == nullptr) continue;
    RecordCommon& all = std::visit([](auto& r) -> RecordCommon& { return r; }, record);
    const StatementFinding* inner = nullptr;
    // Contents are in text order and begin in the record's own sentence.
    auto at = std::lower_bound(
        findings.begin(), findings.end(), all.evidence.begin,
        [&](const StatementFinding& f, std::uint32_t byte) { return tokens[f.content.begin].bytes.begin < byte; });
    for (; at != findings.end() && tokens[at->content.begin].bytes.begin <= words->begin; ++at) {
      const StatementFinding& f = *at;
      if (f.speaker == kNoToken || tokens[f.content.end - 1].bytes.end < words->end || !asserts(f)) continue;
      const std::uint32_t cue = f.cue.empty() ? 0 : tokens[f.cue.begin].bytes.begin;
      if (!f.cue.empty() && cue <= words->begin && words->end <= tokens[f.cue.end - 1].bytes.end) continue;
      if (inner == nullptr || f.content.size() < inner->content.size()) inner = &f;
    }
    if (inner != nullptr) all.attributed_to = speaker_of(layers, inner->speaker);
  }
}

}  // namespace annals
