// Pairs quotation marks.
//
// Styles differ by newsroom and by what a wire service's encoding could carry: straight and curly marks, guillemets,
// ASCII pairs (``text''), two apostrophes for both marks, single marks. A quotation over several paragraphs repeats the
// opening mark at each and closes once (Chicago Manual of Style, 17th ed., 13.30), so a paragraph's end closes what is
// open. A forgotten mark costs the paragraph it is in and no more.
#include "record/quoted_spans.h"

#include <algorithm>

namespace annals {

bool ends_paragraph(const Annotation& annotation, std::uint32_t token) {
  if (!annotation.tokens[token].is(kIsSpace)) return false;
  const std::string_view text = annotation.text(token);
  const auto lines = std::count(text.begin(), text.end(), '\n');
  if (lines != 1) return lines > 1;
  if (token == 0) return true;
  const std::string_view before = annotation.text(token - 1);
  return annotation.tokens[token - 1].is(kIsPunct) && before != "," && before != "-" && before != "(";
}

namespace {

enum class Mark : std::uint8_t { none, open_double, close_double, either_double, open_single, either_single };

Mark mark_of(std::string_view text) {
  if (text.empty() || text.size() > 3) return Mark::none;
  if (text == "\"") return Mark::either_double;
  if (text == "''") return Mark::either_double;  // closes ``text'', and some wires open with it too
  if (text == "``" || text == "“" || text == "„" || text == "«" || text == "‟") return Mark::open_double;
  if (text == "”" || text == "»") return Mark::close_double;
  if (text == "'" || text == "’") return Mark::either_single;
  if (text == "‘" || text == "`" || text == "‹") return Mark::open_single;
  return Mark::none;
}

class QuotedSpanFinder {
 public:
  QuotedSpanFinder(const Annotation& annotation, std::vector<QuotedSpan>& spans) : a_(annotation), spans_(spans) {}

  void run() {
    const auto n = static_cast<std::uint32_t>(a_.tokens.size());
    for (std::uint32_t i = 0; i < n; ++i) {
      if (a_.tokens[i].is(kIsSpace)) {
        if (ends_paragraph(a_, i)) end_paragraph(i);
        continue;
      }
      const Token& t = a_.tokens[i];
      if (t.bytes.size() > 3) continue;
      if (pair_of(i, "`")) {  // the tokenizer parts the strokes of `` and at times those of ''
        step(++i, Mark::open_double);
      } else if (pair_of(i, "'")) {
        step_pair(i++);
      } else {
        step(i, mark_of(a_.text(i)));
      }
    }
    end_paragraph(n);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  bool begins_line(std::uint32_t i) const { return i == 0 || a_.tokens[i - 1].is(kIsSpace); }
  bool gap_before(std::uint32_t i) const {
    if (begins_line(i) || a_.tokens[i - 1].space_after) return true;
    const std::string_view before = a_.text(i - 1);
    return before == "(" || before == "[" || before == "-" || before == "–" || before == "—" || before == "--";
  }
  bool gap_after(std::uint32_t i) const {
    return i + 1 == a_.tokens.size() || a_.tokens[i].space_after || a_.tokens[i + 1].is(kIsSpace);
  }

  bool pair_of(std::uint32_t i, std::string_view stroke) const {
    return i + 1 < a_.tokens.size() && a_.text(i) == stroke && a_.text(i + 1) == stroke && !a_.tokens[i].space_after;
  }

  // Two apostrophes at `i` and behind it.
  void step_pair(std::uint32_t i) {
    if (double_ != kNone) {
      push(double_, i, true, false, i + 2);
      double_ = single_ = kNone;
    } else if (!gap_after(i + 1)) {
      double_ = i + 1;
    }
  }

  void step(std::uint32_t i, Mark mark) {
    switch (mark) {
      case Mark::none:
        break;
      case Mark::open_double:
        // A second opening mark inside is a nested one, or the first was never closed; both times the first stands.
        if (double_ == kNone) {
          double_ = i;
        } else if (a_.text(double_) == "„") {
          close(double_, i, false);  // „German style“
        }
        break;
      case Mark::close_double:
        if (double_ != kNone) close(double_, i, false);
        break;
      case Mark::either_double:
        if (double_ != kNone) {
          close(double_, i, false);
        } else if (!gap_after(i)) {
          double_ = i;
        }
        break;
      case Mark::open_single:
        if (double_ == kNone && single_ == kNone && gap_before(i) && !gap_after(i)) single_ = i;
        break;
      case Mark::either_single:
        step_single(i);
        break;
    }
  }

  // An apostrophe is a mark only where a gap stands on one side: "the players' dispute" closes nothing unless a single
  // mark is open, and then only before a gap or punctuation.
  void step_single(std::uint32_t i) {
    if (double_ != kNone) return;
    if (single_ == kNone) {
      if (a_.text(i) == "'" && gap_before(i) && !gap_after(i)) single_ = i;
      return;
    }
    const bool closes = !gap_before(i) && (gap_after(i) || a_.tokens[i + 1].is(kIsPunct));
    // A plural possessive inside: a noun follows and another mark closes later; commas and stops before are marks' own.
    const bool possessive = closes && a_.tokens[i].tag == Tag::POS && i + 1 < a_.tokens.size() &&
                            a_.tokens[i + 1].is(kIsAlpha) && closes_later(i + 1);
    if (closes && !possessive) close(single_, i, true);
  }

  bool closes_later(std::uint32_t from) const {
    for (std::uint32_t i = from; i < a_.tokens.size() && i < from + 60 && !a_.tokens[i].is(kIsSpace); ++i) {
      const Mark mark = mark_of(a_.text(i));
      if (mark == Mark::open_single) return false;
      if (mark == Mark::either_single && !gap_before(i) && a_.tokens[i].tag != Tag::POS) return true;
    }
    return false;
  }

  void close(std::uint32_t open, std::uint32_t end, bool single) {
    push(open, end, true, single, end + 1);
    double_ = single_ = kNone;
  }

  void end_paragraph(std::uint32_t end) {
    if (double_ != kNone) push(double_, end, false, false, end);
    double_ = single_ = kNone;  // a single mark left open was an apostrophe
  }

  void push(std::uint32_t open, std::uint32_t end, bool closed, bool single, std::uint32_t after) {
    if (open + 1 >= end) return;
    while (after < a_.tokens.size() && a_.tokens[after].is(kIsPunct) && !a_.tokens[after].is(kIsSpace)) ++after;
    const bool last = after >= a_.tokens.size() || ends_paragraph(a_, after);
    spans_.push_back({{open + 1, end}, closed, begins_line(open), last, single});
  }

  const Annotation& a_;
  std::vector<QuotedSpan>& spans_;
  std::uint32_t double_ = kNone;  // the mark that is open
  std::uint32_t single_ = kNone;
};

}  // namespace

bool is_quotation_mark(std::string_view text) { return mark_of(text) != Mark::none; }

void find_quoted_spans(const Annotation& annotation, std::vector<QuotedSpan>& spans) {
  spans.clear();
  QuotedSpanFinder(annotation, spans).run();
}

}  // namespace annals
