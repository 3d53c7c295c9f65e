// Talks records: nouns of negotiation with what became of them.
#include <algorithm>

#include "record/talks_search.h"

namespace annals {

void TalksSearch::find() {
  for (std::uint32_t i = 0; i < annotation_.tokens.size(); ++i) {
    const Token& t = token(i);
    if (t.pos == Pos::VERB) {
      persuasion(i);
      meeting(i);
    }
    if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) noun(i);
  }
}

// ---- nouns
void TalksSearch::noun(std::uint32_t n) {
  TalksNoun kind = words_.noun(annotation_, n);
  if (kind == TalksNoun::none) return;
  const bool one_talk = lower(n) == "talk" || (lemma(n) == "conference" && !has_modifier(n, "peace"));
  if (one_talk || n == taken_) return;
  mentioned_ = mentioned_ || kind != TalksNoun::effort;
  std::uint32_t aim = kNoToken;
  if (kind == TalksNoun::effort) {
    aim = aim_of(n);
    if (aim == kNoToken) return;
    taken_ = aim;
  }
  Standing standing = standing_of(n, kind);
  if (standing.word == kNoToken && kind == TalksNoun::effort) {
    standing = {TalksStatus::under_way, n, false, false, {}, "efforts towards a deal"};
  }
  if (standing.word == kNoToken && kind == TalksNoun::talk && is_ahead(n)) {
    standing = {TalksStatus::planned, n, false, false, {}, "talks at a time to come"};
  }
  if (standing.word == kNoToken) return;
  Talks talks = start(standing.word);
  talks.why.rule = standing.rule;
  talks.why.entry = standing.source;
  talks.why.words.push_back(words_of(annotation_, {n, n + 1}));
  talks.status = in_view_of(standing.status, standing, talks.factuality, kind);
  if (talks.status == TalksStatus::planned && talks.factuality == Factuality::actual)
    talks.factuality = Factuality::future;
  talks.subject = subject(n, kind, aim, standing.word > n ? standing.word : kNoToken);
  add_parties(n, aim, standing, talks);
  if (talks.status == TalksStatus::stalled || talks.status == TalksStatus::failed) {
    if (standing.word != n) talks.obstacle = obstacle(standing.word);
  }
  if (talks.obstacle.empty()) add_gap(n, talks);
  push(std::move(talks));
}

bool TalksSearch::has_modifier(std::uint32_t n, std::string_view word) const {
  for (const std::uint32_t c : annotation_.children(n)) {
    if (lower(c) == word) return true;
  }
  return false;
}

// "efforts to secure a pause": the pause.
std::uint32_t TalksSearch::aim_of(std::uint32_t n) const {
  for (const std::uint32_t c : annotation_.children(n)) {
    const Dep dep = token(c).dep;
    std::uint32_t verb = kNoToken;
    if (dep == Dep::acl || dep == Dep::relcl || dep == Dep::xcomp || dep == Dep::advcl) verb = c;
    if (dep == Dep::prep) verb = clauses_.child(c, Dep::pcomp);  // "efforts at brokering a truce"
    if (verb == kNoToken || !words_.is(TalksWord::aim, lower_lemma(verb))) continue;
    const std::uint32_t object = clauses_.child(verb, Dep::dobj);
    if (object == kNoToken) continue;
    const TalksNoun kind = words_.noun(annotation_, object);
    if (kind == TalksNoun::deal || kind == TalksNoun::talk) return object;
  }
  return kNoToken;
}

// ---- common
Talks TalksSearch::start(std::uint32_t word) const {
  Talks talks;
  talks.doc = layers_.story->id;
  talks.evidence = sentence_of(annotation_, word);
  talks.factuality = factuality_.read(clauses_, word).factuality;
  talks.when = when_of(layers_, word);
  talks.why.words.push_back(words_of(annotation_, {word, word + 1}));
  return talks;
}

// One record a sentence and subject.
void TalksSearch::push(Talks talks) {
  for (std::size_t i = first_; i < records_.size(); ++i) {
    Talks* other = std::get_if<Talks>(&records_[i]);
    if (other == nullptr || other->evidence.begin != talks.evidence.begin) continue;
    if (other->status == talks.status || other->subject == talks.subject) return;
  }
  records_.emplace_back(std::move(talks));
}

TalksFinder::TalksFinder(const Lexicon& lexicon, const ActorLexicon& actors, const FactualityLexicon& factuality)
    : actors_(actors), factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("talks.tsv")) words_.add(TsvTable(t.text, t.where), t.where);
}

void TalksFinder::find(const Layers& layers, std::vector<Record>& records) const {
  TalksSearch(words_, actors_, factuality_, layers, records).find();
}

}  // namespace annals
