// Cues that stand beside a clause and do not govern it: "The road, he said, is open", "according to the mayor".
#include <algorithm>

#include "record/statement_search.h"

namespace annals {
namespace {

class ParenthesisSearch {
 public:
  explicit ParenthesisSearch(const StatementSearch& search) : s_(search) {}

  void run() const {
    s_.work.governs.assign(s_.a.tokens.size(), 0);
    for (const StatementFinding& f : s_.out) {
      for (std::uint32_t t = f.cue.begin; t < f.cue.end; ++t) s_.work.governs[t] = 1;
    }
    for (std::uint32_t t = 0; t < s_.a.tokens.size(); ++t) {
      if (s_.spoken(t)) continue;
      const Token& token = s_.token(t);
      if (s_.a.lower(t) == "according") {
        according_to(t);
      } else if (token.pos == Pos::VERB) {
        comment_clause(t);
      } else if (s_.a.lower(t) == "in") {
        in_the_words_of(t);
      }
    }
  }

 private:
  bool comma_before(std::uint32_t t, TokenSpan sentence) const {
    if (t == sentence.begin) return true;
    const std::string_view w = s_.a.text(t - 1);
    return w == "," || w == "-" || w == "--" || w == "—" || w == "–" || w == ":" || is_quotation_mark(w);
  }
  bool comma_behind(std::uint32_t t, TokenSpan sentence) const {
    if (t >= sentence.end) return true;
    return s_.token(t).is(kIsPunct) || s_.token(t).is(kIsSpace);
  }

  // Subject and verb of saying between commas, with no content below the verb: a comment clause (Quirk et al., A
  // Comprehensive Grammar of the English Language, 15.54), whose content is the sentence around it.
  void comment_clause(std::uint32_t v) const {
    const Cue* cue = s_.cue_at(v);
    if (cue == nullptr || !cue->takes_any(kTakesQuote) || !cue->takes_any(kTakesClause) || s_.work.governs[v] != 0)
      return;
    const std::uint32_t subject = s_.clauses.child(v, Dep::nsubj);
    if (subject == kNoToken) return;
    if (s_.token(subject).tag == Tag::WDT || s_.token(subject).tag == Tag::WP) return;
    for (const std::uint32_t c : s_.a.children(v)) {
      const Dep dep = s_.token(c).dep;
      if (dep == Dep::ccomp || dep == Dep::xcomp || (dep == Dep::dobj && !cue->object_hears) || dep == Dep::neg) return;
      if (dep == Dep::mark && s_.a.lower(c) != "as") return;
    }
    const TokenSpan sentence = s_.sentence(v);
    std::uint32_t first = std::min(v, std::max(s_.token(subject).left_edge, sentence.begin));
    const bool as = first > sentence.begin && s_.a.lower(first - 1) == "as";  // "as the mayor put it"
    if (as) --first;
    if (first > v || v - first > 15 || subject > v + 8) return;
    std::uint32_t end = std::max(v, subject > v ? s_.token(subject).right_edge : v) + 1;
    while (end < sentence.end && !s_.token(end).is(kIsPunct) && !s_.token(end).is(kIsSpace)) ++end;
    if (!comma_before(first, sentence) || !comma_behind(end, sentence) || (first == sentence.begin && !as)) return;
    StatementFinding f;
    f.cue = s_.cue_words(v);
    f.speaker = subject;
    if (cue->object_hears) f.addressee = s_.clauses.of(v).object;
    f.entry = cue;
    f.rule = "comment clause";
    // A relative clause has its commas too; one without a pronoun at the sentence's end is a comment.
    if (s_.token(v).dep == Dep::relcl && !s_.trimmed({end, sentence.end}).empty()) return;
    f.content = beside({first, end}, clause_interrupted({first, end}, v, sentence));
    if (end < sentence.end && s_.a.text(end) == ":" && f.content.end <= first) return;  // a quotation follows
    if (is_clause(f.content)) s_.add(f);
  }

  // "three days of fighting that, doctors say, has killed sixty", "said the book had been rewritten, as experts had
  // testified": the clause that the comment stands inside, where that is no main one; else the sentence.
  TokenSpan clause_interrupted(TokenSpan comment, std::uint32_t v, TokenSpan sentence) const {
    const std::uint32_t verb = s_.token(v).head;
    const Token& outer = s_.token(verb);
    const bool inside = outer.dep == Dep::relcl || (outer.dep == Dep::ccomp && s_.token(v).dep == Dep::advcl);
    if (verb == v || !inside || outer.left_edge >= comment.begin || outer.right_edge + 1 < comment.end) {
      return sentence;
    }
    return {std::max(outer.left_edge, sentence.begin), std::min(outer.right_edge + 1, sentence.end)};
  }

  bool is_clause(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const Pos pos = s_.token(t).pos;
      if (pos == Pos::VERB || pos == Pos::AUX || s_.quotation_at(t) != nullptr) return true;
    }
    return false;
  }

  bool has_subject(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const Dep dep = s_.token(t).dep;
      if (dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::csubj || dep == Dep::expl) return true;
    }
    return false;
  }

  // The sentence without `middle` where that stands at its end or beginning, with it where it stands inside.
  TokenSpan beside(TokenSpan middle, TokenSpan sentence) const {
    const TokenSpan before = s_.trimmed({sentence.begin, middle.begin}),
                    behind = s_.trimmed({middle.end, sentence.end});
    if (behind.empty()) return before;
    // `"We won," she said, and left`, `Asked who would pay, he said, "Nobody will."`
    const QuotedSpan* said = s_.quotation_ending({sentence.begin, middle.begin});
    if (said != nullptr && said->words.begin <= sentence.begin + 1 && !s_.opens_quotation({middle.end, sentence.end}))
      return before;
    if (said == nullptr && opens_sentence_in_marks(behind)) return behind;
    if (before.empty() || !(has_subject(before) || is_clause(before))) return behind;  // "Of course, as he said, ..."
    return {before.begin, behind.end};
  }

  // A whole sentence in quotation marks, which takes nothing from what stands before it.
  bool opens_sentence_in_marks(TokenSpan span) const {
    const QuotedSpan* quotation = s_.quotation_at(span.begin);
    return quotation != nullptr && quotation->words.begin == span.begin && quotation->words.end >= span.end &&
           s_.token(span.begin).is(kIsTitle);
  }

  // The clause that a phrase belongs to: the sentence, or the clause that a conjunction parts from the rest of it.
  TokenSpan clause_around(std::uint32_t t, TokenSpan sentence) const {
    std::uint32_t verb = s_.token(t).head;
    while (s_.token(verb).head != verb && s_.token(verb).pos != Pos::VERB && s_.token(verb).pos != Pos::AUX) {
      verb = s_.token(verb).head;
    }
    const Dep dep = s_.token(verb).dep;
    TokenSpan clause = s_.subtree(verb);
    if (dep == Dep::ROOT || dep == Dep::ccomp || clause.size() < 4) clause = sentence;
    return {std::max(clause.begin, sentence.begin), std::min(clause.end, sentence.end)};
  }

  void phrase(TokenSpan cue, std::uint32_t source, std::uint32_t hanger, const Cue& entry,
              std::string_view rule) const {
    const TokenSpan sentence = s_.sentence(cue.begin);
    const TokenSpan clause = clause_around(hanger, sentence);
    const std::uint32_t end = end_of_source(source, sentence);
    StatementFinding f;
    f.cue = cue;
    f.speaker = source;
    f.entry = &entry;
    f.rule = rule;
    TokenSpan content = beside({cue.begin, end}, clause);
    // At the end of a coordination it is the last clause alone that the phrase vouches for only if a comma parts it
    // off; the whole is the safer reading.
    f.content = content;
    if (f.content.contains(cue.begin) && cue.begin - f.content.begin <= 1) f.content.begin = end;
    s_.add(f);
  }

  // "According to a poll by the Institute, two in five expect": the parser may take the subject behind the comma for an
  // apposition of the source; then a verb follows at once.
  std::uint32_t end_of_source(std::uint32_t source, TokenSpan sentence) const {
    const std::uint32_t end = std::min(s_.token(source).right_edge + 1, sentence.end);
    if (end >= sentence.end || (s_.token(end).pos != Pos::VERB && s_.token(end).pos != Pos::AUX)) return end;
    for (std::uint32_t t = end; t-- > source + 1;) {
      if (s_.a.text(t) == ",") return t;
    }
    return end;
  }

  void according_to(std::uint32_t t) const {
    if (t + 1 >= s_.a.tokens.size() || s_.a.lower(t + 1) != "to") return;
    std::uint32_t source = s_.clauses.child(t + 1, Dep::pobj);
    if (source == kNoToken) source = s_.clauses.child(t, Dep::pobj);
    const Cue* cue = s_.cues.preposition("according to");
    if (source != kNoToken && cue != nullptr) phrase({t, t + 2}, source, t, *cue, "according to");
  }

  // "in the words of", "in the view of" and their like: "in" + noun of saying or belief + "of".
  void in_the_words_of(std::uint32_t t) const {
    const std::uint32_t noun = s_.clauses.child(t, Dep::pobj);
    if (noun == kNoToken || noun > t + 3) return;
    const Cue* cue = s_.cues.in_the_of(s_.a.lemma(noun));
    if (cue == nullptr) return;
    const std::uint32_t owner = s_.clauses.child(noun, Dep::poss);
    if (owner != kNoToken) {
      phrase({t, noun + 1}, owner, t, *cue, "in the words of");
      return;
    }
    const std::uint32_t of = s_.clauses.child(noun, Dep::prep);
    if (of == kNoToken || of != noun + 1 || s_.a.lower(of) != "of") return;
    const std::uint32_t source = s_.clauses.child(of, Dep::pobj);
    if (source != kNoToken) phrase({t, of + 1}, source, t, *cue, "in the words of");
  }

  const StatementSearch& s_;
};

}  // namespace

void find_parentheses(const StatementSearch& search) { ParenthesisSearch(search).run(); }

}  // namespace annals
