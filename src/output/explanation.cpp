// Writing of explanations.
#include "output/explanation.h"

#include <algorithm>
#include <array>
#include <vector>

#include "output/digest.h"
#include "output/terminal.h"

namespace annals {
namespace {

bool overlaps(const Token& token, const Words& words) {
  return token.bytes.begin < words.end && words.begin < token.bytes.end;
}

bool touches(const Annotation& annotation, TokenSpan sentence, const Words& words) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (overlaps(annotation.tokens[i], words)) return true;
  }
  return false;
}

// The sentences of the words that fired; where only grammar did, those of the evidence.
std::vector<TokenSpan> sentences_of(const Annotation& annotation, const RecordCommon& record) {
  std::vector<TokenSpan> found;
  for (const TokenSpan sentence : annotation.sentences) {
    const auto here = [&](const Words& words) { return touches(annotation, sentence, words); };
    const auto& words = record.why.words;
    if (words.empty() ? here(record.evidence) : std::any_of(words.begin(), words.end(), here))
      found.push_back(sentence);
  }
  return found;
}

std::size_t depth(const Annotation& annotation, std::uint32_t token) {
  std::size_t depth = 0;
  while (annotation.tokens[token].head != token) {
    token = annotation.tokens[token].head;
    ++depth;
  }
  return depth;
}

constexpr std::string_view kMargin = "   ";
constexpr std::size_t kNameWidth = 9;  // "lexicon" and two spaces

std::string named(std::string_view name) {
  std::string out(kMargin);
  return out.append(name).append(kNameWidth - name.size(), ' ');
}

struct TreeRow {
  std::array<std::string, 5> cells;
  bool fired = false;
};

// A row a word in text order, indented by its depth in the tree: heads stand left of what hangs on them.
std::vector<TreeRow> tree_rows(const Explainer& explainer, TokenSpan sentence, const Why& why) {
  const Annotation& annotation = explainer.annotation;
  std::vector<TreeRow> rows(1, {{"word", "lemma", "tag", "label", "head"}, false});
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = annotation.tokens[i];
    if (token.is(kIsSpace)) continue;
    TreeRow& row = rows.emplace_back();
    row.cells = {std::string(2 * depth(annotation, i), ' ') + one_line(annotation.text(i)),
                 one_line(annotation.lemma(i)), std::string(explainer.labels.tags.name(token.tag)),
                 std::string(explainer.labels.deps.name(token.dep)),
                 token.head == i ? std::string() : one_line(annotation.text(token.head))};
    row.fired = std::any_of(why.words.begin(), why.words.end(), [&](const Words& w) { return overlaps(token, w); });
  }
  return rows;
}

void append_tree(std::string& out, const Explainer& explainer, TokenSpan sentence, const Why& why) {
  const std::vector<TreeRow> rows = tree_rows(explainer, sentence, why);
  std::array<std::size_t, 5> widths{};
  for (const TreeRow& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row.cells[i]));
  }
  for (const TreeRow& row : rows) {
    const bool bold = row.fired && explainer.bold;
    std::string line(kMargin);
    line.append(row.fired ? "* " : "  ").append(bold ? "\x1B[1m" : "");
    for (std::size_t i = 0; i < widths.size(); ++i) {
      line.append(row.cells[i]).append(widths[i] - display_width(row.cells[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line).append(bold ? "\x1B[0m\n" : "\n");
  }
}

void append_entry(std::string& out, const Lexicon& lexicon, const std::string& entry) {
  out.append(named("lexicon")).append(one_line(entry)).push_back('\n');
  std::string row;
  for (const auto& [column, cell] : lexicon.row(entry)) {
    row.append(row.empty() ? "" : "; ").append(column).append(": ").append(cell);
  }
  if (!row.empty()) out.append(named("")).append(one_line(row)).push_back('\n');
}

void append_why(std::string& out, const Lexicon& lexicon, const Why& why) {
  if (!why.entry.empty()) append_entry(out, lexicon, why.entry);
  if (!why.rule.empty()) out.append(named("rule")).append(why.rule).push_back('\n');
  std::string words;
  for (const Words& w : why.words) words.append(words.empty() ? "\"" : ", \"").append(one_line(w.text)).append("\"");
  if (!words.empty()) out.append(named("words")).append(words).push_back('\n');
}

}  // namespace

void Explainer::append(std::string& out, const Record& record, std::size_t number) const {
  const RecordCommon& all = common(record);
  out.append(bold ? "\x1B[1m" : "").append(std::to_string(number)).append(". ");
  out.append(kind_name(record)).append("  ").append(digest_line(record)).append(bold ? "\x1B[0m\n" : "\n");
  out.append(kMargin).append("| ").append(one_line(all.evidence.text)).push_back('\n');
  for (const TokenSpan sentence : sentences_of(annotation, all)) append_tree(out, *this, sentence, all.why);
  append_why(out, lexicon, all.why);
  out.push_back('\n');
}

}  // namespace annals
