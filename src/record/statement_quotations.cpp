// Gives quotations to their speakers by where the cue stands, and lets quotations that go on keep theirs.
//
// The tree is of little help here: a quotation of several sentences is several trees, and the parser often errs where
// marks and fragments meet. Newswire has few layouts, though (O'Keefe et al., "A Sequence Labelling Approach to Quote
// Attribution", EMNLP 2012): the cue directly behind the quotation, directly before it, or with the quotation before.
#include <algorithm>

#include "record/statement_search.h"

namespace annals {
namespace {

class QuotationSearch {
 public:
  explicit QuotationSearch(const StatementSearch& search) : s_(search) {
    sort_by_content(search.out);
    governed_ = search.out.size();
  }

  void run() {
    for (std::uint32_t q = 0; q < s_.work.quoted.size(); ++q) attribute(q);
  }

 private:
  std::string_view text(std::uint32_t t) const { return s_.a.text(t); }

  // The governed finding whose content holds most of the words, or nullptr. Contents do not reach beyond their
  // sentence, so only those that begin in the words' own are looked at.
  const StatementFinding* holder(TokenSpan words) const {
    const auto governed_end = s_.out.begin() + static_cast<std::ptrdiff_t>(governed_);
    const std::uint32_t sentence_begin = s_.a.sentences[s_.token(words.begin).sentence].begin;
    auto f = std::lower_bound(s_.out.begin(), governed_end, sentence_begin,
                              [](const StatementFinding& x, std::uint32_t t) { return x.content.begin < t; });
    const StatementFinding* best = nullptr;
    std::uint32_t most = words.size() / 2;
    for (; f != governed_end && f->content.begin < words.end; ++f) {
      const std::uint32_t from = std::max(f->content.begin, words.begin), to = std::min(f->content.end, words.end);
      if (to > from && to - from > most && !words.contains(f->cue.begin)) {
        best = &*f;
        most = to - from;
      }
    }
    return best;
  }

  void attribute(std::uint32_t q) {
    const QuotedSpan& quotation = s_.work.quoted[q];
    pieces_.clear();
    for (std::uint32_t t = quotation.words.begin; t < quotation.words.end;) {
      const TokenSpan sentence = s_.a.sentences[s_.token(t).sentence];
      const std::uint32_t end = std::min(sentence.end, quotation.words.end);
      if (!s_.trimmed({t, end}).empty()) pieces_.push_back({t, end});
      t = end;
    }
    StatementFinding model;
    bool known = false;
    std::vector<bool>& done = done_;
    done.assign(pieces_.size(), false);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const StatementFinding* f = holder(pieces_[i]);
      if (f == nullptr) continue;
      done[i] = true;
      if (!known && covers_quotation_start(*f, pieces_[i])) {
        model = *f;
        known = true;
      }
    }
    bool own_cue = false;
    if (!known && !pieces_.empty() && !done[0]) {
      own_cue = cue_behind(quotation, model);
      if (own_cue) drop_behind(model.cue);
      own_cue = own_cue || cue_before(quotation, model) || signature(quotation, model);
      known = own_cue;
    }
    if (!known && !pieces_.empty() && !done[0]) known = goes_on(quotation, model);
    if (known) {
      bool first = own_cue;
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (done[i]) continue;
        StatementFinding f = model;
        f.content = pieces_[i];
        f.rule = first ? "quotation" : kQuotationGoesOn;
        first = false;
        s_.add(f);
      }
      last_ = model;
      last_quotation_ = q;
    }
  }

  // A clause with a few words in quotation marks does not tell who says the sentences behind them.
  static bool covers_quotation_start(const StatementFinding& f, TokenSpan piece) {
    return f.content.begin >= piece.begin || f.content.end <= piece.end;
  }

  bool is_separator(std::uint32_t t) const {
    const std::string_view w = text(t);
    return w == "," || w == "-" || w == "--" || w == "–" || w == "—" || w == "_" || w == "...";
  }

  StatementFinding with(std::uint32_t verb, const Cue& cue, std::uint32_t source) const {
    StatementFinding f;
    f.cue = s_.cue_words(verb);
    f.entry = &cue;
    f.speaker = source;
    if (cue.object_hears) f.addressee = s_.clauses.of(verb).object;
    return f;
  }

  // `"It rains," said the farmer`, `"It rains?" the farmer, who was wet, asked`
  bool cue_behind(const QuotedSpan& quotation, StatementFinding& model) const {
    if (!quotation.closed) return false;
    const auto n = static_cast<std::uint32_t>(s_.a.tokens.size());
    const std::uint32_t last = quotation.words.end - 1;
    std::uint32_t t = quotation.words.end + 1;
    bool opened = text(last) == "," || text(last) == "?" || text(last) == "!" || is_separator(last);
    while (t < n && is_separator(t)) {
      opened = true;
      ++t;
    }
    if (t >= n || s_.token(t).is(kIsSpace)) return false;
    if (!opened && text(last) == ".") opened = s_.token(t).is(kIsLower) && s_.token(t).pos != Pos::CCONJ;
    if (!opened) return false;
    const TokenSpan sentence = s_.sentence(t);
    const std::uint32_t end = std::min({sentence.end, t + 40, n});
    for (std::uint32_t v = t; v < end; ++v) {
      if (is_quotation_mark(text(v)) && s_.token(v).tag != Tag::POS) return false;
      const Cue* cue = s_.token(v).pos == Pos::VERB ? s_.cue_at(v) : nullptr;
      if (cue == nullptr || !cue->takes_any(kTakesQuote) || s_.token(v).tag == Tag::VBG) continue;
      if (v != t && says_more(v)) continue;
      const std::uint32_t source = s_.source_of(v);
      if (source == kNoToken || quotation.words.contains(source)) {
        if (v != t || v + 1 >= end) continue;
        model = with(v, *cue, following_noun(v + 1, end));  // "said": the subject was not seen by the parser
        return true;
      }
      // The verb at once, or behind its subject; not in a relative clause of the subject.
      if (v == t || (source >= t && s_.token(source).left_edge <= t + 2 && s_.token(v).dep != Dep::relcl)) {
        model = with(v, *cue, source);
        return true;
      }
    }
    return false;
  }

  // A quotation signed by a name: `"It rains." - Mira Dol, farmer`, also on a line of its own.
  bool signature(const QuotedSpan& quotation, StatementFinding& model) const {
    const auto n = static_cast<std::uint32_t>(s_.a.tokens.size());
    if (!quotation.closed || !quotation.opens_paragraph) return false;
    std::uint32_t dash = quotation.words.end + 1;
    while (dash < n && s_.token(dash).is(kIsSpace)) ++dash;
    if (dash + 1 >= n || !is_dash(dash) || s_.token(dash + 1).pos != Pos::PROPN) return false;
    std::uint32_t end = dash + 1, last = kNoToken;
    for (; end < n && !s_.token(end).is(kIsSpace); ++end) {
      const Pos pos = s_.token(end).pos;
      if (pos == Pos::VERB || pos == Pos::AUX || end > dash + 20) return false;
      if (pos == Pos::PROPN && (last == kNoToken || last + 1 == end)) last = end;
    }
    model.cue = {dash, dash + 1};
    model.speaker = last;
    return true;
  }

  bool is_dash(std::uint32_t t) const {
    const std::string_view w = text(t);
    return w == "-" || w == "--" || w == "–" || w == "—" || w == "―";
  }

  // What the tree took for the content of a cue that closes a quotation is the speaker and what is told of him:
  // `"It rains," said Dia, a farmer whose field is wet`.
  void drop_behind(TokenSpan cue) {
    const auto governed_end = s_.out.begin() + static_cast<std::ptrdiff_t>(governed_);
    const auto kept = std::remove_if(s_.out.begin(), governed_end, [&](const StatementFinding& f) {
      return f.cue.begin == cue.begin && f.content.begin >= cue.end;
    });
    governed_ -= static_cast<std::size_t>(governed_end - kept);
    s_.out.erase(kept, governed_end);
  }

  // `On the "Morning Show," the mayor said the road was open`: what is said comes behind the verb.
  bool says_more(std::uint32_t v) const {
    for (const std::uint32_t c : s_.a.children(v)) {
      if (c > v && s_.token(c).dep == Dep::ccomp && s_.quotation_at(c) == nullptr) return true;
    }
    return false;
  }

  std::uint32_t following_noun(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t t = from; t < end; ++t) {
      const Pos pos = s_.token(t).pos;
      if (pos != Pos::NOUN && pos != Pos::PROPN && pos != Pos::PRON) continue;
      std::uint32_t head = t;
      while (s_.token(head).head > head && s_.token(s_.token(head).head).dep != Dep::ROOT &&
             s_.token(head).dep == Dep::compound) {
        head = s_.token(head).head;
      }
      return head;
    }
    return kNoToken;
  }

  // `the farmer said: "It rains."`, also with the quotation as a paragraph of its own.
  bool cue_before(const QuotedSpan& quotation, StatementFinding& model) const {
    if (quotation.words.begin < 2) return false;
    std::uint32_t t = quotation.words.begin - 2;
    while (t > 0 && s_.token(t).is(kIsSpace)) --t;
    const bool colon = text(t) == ":";
    const bool verb_at_once = s_.token(t).pos == Pos::VERB;
    if (!colon && !verb_at_once && !(is_separator(t) && !quotation.opens_paragraph)) return false;
    const TokenSpan sentence = s_.sentence(t);
    const std::uint32_t least = std::max(sentence.begin, t > 40 ? t - 40 : 0);
    for (std::uint32_t v = t + 1; v-- > least;) {
      if (s_.quotation_at(v) != nullptr) return false;
      const Cue* cue = s_.token(v).pos == Pos::VERB ? s_.cue_at(v) : nullptr;
      if (cue == nullptr || !cue->takes_any(kTakesQuote)) continue;
      if (!colon && t - v > (verb_at_once ? 0 : 12)) return false;
      const std::uint32_t source = s_.source_of(v);
      model = with(v, *cue, source);
      return source != kNoToken;
    }
    if (!colon) return false;
    // "This is what he had to say:", "The statement in full:"
    const std::uint32_t root = root_of(t, sentence);
    const std::uint32_t subject =
        s_.token(root).pos == Pos::VERB || s_.token(root).pos == Pos::AUX ? s_.source_of(root) : root;
    if (subject == kNoToken || (quotation.words.size() < 5 && s_.token(root).pos != Pos::VERB)) return false;
    model.speaker = subject;
    model.cue = {t, t + 1};
    return true;
  }

  std::uint32_t root_of(std::uint32_t t, TokenSpan sentence) const {
    while (s_.token(t).head != t && sentence.contains(s_.token(t).head)) t = s_.token(t).head;
    return t;
  }

  // A quotation without a cue of its own goes on with the speaker of the one before: in the same paragraph behind a
  // whole sentence, or as the next paragraph where the one before was left open or both are quotations throughout.
  bool goes_on(const QuotedSpan& quotation, StatementFinding& model) const {
    if (last_quotation_ == kNoToken || quotation.words.size() < 3) return false;
    const QuotedSpan& before = s_.work.quoted[last_quotation_];
    const std::uint32_t open = quotation.words.begin - 1;
    if (quotation.opens_paragraph) {
      const bool adjacent = paragraphs_between(before.words.end, open) <= 1;
      if (!adjacent || (!quotation.ends_paragraph && before.closed)) return false;
    } else {
      if (paragraphs_between(before.words.end, open) > 0 || !begins_sentence(open)) return false;
      if (!quotation.ends_paragraph && !ends_like_sentence(quotation)) return false;
    }
    model = last_;
    return true;
  }

  bool begins_sentence(std::uint32_t open) const {
    if (open == 0) return true;
    const std::string_view before = text(open - 1);
    return before == "." || before == "?" || before == "!" || s_.token(open - 1).is(kIsSpace) ||
           is_quotation_mark(before);
  }
  bool ends_like_sentence(const QuotedSpan& quotation) const {
    const std::string_view last = text(quotation.words.end - 1);
    return last == "." || last == "?" || last == "!";
  }
  int paragraphs_between(std::uint32_t from, std::uint32_t to) const {
    int count = 0;
    for (std::uint32_t t = from; t < to && count < 2; ++t) count += s_.token(t).is(kIsSpace) && ends_paragraph(s_.a, t);
    return count;
  }

  const StatementSearch& s_;
  std::size_t governed_ = 0;  // findings that were there before
  std::vector<TokenSpan> pieces_;
  std::vector<bool> done_;
  StatementFinding last_;
  std::uint32_t last_quotation_ = kNoToken;
};

}  // namespace

void find_quotations(const StatementSearch& search) { QuotationSearch(search).run(); }

}  // namespace annals
