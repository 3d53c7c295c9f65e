// Headlines that name a source with a colon: "Road to open: mayor", "Mayor: Road to open".
#include <algorithm>

#include "record/details.h"
#include "record/statement_search.h"

namespace annals {
namespace {

class HeadlineSearch {
 public:
  explicit HeadlineSearch(const StatementSearch& search) : s_(search) {}

  // The first line of a story, if it is no sentence of the running text.
  void run() const {
    const auto n = static_cast<std::uint32_t>(s_.a.tokens.size());
    std::uint32_t end = 0;
    while (end < n && !line_break(end)) ++end;
    if (end == n || end > 40) return;
    for (std::uint32_t t = 1; t + 1 < end; ++t) {
      if (s_.a.text(t) == ":") {
        colon({0, end}, t);
        return;
      }
    }
    if (s_.a.text(end - 1) != ".") {
      for (std::uint32_t t = 1; t + 3 < end; ++t) clipped(t, end);
    }
  }

 private:
  bool line_break(std::uint32_t t) const {
    return s_.token(t).is(kIsSpace) && s_.a.text(t).find('\n') != std::string_view::npos;
  }

  // "Ruritania says 300 hostages freed": a clause without its auxiliary, which the parser takes for a noun phrase.
  void clipped(std::uint32_t verb, std::uint32_t end) const {
    const Token& token = s_.token(verb);
    const Cue* cue = token.pos == Pos::VERB && token.tag == Tag::VBZ ? s_.cue_at(verb) : nullptr;
    if (cue == nullptr || cue->kind != CueClass::say || !cue->takes_any(kTakesClause)) return;
    const std::uint32_t subject = s_.source_of(verb);
    if (subject == kNoToken || subject > verb || s_.token(verb).head != verb) return;
    if (s_.token(verb + 1).tag == Tag::TO || s_.token(verb + 1).pos == Pos::ADP) return;  // "vows to leave"
    for (const StatementFinding& other : s_.out) {
      if (other.cue.begin == verb) return;
    }
    StatementFinding f;
    f.cue = s_.cue_words(verb);
    f.entry = cue;
    f.rule = "headline";
    f.speaker = subject;
    f.content = {f.cue.end, end};
    s_.add(f);
  }

  void colon(TokenSpan line, std::uint32_t t) const {
    const TokenSpan before = s_.trimmed({line.begin, t}), behind = s_.trimmed({t + 1, line.end});
    const std::uint32_t source_behind = source(behind), source_before = source(before);
    StatementFinding f;
    f.cue = {t, t + 1};
    f.rule = "headline";
    if (source_behind != kNoToken && before.size() > behind.size() && (has_verb(before) || has_quotation(before))) {
      f.speaker = source_behind;
      f.content = before;
    } else if (source_before != kNoToken && behind.size() > 2) {
      f.speaker = source_before;
      f.content = behind;
    } else {
      return;
    }
    for (const StatementFinding& other : s_.out) {
      if (other.content.overlaps(f.content) && other.content.size() * 2 > f.content.size()) return;
    }
    s_.add(f);
  }

  bool has_verb(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (s_.token(t).pos == Pos::VERB || s_.token(t).pos == Pos::AUX) return true;
    }
    return false;
  }

  bool has_quotation(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (s_.quotation_at(t) != nullptr) return true;
    }
    return false;
  }

  // The head of a short phrase that is somebody: a name, or a noun of people and papers without a verb.
  std::uint32_t source(TokenSpan span) const {
    if (span.empty() || span.size() > 5 || has_verb(span)) return kNoToken;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (s_.token(t).pos == Pos::ADP || s_.token(t).pos == Pos::NUM) return kNoToken;
    }
    const EntityType type = s_.token(span.end - 1).entity;
    const bool named = type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE;
    const bool somebody = named || s_.cues.is_source(s_.a.lemma(span.end - 1));
    // "Gaza war: aid cut" names a topic, not a source.
    const bool acts = somebody && can_act(s_.layers, span.end - 1);
    return acts ? span.end - 1 : kNoToken;
  }

  const StatementSearch& s_;
};

}  // namespace

void find_headlines(const StatementSearch& search) { HeadlineSearch(search).run(); }

}  // namespace annals
