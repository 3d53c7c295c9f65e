// Pairs quotation marks and climbs from each quotation to the verb that governs it.
#include "actor/quotations.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class Mark { none, opening, closing, either };

Mark mark_of(std::string_view text) {
  if (text == "``" || text == "`" || text == "“" || text == "„" || text == "«") return Mark::opening;
  if (text == "''" || text == "”" || text == "»") return Mark::closing;
  if (text == "\"") return Mark::either;
  return Mark::none;
}

class QuotationFinder {
 public:
  QuotationFinder(const Annotation& story, Quotations& out) : story_(story), out_(out) {}

  void run() {
    out_.all.clear();
    out_.by_token.assign(story_.tokens.size(), kNone);
    pair_marks();
    for (std::uint32_t i = 0; i < out_.all.size(); ++i) {
      Quotation& quotation = out_.all[i];
      for (std::uint32_t t = quotation.words.begin; t < quotation.words.end; ++t) out_.by_token[t] = i;
    }
    for (std::uint32_t i = 0; i < out_.all.size(); ++i) out_.all[i].speaker = speaker_of(i);
  }

 private:
  const Token& token(std::uint32_t t) const { return story_.tokens[t]; }

  bool breaks_paragraph(std::uint32_t t) const {
    return token(t).is(kIsSpace) && story_.text(t).find('\n') != std::string_view::npos;
  }

  void pair_marks() {
    std::uint32_t open = kNone;
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    for (std::uint32_t t = 0; t < n; ++t) {
      Mark mark = mark_of(story_.text(t));
      // The tokenizer may part the two strokes of '' and ``.
      if (story_.text(t) == "'" && t + 1 < n && story_.text(t + 1) == "'") mark = Mark::closing;
      // Two opening or two closing marks of one kind: writers of plain text use '' for both.
      if (mark == Mark::either || (mark == Mark::closing && open == kNone)) {
        mark = open == kNone ? Mark::opening : Mark::closing;
      }
      if (open != kNone && (mark == Mark::closing || breaks_paragraph(t))) {
        if (t > open + 1) out_.all.push_back({{open + 1, t}, kNone});
        open = kNone;
      }
      if (mark == Mark::opening) open = t;
    }
    if (open != kNone && open + 1 < n) out_.all.push_back({{open + 1, n}, kNone});
  }

  // The subject of the first verb up the tree from a token that has one outside the quotation.
  std::uint32_t governing_subject(std::uint32_t from, TokenSpan quotation) const {
    for (int steps = 0; steps < 8; ++steps) {
      const Token& tok = token(from);
      if ((tok.pos == Pos::VERB || tok.pos == Pos::AUX) && !quotation.contains(from)) {
        for (const std::uint32_t child : story_.children(from)) {
          const Dep dep = token(child).dep;
          if ((dep == Dep::nsubj || dep == Dep::nsubjpass) && !quotation.contains(child)) return child;
        }
      }
      if (tok.head == from) break;
      from = tok.head;
    }
    return kNone;
  }

  // "according to X" beside a quotation.
  std::uint32_t according_to(std::uint32_t from) const {
    const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(story_.tokens.size()), from + 4);
    for (std::uint32_t t = from; t + 1 < end; ++t) {
      if (story_.lower(t) != "according") continue;
      for (const std::uint32_t to : story_.children(t)) {
        for (const std::uint32_t object : story_.children(to)) {
          if (token(object).dep == Dep::pobj) return object;
        }
      }
    }
    return kNone;
  }

  std::uint32_t speaker_of(std::uint32_t index) const {
    const TokenSpan words = out_.all[index].words;
    std::uint32_t speaker = governing_subject(words.begin, words);
    if (speaker != kNone) return speaker;
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    // After the closing mark: `," said X`, `," X said`.
    std::uint32_t after = words.end + 1;
    while (after < n && token(after).is(kIsPunct) && mark_of(story_.text(after)) == Mark::none) ++after;
    if (after < n && !breaks_paragraph(after) && mark_of(story_.text(after)) == Mark::none) {
      const bool lower = token(after).is(kIsLower);
      const bool same = token(after).sentence == token(words.end - 1).sentence || lower;
      if (same) speaker = governing_subject(after, words);
      if (speaker == kNone) speaker = according_to(after);
      if (speaker != kNone) return speaker;
    }
    // Before the opening mark: `X said: "`.
    if (words.begin >= 2) {
      std::uint32_t before = words.begin - 2;
      while (before > 0 && token(before).is(kIsPunct)) --before;
      if (!token(before).is(kIsSpace)) {
        const auto mark = story_.text(words.begin - 2);
        if (mark == "," || mark == ":" || token(before).sentence == token(words.begin).sentence) {
          speaker = governing_subject(before, words);
        }
      }
      if (speaker != kNone) return speaker;
    }
    // A quotation that goes on: the speaker of the last one, unless a new paragraph has begun another.
    return index > 0 ? out_.all[index - 1].speaker : kNone;
  }

  const Annotation& story_;
  Quotations& out_;
};

}  // namespace

void Quotations::find(const Annotation& story) { QuotationFinder(story, *this).run(); }

}  // namespace annals
