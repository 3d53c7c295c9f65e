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
    if (t.pos == Pos::VERB || t.pos == Pos::AUX) disagreement(i);
    if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) noun(i);
  }
}

void TalksSearch::noun(std::uint32_t n) {
  TalksNoun kind = words_.noun(annotation_, n);
  if (kind == TalksNoun::none && mentioned_ && is_lone_round(n)) kind = TalksNoun::talk;
  if (kind == TalksNoun::none || lower(n) == "talk" || n == taken_) return;
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
  if (standing.word == kNoToken || is_yet_to_come(standing.word)) return;
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
  if (talks.parties.empty() && is_told_before(n)) talks.parties = last_parties_;
  if (talks.obstacle.empty()) add_gap(n, talks);
  push(std::move(talks));
}

// "The last round ended", "an earlier round": of talks told before.
bool TalksSearch::is_lone_round(std::uint32_t n) const {
  if (token(n).pos != Pos::NOUN || lemma(n) != "round" || clauses_.has_child(n, Dep::prep)) return false;
  return clauses_.has_child(n, Dep::amod);
}

// "until the deal is signed", "if talks resume": no state of things yet.
bool TalksSearch::is_yet_to_come(std::uint32_t word) const {
  const std::uint32_t mark = clauses_.child(word, Dep::mark);
  const std::uint32_t adverb = clauses_.child(word, Dep::advmod);
  return (mark != kNoToken && words_.is(TalksWord::until, lower(mark))) ||
         (adverb != kNoToken && token(word).dep == Dep::advcl && words_.is(TalksWord::until, lower(adverb)));
}

// "The talks", "these negotiations", "an earlier round": those of the sentences before, between the same parties.
bool TalksSearch::is_told_before(std::uint32_t n) const {
  if (last_parties_.empty()) return false;
  if (is_lone_round(n)) return true;
  const std::uint32_t det = clauses_.child(n, Dep::det);
  if (det == kNoToken || (lower(det) != "the" && lower(det) != "these" && lower(det) != "those")) return false;
  const TalksNoun kind = words_.noun(annotation_, n);
  return kind == TalksNoun::talk || kind == TalksNoun::deal;
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
  if (talks.parties.size() >= 2) {
    last_parties_ = talks.parties;
    for (Actor& party : last_parties_) party.words.reset();
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
